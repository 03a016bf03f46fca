"""How much room a text needs. Lengths are in em: one CJK glyph is 1, a Latin letter about 0.55."""
from dataclasses import dataclass

LEADING = {"headline": 1.15, "subhead": 1.25, "disclaimer": 1.3}


@dataclass(frozen=True)
class Set:
    """A role set in type: box width and height, glyph size and number of lines, in px."""
    role: str
    w: float
    h: float
    glyph: float
    lines: int


def line_em(em, lines):
    """Width in em of the longest of evenly broken lines; breaks rarely fall ideally, hence the allowance."""
    return em if lines == 1 else min(em, em / lines + .6)


def lines_at(em, glyph, width, most):
    """Fewest lines that hold the text at this glyph size, or None."""
    return next((n for n in range(1, most + 1) if line_em(em, n) * glyph <= width), None)


def text(role, em, glyph, floor, width, most):
    """The role near the wanted glyph size: shrink a little to save a line, never below the floor."""
    for n in range(1, most + 1):
        fitting = min(glyph, width / line_em(em, n))
        if fitting >= max(floor, .8 * glyph):
            break
    else:
        n = lines_at(em, floor, width, most)
        if n is None:
            return None
        fitting = min(glyph, width / line_em(em, n))
    return Set(role, line_em(em, n) * fitting, n * fitting * LEADING[role], fitting, n)


def pill(em, glyph, floor, width):
    """A benefit in a rounded plate."""
    fitting = min(glyph, width / (em + 1.4))
    return Set("benefit", (em + 1.4) * fitting, 1.75 * fitting, fitting, 1) if fitting >= floor else None


def number(em, glyph, floor, width):
    """A benefit as a big figure without a plate."""
    fitting = min(glyph, width / em)
    return Set("benefit", em * fitting, 1.2 * fitting, fitting, 1) if fitting >= floor else None


def button(em, glyph, floor, width):
    """A call to action with generous padding; width over height stays in 2.5 to 4.5 wherever the text allows."""
    fitting = min(glyph, width / (em + 1.5))
    if fitting < floor:
        return None
    h = 2.15 * fitting
    w = min(max((em + 2.2) * fitting, 2.6 * h), 4.4 * h)
    return Set("cta", min(max(w, (em + 1.4) * fitting), width), h, fitting, 1)
