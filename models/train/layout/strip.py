"""Logo, text, hero and button in one line."""
from page import Refused
from typeset import button, number, pill


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
