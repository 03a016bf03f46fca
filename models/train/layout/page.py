"""A page under construction: where things may stand, what stands there already, and whether it may stay."""
from roles import FIXED, ROLES, TEXT
from typeset import Set, button, line_em, number, pill, text

TOLERANCE = 0.5  # px; rounding, not taste


class Refused(Exception):
    """The draw cannot be laid out well; draw again."""


class Page:
    """canvas, roles present, lengths in em (logo: aspect), and the margin that every edge keeps.

    Boxes are px tuples x0, y0, x1, y1."""

    def __init__(self, canvas, composition, lengths, rng):
        self.canvas, self.composition, self.lengths, self.rng = canvas, composition, lengths, rng
        self.boxes, self.glyphs = {}, {}
        s = canvas.short
        thin = canvas.ratio >= 5 or canvas.ratio < .3
        self.margin = m = max(4.0, s * (rng.uniform(.06, .09) if thin else rng.uniform(.045, .065)))
        top, right, bottom, left = canvas.insets

        def edge(inset, side):
            return max(m, inset * side + (.35 * m if inset > 0 else 0))

        self.x0, self.y0 = edge(left, canvas.w), edge(top, canvas.h)
        self.x1, self.y1 = canvas.w - edge(right, canvas.w), canvas.h - edge(bottom, canvas.h)
        self.body = max(12.0, .025 * s) if s >= 150 else max(10.0, .025 * s)
        self.small = max(10.0, .022 * s) if s >= 150 else 9.0
        self.headline = max(13.0, .06 * s)

    def has(self, role):
        return role in self.lengths

    def put(self, role, x0, y0, w, h):
        self.boxes[role] = (x0, y0, x0 + w, y0 + h)

    def place(self, item, x0, x1, y, align):
        """Stand a set text at height y in the column x0..x1."""
        x = x0 if align == "left" else (x0 + x1 - item.w) / 2 if align == "centre" else x1 - item.w
        self.put(item.role, x, y, item.w, item.h)
        self.glyphs[item.role] = item.glyph

    def label_size(self):
        """The AI label: GB 45438 asks for glyphs of 5 % of the short side; 12 px is the floor of legibility."""
        glyph = max(.05 * self.canvas.short, 12.0)
        return (self.lengths["ai_label"] + .6) * glyph, glyph * (1.35 if self.canvas.short >= 100 else 1.1)

    def logo_size(self, widest, tallest):
        """Height 6 to 12 % of the short side, at least 24 px, inside the limits given."""
        aspect = self.lengths["logo"]
        wanted = max(24.0, self.canvas.short * (.115 - .01 * min(aspect, 5)) * self.rng.uniform(.9, 1.1))
        h = min(wanted, tallest, widest / aspect)
        return h * aspect, h

    def block(self, roles, width, height, share=.58, cap=.24):
        """Set a stack of roles as large as the column allows.

        The headline leads: every line count is tried and the largest glyph wins, a line more must earn its place.
        Returns items with the gap above each, and the headline's glyph size."""
        rng = self.rng
        taste = dict(sub=rng.uniform(.38, .48), cta=rng.uniform(.34, .42),
                     gap=rng.uniform(.9, 1.15), number=rng.random() < .45)
        best, best_score = None, 0.0
        for lines in (1, 2, 3):
            glyph = min(width / line_em(self.lengths["headline"], lines), cap * self.canvas.short,
                        share * height / (lines * 1.15))
            while glyph >= self.headline:
                stack = self._stack(roles, glyph, lines, width, taste)
                if stack is not None and sum(i.h + g for i, g in stack) <= height:
                    score = glyph * (1.0, .88, .66)[lines - 1] * rng.uniform(.96, 1.04)
                    if score > best_score:
                        best, best_score = (stack, glyph), score
                    break
                glyph *= .95
        if best is None:
            raise Refused("headline does not fit")
        return best

    def _stack(self, roles, glyph, lines, width, taste):
        stack, previous = [], None
        for role in roles:
            em = self.lengths[role]
            if role == "headline":
                w = line_em(em, lines) * glyph
                item = Set(role, w, lines * glyph * 1.15, glyph, lines)
            elif role == "subhead":
                item = text(role, em, max(self.body, taste["sub"] * glyph), self.body, width, 2)
            elif role == "benefit" and taste["number"] and em <= 7:
                item = number(em, max(self.body, .72 * glyph), self.body, width)
            elif role == "benefit":
                item = pill(em, max(self.body, .42 * glyph), self.body, width)
            else:
                most = .075 * (self.canvas.h + self.canvas.short) / 2
                item = button(em, max(self.body, min(taste["cta"] * glyph, most)), self.body, width)
            if item is None:
                return None
            gap = 0 if previous is None else taste["gap"] * {"subhead": .28, "benefit": .42, "cta": .5}[role] * glyph
            stack.append((item, gap))
            previous = role
        return stack

    def stand(self, stack, x0, x1, y, align):
        """Stand a block downwards from y; returns the y below it."""
        for item, gap in stack:
            y += gap
            self.place(item, x0, x1, y, align)
            y += item.h
        return y

    def disclaimer_set(self, width, most=3):
        size = self.small * self.rng.uniform(1.0, 1.12)
        item = text("disclaimer", self.lengths["disclaimer"], size, self.small, width, most)
        if item is None:
            raise Refused("disclaimer does not fit")
        return item

    def check(self):
        """Refuse what a designer would send back."""
        c = self.canvas
        for role in self.lengths:
            if role not in self.boxes:
                raise Refused(f"{role} was not placed")
        top, right, bottom, left = c.insets
        safe = (left * c.w, top * c.h, c.w * (1 - right), c.h * (1 - bottom))
        for role in FIXED:
            if role in self.boxes and not inside(self.boxes[role], safe):
                raise Refused(f"{role} leaves the safe area")
        placed = [r for r in ROLES if r in self.boxes]
        for i, a in enumerate(placed):
            for b in placed[i + 1:]:
                if "hero" in (a, b) and self.composition == "hero_behind":
                    continue
                if overlap(self.boxes[a], self.boxes[b]) > 0:
                    raise Refused(f"{a} touches {b}")
        if self.composition == "hero_behind" and "hero" in self.boxes:
            hero = self.boxes["hero"]
            for role in placed:
                if role != "hero" and role in TEXT and covered(self.boxes[role], hero, c) > .3:
                    raise Refused(f"{role} hides the hero")


def inside(box, frame):
    return (box[0] >= frame[0] - TOLERANCE and box[1] >= frame[1] - TOLERANCE
            and box[2] <= frame[2] + TOLERANCE and box[3] <= frame[3] + TOLERANCE)


def overlap(a, b):
    """Shared area in px², nothing for boxes that only touch."""
    w = min(a[2], b[2]) - max(a[0], b[0]) - TOLERANCE
    h = min(a[3], b[3]) - max(a[1], b[1]) - TOLERANCE
    return max(w, 0) * max(h, 0)


def covered(box, hero, canvas):
    """Share of the visible hero that a box hides."""
    seen = (max(hero[0], 0), max(hero[1], 0), min(hero[2], canvas.w), min(hero[3], canvas.h))
    return overlap(box, seen) / max(1.0, (seen[2] - seen[0]) * (seen[3] - seen[1]))
