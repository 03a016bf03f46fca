"""Text block and hero one above the other; as a poster, the hero reaches behind the text."""
from bands import bottom_band, hero_in, top_band
from page import Refused


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
        if len(low) == 2 and not behind and rng.random() < .45:
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
    if area[2] - area[0] < .75 * max(1.0, area[3] - area[1]):
        aspect = min(aspect, .9)
    spill = page.margin * (1.0 if order == "below" and deep else .8)
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
    if page.has("hero") and page.canvas.insets[2] >= .15:
        deep_poster(page)
    else:
        stacked(page, behind=True)


def deep_poster(page):
    """The lower part belongs to the platform's own controls: words first, small print too, and the hero reaches down into it."""
    rng, c = page.rng, page.canvas
    align = "centre" if rng.random() < .8 else "left"
    top = top_band(page, "left", True)
    bottom = c.h * (1 - rng.uniform(.4, .5) * c.insets[2])
    gap = page.margin * rng.uniform(.4, .8)
    text = [r for r in ("headline", "subhead", "benefit", "cta") if page.has(r)]
    small = page.disclaimer_set(page.x1 - page.x0, 4) if page.has("disclaimer") else None
    foot = small.h + gap if small else 0
    room = min(page.y1 - top, .56 * (bottom - top)) - foot
    stack, glyph = page.block(text, page.x1 - page.x0, room, cap=.26)
    used = sum(i.h + g for i, g in stack) + foot
    height = min(bottom - top - used - gap, 1.1 * c.w)
    if height < .2 * c.h:
        raise Refused("hero is too small")
    y = page.stand(stack, page.x0, page.x1, top + .35 * (bottom - top - used - gap - height), align)
    if small:
        page.place(small, page.x0, page.x1, y + gap, align)
        y += foot
    page.put("hero", 0, y + gap, c.w, height)
