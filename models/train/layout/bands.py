"""What every composition shares: the band at the top edge, the band at the bottom edge, and the hero's box."""
from page import Refused


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
