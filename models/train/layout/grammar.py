"""The design grammar: how a studio for finance brands lays out a banner of any ratio.

`draw(rng)` gives one layout; `lay_out(canvas, composition, lengths, rng)` lays out a given brief.
Run `python3 grammar.py OUT.npz COUNT SEED` to write a training set, `python3 sheet.py` to look at it.
"""
import random
import sys
import time
from dataclasses import dataclass

from canvas import Canvas, compositions_for, draw_canvas
from page import Page, Refused
from typeset import button, number, pill

TRIES = 6
DROP_FIRST = ["benefit", "subhead", "disclaimer"]


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


def top_band(page, align, label_right):
    """Logo in the top corner or on the axis, label opposite; returns the y below the band."""
    below = page.y0
    if page.has("ai_label") and label_right:
        w, h = page.label_size()
        page.put("ai_label", page.x1 - w, page.y0, w, h)
        below = page.y0 + h + .25 * h
    if page.has("logo"):
        room = page.x1 - page.x0
        if label_right and page.has("ai_label"):
            w = page.label_size()[0]
            room -= (2 * w if align == "centre" else w) + page.margin
        else:
            room *= .72
        if room < 20:
            raise Refused("no room for the logo beside the label")
        w, h = page.logo_size(room, .16 * (page.y1 - page.y0))
        x = page.x0 if align == "left" else (page.x0 + page.x1 - w) / 2
        page.put("logo", x, page.y0, w, h)
        below = max(below, page.y0 + 1.55 * h)
        if "ai_label" in page.boxes:
            lh = page.label_size()[1]
            page.put("ai_label", page.boxes["ai_label"][0], page.y0 + max(0, h - lh) / 2, page.label_size()[0], lh)
    return below


def bottom_band(page, align, label_here):
    """Disclaimer on the bottom edge, label in the bottom-right corner; returns the y above the band."""
    above = page.y1
    width = page.x1 - page.x0
    label = page.has("ai_label") and label_here
    if label:
        w, h = page.label_size()
        page.put("ai_label", page.x1 - w, page.y1 - h, w, h)
        above = page.y1 - h - .3 * page.margin
    if page.has("disclaimer"):
        beside = width - (page.label_size()[0] * (2 if align == "centre" else 1) + page.margin if label else 0)
        bottom = page.y1
        try:
            item = page.disclaimer_set(beside, 2) if beside > .4 * width else page.disclaimer_set(-1)
        except Refused:
            item = page.disclaimer_set(width, 6 if page.canvas.ratio < .45 else 4)
            bottom = above if label else page.y1
        if item.h > .17 * page.canvas.h:
            raise Refused("disclaimer is too tall")
        page.place(item, page.x0, page.x1, bottom - item.h, align)
        above = min(above, bottom - item.h)
    return above - (.6 * page.margin if above < page.y1 else 0)


def hero_in(page, area, aspect, grow=1.0):
    """The largest hero of this aspect in the area, grown about the area's centre."""
    x0, y0, x1, y1 = area
    w = min(x1 - x0, (y1 - y0) * aspect)
    h = w / aspect * grow
    w *= grow
    page.put("hero", (x0 + x1 - w) / 2, (y0 + y1 - h) / 2, w, h)
    return w * h / (page.canvas.w * page.canvas.h)


def stacked(page, behind=False):
    """Text block and hero one above the other, on one axis or one left edge."""
    rng, c = page.rng, page.canvas
    tower = c.ratio < .45
    align = "centre" if rng.random() < (.75 if tower or behind else .55) else "left"
    label_top = page.has("ai_label") and not tower and rng.random() < .5
    logo_align = align if rng.random() < .6 else "left"
    top = top_band(page, logo_align, label_top)
    bottom = bottom_band(page, align, not label_top)
    width, height = page.x1 - page.x0, bottom - top
    gap = page.margin * rng.uniform(.7, 1.0)
    text = [r for r in ("headline", "subhead", "benefit", "cta") if page.has(r)]
    hero = page.has("hero")
    share = rng.uniform(.40, .50) if hero else 0.0
    if behind:
        share = rng.uniform(.34, .44)
    if c.ratio > 1.3:
        share = min(share, .42)
    room = height * (1 - share) - (2 * gap if hero else 0)
    stack, glyph = page.block(text, width, room, cap=.26)
    used = sum(i.h + g for i, g in stack)

    deep = c.insets[2] > .18 and not behind
    order = rng.choices(["between", "above", "below"], [.55, .2, .25] if not deep else [.3, .1, .6])[0]
    if behind:
        order = "between"
    if not hero:
        loose = height - used
        stand_loose(page, stack, top, loose, align)
        return
    if order == "above":
        area = (page.x0, top, page.x1, bottom - used - gap)
        page.stand(stack, page.x0, page.x1, bottom - used, align)
    elif order == "below":
        area = (page.x0, top + used + gap, page.x1, bottom if page.boxes.get("disclaimer") else page.y1)
        if "ai_label" in page.boxes and not label_top:
            area = (*area[:3], bottom)
        page.stand(stack, page.x0, page.x1, top, align)
    else:
        low = [r for r in ("benefit", "cta") if page.has(r)]
        if len(low) == 2 and rng.random() < .45:
            low = ["cta"]
        upper = [(i, g) for i, g in stack if i.role not in low]
        lower = [(i, g) for i, g in stack if i.role in low]
        lower_h = sum(i.h + g for i, g in lower[1:]) + lower[0][0].h if lower else 0
        y = page.stand(upper, page.x0, page.x1, top, align)
        if lower:
            page.stand([(lower[0][0], 0), *lower[1:]], page.x0, page.x1, bottom - lower_h, align)
        area = (page.x0, y + gap, page.x1, bottom - lower_h - (gap if lower else 0))
    aspect = rng.uniform(.95, 1.15) if not tower else rng.uniform(.75, .95)
    if behind:
        aspect *= 1.1 if c.ratio > 1.3 else 1.0
        hero_poster(page, area, aspect, rng.uniform(.36, .52))
        return
    wide = (x := (area[2] - area[0]) / max(1.0, area[3] - area[1])) and x
    if wide < .75:
        aspect = min(aspect, .9)
    spill = page.margin * .8 if order != "below" or not deep else page.margin
    area = (area[0] - spill, area[1], area[2] + spill, area[3])
    size = hero_in(page, area, aspect, rng.uniform(.94, 1.0))
    if size < (.12 if c.ratio > 1.2 else .16):
        raise Refused("hero is too small")
    settle(page, area, order)


def hero_poster(page, area, aspect, share):
    """A hero of this share of the canvas about the area's centre; it may reach under text and off the sides."""
    c = page.canvas
    w = min((share * c.w * c.h * aspect) ** .5, 1.1 * c.w, (area[3] - area[1]) * 1.75 * aspect)
    h = w / aspect
    if w * h < .22 * c.w * c.h:
        raise Refused("hero is too small")
    x, y = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    page.put("hero", x - w / 2, y - h / 2, w, h)


def settle(page, area, order):
    """A hero that is narrower than its area leaves air above and below: keep it near the text it belongs to."""
    x0, y0, x1, y1 = page.boxes["hero"]
    free = (area[3] - area[1]) - (y1 - y0)
    if order == "between" or free <= 0:
        return
    target = area[1] + (free * .35 if order == "below" else free * .65)
    page.put("hero", x0, target, x1 - x0, y1 - y0)


def stand_loose(page, stack, top, loose, align):
    """No hero: spread some of the free height between the lines and centre the rest."""
    extra = min(loose * .12, .35 * stack[0][0].glyph)
    stack = [(i, g + (extra if n else 0)) for n, (i, g) in enumerate(stack)]
    left = max(0.0, loose - extra * (len(stack) - 1))
    page.stand(stack, page.x0, page.x1, top + left * .45, align)


def hero_behind(page):
    """Poster: the hero fills the middle and bleeds, text keeps to the calm zones above and below it."""
    stacked(page, behind=True)


def beside(page, text_on_left):
    """Text column on one side, hero on the other."""
    rng, c = page.rng, page.canvas
    width, height = page.x1 - page.x0, page.y1 - page.y0
    gutter = page.margin * rng.uniform(.7, 1.1)
    share = rng.uniform(.50, .58) if c.ratio < 2.2 else rng.uniform(.52, .62)
    if not page.has("hero"):
        share = 1.0
    column = width * share - gutter * (share < 1)
    cx0 = page.x0 if text_on_left else page.x1 - column
    cx1 = cx0 + column
    ax0, ax1 = (cx1 + gutter, page.x1) if text_on_left else (page.x0, cx0 - gutter)
    align = "left" if rng.random() < .85 else "centre"
    label_top = rng.random() < (.35 if text_on_left else .2)
    top, bottom, hero_top, hero_bottom = page.y0, page.y1, page.y0, page.y1

    if page.has("ai_label"):
        w, h = page.label_size()
        x = page.x1 - w if text_on_left or label_top else page.x0
        y = page.y0 if label_top else page.y1 - h
        page.put("ai_label", x, y, w, h)
        over_text = x < cx1 and x + w > cx0
        if over_text:
            top, bottom = (max(top, y + 1.3 * h), bottom) if label_top else (top, min(bottom, y - .3 * h))
        if x < ax1 and x + w > ax0 and page.has("hero"):
            hero_top, hero_bottom = (y + 1.15 * h, hero_bottom) if label_top else (hero_top, y - .15 * h)
    if page.has("logo"):
        free = column
        if "ai_label" in page.boxes and label_top and page.boxes["ai_label"][0] < cx1:
            free = page.boxes["ai_label"][0] - cx0 - page.margin
        if free < 20:
            raise Refused("no room for the logo")
        w, h = page.logo_size(min(free, .6 * column if column > 160 else column), .2 * height)
        x = cx0 if align == "left" else cx0 + (column - w) / 2
        page.put("logo", x, page.y0, w, h)
        top = max(top, page.y0 + 1.5 * h)
        if "ai_label" in page.boxes and overlap_x(page.boxes["ai_label"], (x, 0, x + w, 0)) and label_top:
            raise Refused("label on logo")
    if page.has("disclaimer"):
        item = page.disclaimer_set(column, 3)
        page.place(item, cx0, cx1, bottom - item.h, align)
        bottom -= item.h + .5 * page.margin
    text = [r for r in ("headline", "subhead", "benefit", "cta") if page.has(r)]
    stack, glyph = page.block(text, column, bottom - top, cap=.24 if c.ratio < 2.2 else .3)
    used = sum(i.h + g for i, g in stack)
    stand_loose_column(page, stack, cx0, cx1, top, bottom - top - used, align)
    if not page.has("hero"):
        return
    bleed = page.margin * rng.uniform(0, 1.2)
    area = (ax0 - (0 if text_on_left else bleed), hero_top - (0 if hero_top > page.y0 else .5 * bleed),
            ax1 + (bleed if text_on_left else 0), hero_bottom + (0 if hero_bottom < page.y1 else .5 * bleed))
    room = (area[2] - area[0]) / (area[3] - area[1])
    aspect = min(max(room, .82), 1.25) if c.ratio < 2.2 else min(max(room, .9), 1.4)
    size = hero_in(page, area, aspect, rng.uniform(.95, 1.0))
    if size < .13:
        raise Refused("hero is too small")


def overlap_x(a, b):
    return min(a[2], b[2]) > max(a[0], b[0])


def stand_loose_column(page, stack, x0, x1, top, loose, align):
    """Share free height between the gaps, then stand the block a little above the middle."""
    extra = min(loose * .2, .4 * stack[0][0].glyph)
    stack = [(i, g + (extra if n else 0)) for n, (i, g) in enumerate(stack)]
    left = max(0.0, loose - extra * (len(stack) - 1))
    page.stand(stack, x0, x1, top + left * .48, align)


def strip(page):
    """One line: logo, text, hero, button. Everything sits on the horizontal axis, the label under the button."""
    rng, c = page.rng, page.canvas
    height, middle = page.y1 - page.y0, (page.y0 + page.y1) / 2
    gap = max(.16 * c.h, page.margin) * rng.uniform(.85, 1.15)
    left, right = page.x0, page.x1
    small = c.h < 70

    if page.has("logo"):
        tall = .52 * height if c.ratio >= 5 else .26 * height
        aspect = page.lengths["logo"]
        h = min(max(tall, min(24.0, .62 * height)) * rng.uniform(.9, 1.05), .19 * c.w / aspect)
        page.put("logo", left, middle - h / 2, aspect * h, h)
        left += aspect * h + gap

    end_w, label_h = 0.0, 0.0
    if page.has("ai_label"):
        lw, label_h = page.label_size()
        page.put("ai_label", right - lw, page.y1 - label_h, lw, label_h)
        end_w = lw
    if page.has("cta"):
        free = height - (label_h + .07 * c.h if label_h else 0)
        tall = min((.5 if c.ratio >= 5 else .3) * height, free)
        item = button(page.lengths["cta"], max(page.body, tall / 2.15), page.body, .24 * c.w)
        if item is None or item.h > free:
            raise Refused("button does not fit")
        upper = (page.y0 + page.y0 + free) / 2
        y = min(middle, upper) - item.h / 2
        if label_h and y + item.h + .05 * c.h > page.y1 - label_h:
            y = page.y0 + (free - item.h) / 2
        end_w = max(end_w, item.w)
        page.put("cta", right - end_w / 2 - item.w / 2 if end_w < item.w * 1.3 else right - item.w, y, item.w, item.h)
        if label_h:
            lw = page.label_size()[0]
            x = page.boxes["cta"][0] + (item.w - lw) / 2 if lw <= item.w else right - lw
            page.put("ai_label", x, page.y1 - label_h, lw, label_h)
    if end_w:
        right -= end_w + gap

    if page.has("hero"):
        h = c.h * rng.uniform(.84, 1.04)
        w = h * rng.uniform(.95, 1.3 if c.ratio < 5 else 1.5)
        if w > .34 * (right - left):
            w = .34 * (right - left)
            h = min(h, w / .85)
        if h < .55 * c.h:
            raise Refused("hero is too small")
    else:
        w = h = 0.0
    lone = None
    roles = [r for r in ("headline", "subhead", "benefit") if page.has(r)]
    if page.has("benefit") and (rng.random() < .55 or page.has("subhead")):
        lone = number(page.lengths["benefit"], min(.34 * height, .24 * (right - left) / page.lengths["benefit"]), page.body,
                      .26 * (right - left)) if rng.random() < .5 else None
        lone = lone or pill(page.lengths["benefit"], max(page.body, .2 * height), page.body, .28 * (right - left))
        if lone is None:
            raise Refused("benefit does not fit")
        roles.remove("benefit")
    column = right - left - (w + gap if w else 0) - (lone.w + gap if lone else 0)
    if column < .18 * c.w:
        raise Refused("no room for the headline")
    disclaimer = page.disclaimer_set(column, 2) if page.has("disclaimer") else None
    tail = disclaimer.h + .06 * height if disclaimer else 0
    stack, glyph = page.block(roles, column, height - tail, share=.62 if len(roles) > 1 else .86, cap=.46)
    used = sum(i.h + g for i, g in stack) + tail
    wide = max([i.w for i, _ in stack] + ([disclaimer.w] if disclaimer else []))
    page.stand(stack, left, left + column, middle - used / 2, "left")
    if disclaimer:
        page.place(disclaimer, left, left + column, middle + used / 2 - disclaimer.h, "left")
    # What the text does not need is air, shared by the gaps left of each thing after it.
    spare = column - wide
    slots = (1 if lone else 0) + (1 if w else 0) + 1
    x = left + wide + gap + spare / slots
    if lone:
        page.place(lone, x, x + lone.w, middle - lone.h / 2, "left")
        x += lone.w + gap + spare / slots
    if w:
        grow = min(spare / slots * .5, .35 * w) if c.ratio >= 5 else 0
        page.put("hero", x - grow / 2, middle - h / 2, w + grow, h)


COMPOSE = {
    "stacked": stacked,
    "text_left": lambda page: beside(page, True),
    "text_right": lambda page: beside(page, False),
    "hero_behind": hero_behind,
    "strip": strip,
}


def write(path, count, seed):
    """A training set: encoded layouts, families spread evenly."""
    import numpy as np

    from encode import encode
    from canvas import FAMILIES
    rng, rows, start = random.Random(seed), [], time.time()
    families = list(FAMILIES)
    for i in range(count):
        rows.append(encode(draw(rng, families[i % len(families)])))
        if (i + 1) % 5000 == 0:
            print(f"{i + 1}/{count} layouts, {time.time() - start:.0f} s", flush=True)
    np.savez(path, **{k: np.stack([r[k] for r in rows]).astype(np.float32) for k in rows[0]})


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
