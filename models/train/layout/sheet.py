"""Contact sheets of layouts as coloured, labelled boxes.

`python3 sheet.py OUT.png [SEED]` draws the grammar; check.py draws the model beside it."""
import random
import sys

from PIL import Image, ImageDraw, ImageFont

from canvas import FAMILIES
from grammar import draw

COLOURS = {"headline": "#d33f49", "subhead": "#e58f65", "benefit": "#f2b705", "cta": "#2a6fdb", "disclaimer": "#8a8f98",
           "logo": "#3c9d6d", "ai_label": "#6b4fa0", "hero": "#cfe3f5"}
FONT = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 9)


def draw_layout(layout, most_w, most_h, note=""):
    """One layout as an image no larger than the given size; the safe area is dotted."""
    c = layout.canvas
    k = min(most_w / c.w, most_h / c.h)
    pad = 6
    image = Image.new("RGB", (int(c.w * k) + 2 * pad, int(c.h * k) + 2 * pad + 11), "#ffffff")
    pen = ImageDraw.Draw(image, "RGBA")

    def px(box):
        return [pad + box[0] * k, pad + 11 + box[1] * k, pad + box[2] * k, pad + 11 + box[3] * k]

    pen.rectangle(px((0, 0, c.w, c.h)), fill="#f4f4f1", outline="#333333")
    top, right, bottom, left = c.insets
    if any(c.insets):
        pen.rectangle(px((left * c.w, top * c.h, c.w * (1 - right), c.h * (1 - bottom))), outline="#00000040")
    for role in ["hero", *[r for r in COLOURS if r != "hero"]]:
        if role in layout.boxes:
            box = px(layout.boxes[role])
            if box[2] <= box[0] or box[3] <= box[1]:
                continue
            pen.rectangle(box, fill=COLOURS[role] + ("e0" if role != "hero" else "ff"), outline="#00000080")
            name = f"{role} {layout.lengths[role]:.0f}"
            if box[2] - box[0] > 30 and box[3] - box[1] > 9:
                pen.text((box[0] + 2, box[1] + 1), name if box[2] - box[0] > 62 else role[:4], fill="#000000", font=FONT)
    pen.text((pad, 0), f"{c.w:.0f}x{c.h:.0f} {layout.composition} {note}", fill="#444444", font=FONT)
    return image


def flow(images, width):
    """Set images in rows like words in a paragraph."""
    rows, x, row = [], 0, []
    for image in images:
        if x + image.width > width and row:
            rows.append(row)
            row, x = [], 0
        row.append(image)
        x += image.width
    rows.append(row)
    heights = [max(i.height for i in r) for r in rows]
    sheet = Image.new("RGB", (width, sum(heights)), "#ffffff")
    y = 0
    for r, h in zip(rows, heights):
        x = 0
        for image in r:
            sheet.paste(image, (x, y))
            x += image.width
        y += h
    return sheet


CELL = {"ultra_wide": (430, 90), "wide": (300, 130), "landscape": (240, 160), "square": (200, 200),
        "portrait": (170, 220), "tall": (150, 270), "tower": (110, 330)}
PER_FAMILY = {"ultra_wide": 12, "wide": 12, "landscape": 15, "square": 14, "portrait": 14, "tall": 16, "tower": 14}


def grammar_sheet(seed, families=FAMILIES):
    rng = random.Random(seed)
    return flow([draw_layout(draw(rng, f), *CELL[f]) for f in families for _ in range(PER_FAMILY[f])], 1400)


if __name__ == "__main__":
    families = sys.argv[3].split(",") if len(sys.argv) > 3 else FAMILIES
    grammar_sheet(int(sys.argv[2]) if len(sys.argv) > 2 else 1, families).save(sys.argv[1])
