"""Text column on one side, hero on the other."""
from bands import hero_in
from page import Refused
from typeset import button


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
    row = c.ratio > 2.2 and page.has("benefit") and page.has("cta") and align == "left" and rng.random() < .8
    stack, glyph = page.block([r for r in text if not (row and r == "cta")], column, bottom - top, cap=.24 if c.ratio < 2.2 else .32)
    used = sum(i.h + g for i, g in stack)
    stand_loose_column(page, stack, cx0, cx1, top, bottom - top - used, align)
    if row:
        button_beside(page, cx1, glyph)
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


def button_beside(page, right, glyph):
    """The button in one row with the benefit: a low canvas keeps its height for the headline."""
    x0, y0, x1, y1 = page.boxes["benefit"]
    gap = .8 * (y1 - y0) / 1.75
    item = button(page.lengths["cta"], max(page.body, .42 * glyph), page.body, right - x1 - gap)
    if item is None or item.h > 1.3 * (y1 - y0):
        raise Refused("no room beside the benefit")
    page.place(item, x1 + gap, right, (y0 + y1 - item.h) / 2, "left")


def overlap_x(a, b):
    return min(a[2], b[2]) > max(a[0], b[0])


def stand_loose_column(page, stack, x0, x1, top, loose, align):
    """Share free height between the gaps, then stand the block a little above the middle."""
    extra = min(loose * .2, .4 * stack[0][0].glyph)
    stack = [(i, g + (extra if n else 0)) for n, (i, g) in enumerate(stack)]
    left = max(0.0, loose - extra * (len(stack) - 1))
    page.stand(stack, x0, x1, top + left * .48, align)
