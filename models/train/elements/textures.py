"""Background textures: soft, of low frequency, so that they can be enlarged to a whole canvas."""
import numpy as np


def _ramp(base, t):
    """Colours along a ramp through base: t in 0..1 goes from deep through base to a bright tint. Returns [..., 3]."""
    deep, bright = base * (.22 + .30 * base), base + (1 - base) * .62
    t = np.clip(t, 0, 1)[..., None]
    return np.where(t < .5, deep + (base - deep) * (t / .5), base + (bright - base) * ((t - .5) / .5))


def _grid(size):
    axis = (np.arange(size) + .5) / size * 2 - 1
    return np.meshgrid(axis, axis)


def _silk(x, y, rng):
    """Folds of cloth: a sum of bent waves, each warped by the one before."""
    angle = rng.uniform(-.9, -.3)
    u, v = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    phase = rng.uniform(0, 2 * np.pi, 4)
    v = v + .22 * np.sin(1.7 * u + phase[0]) + .10 * np.sin(3.1 * u - 1.3 * v + phase[1])
    fold = np.sin(3.4 * v + phase[2] + .8 * np.sin(1.2 * u + phase[3]))
    return .46 + .30 * fold * np.abs(fold) + .12 * np.sin(6.1 * v + phase[1] + u)


def _bokeh(x, y, rng):
    """Out-of-focus lamps over a soft gradient."""
    t = .34 + .14 * (x * rng.uniform(-1, 1) - y)
    for _ in range(9):
        cx, cy, radius = rng.uniform(-1.05, 1.05), rng.uniform(-1.05, 1.05), rng.uniform(.12, .36)
        edge = .05 + .05 * rng.random()
        distance = np.hypot(x - cx, y - cy)
        t = t + rng.uniform(.12, .30) * np.clip((radius - distance) / edge + .5, 0, 1) * (.72 + .28 * distance / radius)
    return t


def _waves(x, y, rng):
    """Ribbons of light across a dark ground."""
    t = .26 + .10 * y
    for k in range(3):
        phase, slope, bend = rng.uniform(0, 2 * np.pi), rng.uniform(-.35, .35), rng.uniform(.15, .35)
        centre = rng.uniform(-.7, .7) + slope * x + bend * np.sin(rng.uniform(1.2, 2.2) * x + phase)
        d = y - centre
        t = t + .50 * np.where(d > 0, np.exp(-d / .40), np.exp(d / .05)) * (.75 + .25 * np.sin(1.4 * x + phase))
    return t


def _hills(x, y, rng):
    """Layers of paper, each lighter and lower than the one behind it, with a soft shadow along its edge."""
    t = .24 + .22 * (1 - y) * .5
    for k in range(4):
        line = -.62 + .44 * k + .16 * np.sin(rng.uniform(1.1, 2.4) * x + rng.uniform(0, 6.3)) + .07 * np.sin(rng.uniform(2.5, 4.) * x + rng.uniform(0, 6.3))
        inside = np.clip((y - line) / .012 + .5, 0, 1)
        shade = .09 * np.exp(-np.clip(line - y, 0, None) / .09) * (1 - inside)
        t = (t - shade) * (1 - inside) + inside * (.40 + .11 * k - .10 * (y - line))
    return t


KINDS = {"silk folds": _silk, "soft bokeh": _bokeh, "light waves": _waves, "layered hills": _hills}


def texture(variant, base, light, rng, size, gloss):
    """uint8 [size, size, 4], opaque. base: linear-looking RGB 0..1; light: key colour; gloss deepens the contrast."""
    x, y = _grid(size)
    t = KINDS[variant](x, y, rng)
    t = .45 + (t - .45) * (1.12 if gloss else .82)
    rgb = np.clip(_ramp(np.asarray(base, float), t) * np.asarray(light), 0, 1)
    return np.concatenate([(rgb * 255 + .5).astype(np.uint8), np.full((size, size, 1), 255, np.uint8)], -1)
