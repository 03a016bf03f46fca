"""Canvases to lay out: pixel size, platform insets, and the seven ratio families they fall into."""
import math
from dataclasses import dataclass

from roles import COMPOSITIONS

# family: (lowest ratio, highest ratio, shortest side in px from, to)
FAMILIES = {
    "ultra_wide": (5.0, 11.0, 48, 420),
    "wide": (2.2, 5.0, 90, 1024),
    "landscape": (1.3, 2.2, 130, 1440),
    "square": (0.85, 1.3, 190, 1440),
    "portrait": (0.65, 0.85, 300, 2048),
    "tall": (0.45, 0.65, 300, 1440),
    "tower": (0.2, 0.45, 120, 800),
}

# Sizes that placements really ask for; insets are top, right, bottom, left in fractions of height and width.
KNOWN = [
    (320, 50, 0), (300, 50, 0), (468, 60, 0), (728, 90, 0), (970, 90, 0),
    (970, 250, 0), (320, 100, 0), (1200, 300, 0), (900, 383, 0), (640, 200, 0), (1242, 290, 0), (1125, 360, 0),
    (1584, 396, (0, 0, 0, .2)), (1200, 628, 0), (1200, 628, (.1, .1, .1, .1)), (1280, 960, 0), (1280, 720, 0),
    (1920, 1080, 0), (456, 300, 0), (370, 245, 0), (750, 390, 0), (520, 280, 0), (1024, 500, 0), (1280, 720, (0, 0, .12, 0)),
    (300, 250, 0), (336, 280, 0), (250, 250, 0), (200, 200, 0), (1080, 1080, 0), (1200, 1200, (.1, .1, .1, .1)),
    (800, 640, 0), (520, 416, 0), (800, 800, 0), (1200, 1500, (.1, .1, .1, .1)), (1080, 1350, (.047, .06, .047, .06)),
    (640, 800, 0), (1080, 1440, 0), (750, 1000, 0), (750, 950, 0), (513, 750, 0), (1000, 1500, 0), (2064, 2752, 0),
    (640, 1136, 0), (1080, 1920, 0), (300, 600, 0), (900, 1600, 0), (1080, 1920, (.14, .06, .2, .06)),
    (1080, 1920, (.14, .06, .35, .06)), (1080, 1920, (.14, 0, .2, 0)), (1080, 1920, (.1, .1, .1, .1)), (1242, 2208, (0, 0, .2, 0)), (1320, 2868, 0),
    (160, 600, 0), (300, 1050, 0), (120, 600, 0),
]


@dataclass(frozen=True)
class Canvas:
    """width and height in px; insets top, right, bottom, left as fractions of the height or width."""
    w: float
    h: float
    insets: tuple = (0.0, 0.0, 0.0, 0.0)

    @property
    def short(self):
        return min(self.w, self.h)

    @property
    def ratio(self):
        return self.w / self.h

    @property
    def family(self):
        for name, (low, high, _, _) in FAMILIES.items():
            if low <= self.ratio < high:
                return name
        return "ultra_wide" if self.ratio >= 5 else "tower"

    def features(self, composition):
        """The 12 numbers the model reads."""
        one_hot = [1.0 if composition == c else 0.0 for c in COMPOSITIONS]
        return [math.log(self.ratio) / math.log(11), math.log2(self.short / 512) / 3, *self.insets, *one_hot, 1.0]


def compositions_for(ratio):
    """Composition families that suit a ratio (width over height), with how often a designer takes each."""
    if ratio >= 5:
        return {"strip": 1.0}
    if ratio >= 2.9:
        return {"strip": .4, "text_left": .35, "text_right": .25}
    if ratio >= 2.2:
        return {"text_left": .6, "text_right": .4}
    if ratio >= 1.6:
        return {"text_left": .5, "text_right": .3, "hero_behind": .2}
    if ratio >= 1.3:
        return {"text_left": .4, "text_right": .25, "hero_behind": .2, "stacked": .15}
    if ratio >= .85:
        return {"stacked": .45, "text_left": .25, "hero_behind": .3}
    if ratio >= .45:
        return {"stacked": .6, "hero_behind": .4}
    return {"stacked": 1.0}


def draw_canvas(rng, family=None):
    """One canvas: half of the time a size some placement asks for, otherwise any in the family."""
    if family is None:
        family = rng.choice(list(FAMILIES))
    if rng.random() < .5:
        known = [k for k in KNOWN if Canvas(k[0], k[1]).family == family]
        w, h, insets = rng.choice(known)
        return Canvas(w, h, insets or (0.0,) * 4)
    low, high, small, large = FAMILIES[family]
    ratio = math.exp(rng.uniform(math.log(low), math.log(high)))
    short = round(math.exp(rng.uniform(math.log(small), math.log(large))))
    w, h = (short * ratio, short) if ratio >= 1 else (short, short / ratio)
    return Canvas(round(w), round(h), draw_insets(rng, family))


def draw_insets(rng, family):
    roll = rng.random()
    if family == "ultra_wide" or roll < .55:
        return (0.0,) * 4
    if family == "tall" and roll < .85:
        return (rng.uniform(.08, .15), rng.uniform(0, .1), rng.uniform(.1, .36), rng.uniform(0, .1))
    if roll < .7:
        return (rng.uniform(.04, .1),) * 4
    if roll < .85:
        return tuple(rng.uniform(0, .1) for _ in range(4))
    side = rng.randrange(4)
    return tuple(rng.uniform(.06, .2) if i == side else 0.0 for i in range(4))
