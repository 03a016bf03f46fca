"""Measure proposals against the grammar and write the sheet and model.json.

`python3 check.py ../work/layout ../../layout-mini --version 2.0.0 [--briefs 20]`

For briefs the model never saw: overlap of texts, safe area, text fit, alignment and nearness to the grammar,
each beside the same figure for the grammar itself. Proposals are measured raw, before any repair."""
import argparse
import hashlib
import json
import random
from pathlib import Path

import numpy as np
import torch

import sheet
from canvas import FAMILIES
from encode import decode, encode
from export import load
from grammar import Layout, draw, lay_out
from page import Refused, overlap
from roles import COMPOSITIONS, FIXED, MAX_EM, ROLES, TEXT
from typeset import LEADING, line_em

FAIR = 8  # proposals a brief, as the service asks for


def propose(model, layout, count, seed):
    """count layouts of the same brief from the model."""
    from model import sample
    code = {k: torch.tensor(v, dtype=torch.float32).unsqueeze(0).repeat(count, *[1] * v.ndim) for k, v in encode(layout).items()}
    noise = torch.randn((count, len(ROLES), 4), generator=torch.Generator().manual_seed(seed))
    with torch.no_grad():
        boxes = sample(model, noise, code["present"], code["lengths"], code["canvas"])[-1]
    return [Layout(layout.canvas, layout.composition, layout.lengths, decode(b, code["present"][0], layout.canvas)) for b in boxes]


def area(box):
    return max(box[2] - box[0], 0) * max(box[3] - box[1], 0)


def collisions(layout):
    """Pairs of texts (with the logo) whose overlap exceeds 2 % of the smaller box, over all pairs."""
    names = [r for r in FIXED if r in layout.boxes]
    pairs = [(layout.boxes[a], layout.boxes[b]) for i, a in enumerate(names) for b in names[i + 1:]]
    return np.mean([overlap(a, b) > .02 * max(1.0, min(area(a), area(b))) for a, b in pairs]) if pairs else 0.0


def unsafe(layout, slack):
    """Share of texts and logo that leave the safe area by more than this share of the short side."""
    c, d = layout.canvas, slack * layout.canvas.short
    top, right, bottom, left = c.insets
    frame = (left * c.w - d, top * c.h - d, c.w * (1 - right) + d, c.h * (1 - bottom) + d)
    boxes = [layout.boxes[r] for r in FIXED if r in layout.boxes]
    return np.mean([b[0] < frame[0] or b[1] < frame[1] or b[2] > frame[2] or b[3] > frame[3] for b in boxes])


def glyph_in(role, em, box):
    """Largest glyph in px that sets the text in the box, breaking lines as the box suggests."""
    w, h = box[2] - box[0], box[3] - box[1]
    if w <= 0 or h <= 0:
        return 0.0
    plates = {"benefit": (em + .4, 1.2), "cta": (em + 1.0, 1.5), "ai_label": (em + .2, 1.08)}
    if role in plates:
        wide, tall = plates[role]
        return min(w / wide, h / tall)
    return max(min(w / line_em(em, n), h / (n * LEADING[role])) for n in range(1, 7))


def misfits(layout):
    """Share of texts whose box cannot hold them at the smallest glyph allowed (12 px or 2.5 %; small print 10 px or 2.2 %)."""
    s, bad = layout.canvas.short, []
    for role in TEXT:
        if role not in layout.boxes:
            continue
        floor = dict(headline=max(12, .06 * s), disclaimer=max(9, .022 * s), ai_label=max(11, .05 * s)).get(role, max(10, .025 * s))
        bad.append(glyph_in(role, layout.lengths[role], layout.boxes[role]) < .93 * floor)
    return np.mean(bad)


def on_hero(layout):
    """Share of texts and logo that lie on the hero by more than 5 % of their area; a poster is meant to."""
    if "hero" not in layout.boxes or layout.composition == "hero_behind":
        return None
    boxes = [layout.boxes[r] for r in FIXED if r in layout.boxes]
    return np.mean([overlap(b, layout.boxes["hero"]) > .05 * max(1.0, area(b)) for b in boxes])


def misalignment(layout):
    """Mean distance of headline, subhead, benefit, button from a shared left edge or axis, in shares of the short side."""
    boxes = [layout.boxes[r] for r in ("headline", "subhead", "benefit", "cta") if r in layout.boxes]
    if len(boxes) < 2 or layout.composition == "strip":
        return None
    lines = [[b[0] for b in boxes], [(b[0] + b[2]) / 2 for b in boxes]]
    return min(np.mean(np.abs(np.array(v) - np.median(v))) for v in lines) / layout.canvas.short


def likeness(a, b):
    """Mean intersection over union of the boxes of two layouts of one brief."""
    values = []
    for role in a.boxes:
        shared = overlap(a.boxes[role], b.boxes[role])
        values.append(shared / max(1e-6, area(a.boxes[role]) + area(b.boxes[role]) - shared))
    return np.mean(values)


MEASURES = dict(text_overlap=collisions, outside_safe=lambda l: unsafe(l, 0.0), outside_safe_by_2_percent=lambda l: unsafe(l, .02),
                text_does_not_fit=misfits, text_on_hero=on_hero, misalignment=misalignment)


def grammar_like(layout, count, rng):
    out = []
    while len(out) < count:
        try:
            out.append(lay_out(layout.canvas, layout.composition, layout.lengths, rng, tries=40))
        except Refused:
            break
    return out


def measure(model, briefs, seed):
    """Figures a family for grammar and model, and the drawings for the sheet."""
    rng, rows, drawings = random.Random(seed), {}, {}
    for family in FAMILIES:
        found = {"grammar": {}, "model": {}}
        for n in range(briefs):
            layout = draw(rng, family)
            proposals = propose(model, layout, FAIR, seed + n)
            kin = grammar_like(layout, FAIR, rng)
            for name, group in (("grammar", kin), ("model", proposals)):
                for key, figure in MEASURES.items():
                    found[name].setdefault(key, []).extend(v for v in map(figure, group) if v is not None)
            if kin:
                near = lambda l: max(likeness(l, k) for k in kin)
                found["model"].setdefault("likeness", []).extend(map(near, proposals))
                found["grammar"].setdefault("likeness", []).append(likeness_of_first(layout, kin))
            clean = [p for p in proposals if not (collisions(p) or misfits(p) or on_hero(p) or unsafe(p, .02))]
            found["model"].setdefault("clean_proposals", []).append(len(clean) / FAIR)
            found["model"].setdefault("briefs_with_a_clean_proposal", []).append(float(bool(clean)))
            if n < 3:
                drawings.setdefault(family, []).append((layout, proposals[:3]))
        rows[family] = {name: {k: round(float(np.mean(v)), 4) for k, v in values.items() if v} for name, values in found.items()}
    return rows, drawings


def likeness_of_first(layout, kin):
    return max(likeness(layout, k) for k in kin)


def mean_over_families(rows, name):
    keys = {k for family in rows.values() for k in family[name]}
    return {k: round(float(np.mean([f[name][k] for f in rows.values() if k in f[name]])), 4) for k in sorted(keys)}


def draw_sheet(drawings, path):
    """Four drawings a brief: what the grammar makes of it, then three raw proposals of the model."""
    briefs = []
    for family, group in drawings.items():
        for layout, proposals in group:
            cells = [sheet.draw_layout(layout, *sheet.CELL[family], note="grammar")]
            cells += [sheet.draw_layout(p, *sheet.CELL[family], note="model") for p in proposals]
            briefs.append(sheet.flow(cells, sum(c.width for c in cells) + 14))
    sheet.flow(briefs, 1800).save(path, optimize=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("trained"), p.add_argument("out", type=Path)
    p.add_argument("--version", required=True)
    p.add_argument("--briefs", type=int, default=20)
    p.add_argument("--seed", type=int, default=99)
    p.add_argument("--note", default="", help="how the checkpoint was trained, for model.json")
    a = p.parse_args()
    torch.set_num_threads(1)
    model, state = load(a.trained)
    rows, drawings = measure(model, a.briefs, a.seed)
    draw_sheet(drawings, a.out / "samples.png")
    quality = dict(command=f"cd models/train/layout && python3 check.py {a.trained} ../../layout-mini --version {a.version} --briefs {a.briefs} --seed {a.seed}",
                   of=f"raw proposals, {a.briefs} unseen briefs a family, {FAIR} proposals each, mean over seven families",
                   model=mean_over_families(rows, "model"), grammar=mean_over_families(rows, "grammar"), by_family=rows)
    card = dict(id="layout-mini", version=a.version, kind="layout", family="flow-matching-boxes", licence="Apache-2.0",
                roles=ROLES, compositions=COMPOSITIONS, steps=8, max_em=int(MAX_EM),
                training=dict(parameters=sum(w.numel() for w in model.parameters()), minutes=round(state["seconds"] / 60, 1), steps=state["step"], seed=state["seed"], how=a.note),
                quality=quality,
                files={"model.onnx": hashlib.sha256((a.out / "model.onnx").read_bytes()).hexdigest()})
    (a.out / "model.json").write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
    print(json.dumps(dict(model=quality["model"], grammar=quality["grammar"]), indent=2))


if __name__ == "__main__":
    main()
