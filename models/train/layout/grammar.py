"""The design grammar: how a studio for finance brands lays out a banner of any ratio.

`draw(rng)` gives one layout; `lay_out(canvas, composition, lengths, rng)` lays out a given brief.
Run `python3 grammar.py OUT.npz COUNT SEED` to write a training set, `python3 sheet.py` to look at it.
"""
import random
import sys
import time
from dataclasses import dataclass

from beside import beside
from canvas import FAMILIES, Canvas, compositions_for, draw_canvas
from page import Page, Refused
from stacked import hero_behind, stacked
from strip import strip

TRIES = 6
DROP_FIRST = ["benefit", "subhead", "disclaimer"]


COMPOSE = {
    "stacked": stacked,
    "text_left": lambda page: beside(page, True),
    "text_right": lambda page: beside(page, False),
    "hero_behind": hero_behind,
    "strip": strip,
}


@dataclass(frozen=True)
class Layout:
    """boxes: role to px tuple x0, y0, x1, y1; lengths: role to em (logo: width over height)."""
    canvas: Canvas
    composition: str
    lengths: dict
    boxes: dict


def draw_copy(rng):
    """Roles and lengths of one brief, in em. Half Chinese, half Latin: Latin runs longer."""
    latin = rng.random() < .42
    head = rng.uniform(6, 17) if latin else rng.triangular(4, 16, 7)
    lengths = {
        "headline": round(head, 1) if latin else round(head),
        "subhead": rng.uniform(9, 28) if latin else rng.triangular(6, 24, 12),
        "benefit": rng.uniform(3.5, 11) if latin else rng.triangular(3, 12, 6),
        "cta": rng.uniform(3, 9) if latin else rng.triangular(2, 7, 4),
        "disclaimer": rng.triangular(10, 60, 28),
        "logo": rng.triangular(1, 6, 3.2),
        "ai_label": rng.uniform(5, 7.2) if latin and rng.random() < .6 else rng.uniform(2.9, 3.7),
        "hero": 0.0,
    }
    keep = dict(headline=1, subhead=.78, benefit=.6, cta=.92, disclaimer=.62, logo=.95, ai_label=.92, hero=.97)
    return {role: em for role, em in lengths.items() if rng.random() < keep[role]}


def fitting_roles(canvas, lengths, rng):
    """Leave out what a small canvas has no room for."""
    kept = dict(lengths)
    if canvas.short < 70:
        drop = ["disclaimer", rng.choice(["benefit", "subhead"])]
    elif canvas.short < 110:
        drop = ["disclaimer"] if rng.random() < .6 else ["benefit"]
    elif canvas.short < 220 or canvas.w * canvas.h < 100_000:
        drop = ["benefit"] if rng.random() < .6 else ["disclaimer"]
    else:
        drop = []
    for role in drop:
        kept.pop(role, None)
    return kept


def lay_out(canvas, composition, lengths, rng, tries=TRIES):
    """One layout of these roles, or Refused after a few honest attempts."""
    for attempt in range(tries):
        page = Page(canvas, composition, lengths, rng)
        try:
            COMPOSE[composition](page)
            page.check()
            return Layout(canvas, composition, lengths, page.boxes)
        except Refused as problem:
            last = problem
    raise last


def draw(rng, family=None):
    """One layout of a random brief; roles that do not fit are dropped as a designer would drop them."""
    while True:
        canvas = draw_canvas(rng, family)
        choice = compositions_for(canvas.ratio)
        composition = rng.choices(list(choice), list(choice.values()))[0]
        lengths = fitting_roles(canvas, draw_copy(rng), rng)
        for drop in [None, *DROP_FIRST]:
            lengths = {r: em for r, em in lengths.items() if r != drop}
            try:
                return lay_out(canvas, composition, lengths, rng)
            except Refused:
                continue


def write(path, count, seed):
    """A training set: encoded layouts, families spread evenly."""
    import numpy as np

    from encode import encode
    rng, rows, start = random.Random(seed), [], time.time()
    families = list(FAMILIES)
    for i in range(count):
        rows.append(encode(draw(rng, families[i % len(families)])))
        if (i + 1) % 5000 == 0:
            print(f"{i + 1}/{count} layouts, {time.time() - start:.0f} s", flush=True)
    for row in rows:
        row["placed"] = row["present"]
    np.savez(path, **{k: np.stack([r[k] for r in rows]).astype(np.float32) for k in rows[0]})


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
