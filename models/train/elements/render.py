"""Renders the training set: poses and looks for every shape, marched by renderer.c.

    python3 render.py --out ../work/data --poses 32 --looks 6 --seed 1
    python3 render.py --sheet sheet.png            # one picture of each shape and view, to look at
"""
import argparse
import ctypes
import itertools
import json
import math
import time
from pathlib import Path

import numpy as np
from PIL import Image

from prompts import LIGHTS, MATERIALS, METALS, modes, shapes
from textures import texture

SIZE = 256
HERE = Path(__file__).parent

HUE = {
    "red": (.88, .085, .075), "orange": (1.0, .49, .07), "yellow": (1.0, .76, .13), "green": (.07, .66, .36),
    "teal": (.05, .66, .70), "blue": (.07, .36, .94), "purple": (.47, .20, .90), "pink": (1.0, .46, .60),
    "gold": (1.0, .70, .21), "silver": (.87, .90, .95), "rose gold": (.98, .60, .47),
}
# view: yaw, pitch in degrees
POSE = {"front view": (0, 6), "three-quarter view": (-36, 15), "right view": (36, 15), "top view": (-24, 42)}
KIND_POSE = {  # where the common pose does not flatter; flat things are seen from above less steeply
    "gold-coin": {"front view": (0, 3), "three-quarter view": (-36, -4), "right view": (36, -4), "top view": (-24, 26)},
    "red-packet": {"top view": (-24, 26)},
    "shield": {"top view": (-24, 26)},
    "gift-box": {"front view": (-8, 15), "three-quarter view": (-36, 24), "right view": (36, 24), "top view": (-24, 51)},
    "gold-bars": {"front view": (-12, 18), "three-quarter view": (-36, 27), "right view": (36, 27), "top view": (-24, 54)},
    "piggy-bank": {"front view": (-62, 6), "three-quarter view": (-28, 15), "right view": (208, 15), "top view": (-42, 42)},
    "wallet": {"three-quarter view": (-30, 13), "right view": (32, 13), "top view": (-22, 34)},
    "rocket": {"three-quarter view": (-26, 8), "front view": (0, 4), "right view": (30, 8), "top view": (-18, 24)},
    "trophy": {"three-quarter view": (-20, 13), "right view": (20, 13), "top view": (-14, 36)},
    "safe": {"top view": (-26, 32)},
    "calendar": {"top view": (-24, 30)},
    "coupon": {"three-quarter view": (-30, 10), "right view": (30, 10), "top view": (-22, 30)},
    "phone": {"three-quarter view": (-28, 10), "right view": (28, 10), "top view": (-24, 32)},
    "bank-card": {"three-quarter view": (-30, 10), "right view": (30, 10), "top view": (-22, 32)},
    "chart": {"top view": (-24, 34)},
}
POSE_JITTER = (2.5, 2.0, 1.5)  # yaw, pitch, roll
LIGHT = {  # key, rim, sky
    "neutral light": ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), (1.0, 1.0, 1.0)),
    "warm light": ((1.09, .97, .80), (1.20, .80, .42), (1.05, .98, .90)),
    "cool light": ((.90, .98, 1.10), (.45, .80, 1.30), (.93, 1.0, 1.10)),
}

SCENE = np.dtype([("shape", "f4"), ("rotation", "f4", 9), ("distance", "f4"), ("focal", "f4"), ("scale", "f4"),
                  ("pan", "f4", 2), ("key", "f4", 3)])
LOOK = np.dtype([("key_colour", "f4", 3), ("rim_colour", "f4", 3), ("sky_colour", "f4", 3), ("key_strength", "f4"),
                 ("material", "f4", (7, 5))])


def _library():
    return ctypes.CDLL(str(HERE / "renderer.so"))


def render(scenes, looks, size=SIZE, supersampling=3):
    """scenes [n], looks [n, k] -> uint8 [n, k, size, size, 4], premultiplied RGBA."""
    scenes, looks = np.ascontiguousarray(scenes), np.ascontiguousarray(looks)
    n, k = looks.shape
    out = np.zeros((n, k, size, size, 4), np.uint8)
    pointer = lambda a: a.ctypes.data_as(ctypes.c_void_p)
    _library().render_batch(pointer(scenes), pointer(looks), n, k, pointer(out), size, supersampling)
    return out


def scene(shape, view, jitter):
    """jitter: three numbers in [-1, 1] that move yaw, pitch and roll."""
    yaw, pitch = KIND_POSE.get(shapes()[shape][0].id, {}).get(view, POSE[view])
    yaw, pitch, roll = (math.radians(a + j * s) for a, j, s in zip((yaw, pitch, 0), jitter, POSE_JITTER))
    cy, sy, cp, sp, cr, sr = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch), math.cos(roll), math.sin(roll)
    around_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    around_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    around_z = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    key = np.array([-.55, .72, .62])
    s = np.zeros((), SCENE)
    s["shape"], s["rotation"] = shape, (around_z @ around_x @ around_y).reshape(-1)
    s["distance"], s["focal"], s["scale"] = 5.6, 4.1, .7
    s["key"] = key / np.linalg.norm(key)
    return s


TROPHY_BASE = {"gold": (.80, .06, .06), "silver": (.06, .24, .72), "rose gold": (.45, .05, .14)}
FLAME, BANKNOTE = (1.45, .74, .08), (.42, .80, .52)


def look(shape, hue, light, finish=MATERIALS[0]):
    """The colours of one picture: light, and the seven materials as (r, g, b, metal, roughness)."""
    kind, variant = shapes()[shape]
    s = np.zeros((), LOOK)
    s["key_colour"], s["rim_colour"], s["sky_colour"] = LIGHT[light]
    s["key_strength"] = .92
    base, metal = np.array(HUE[hue]), float(hue in METALS)
    rough, trim_rough = (.10, .16) if finish == "glossy" else (.62, .42)
    second, second_metal, second_rough = base * (.82 if metal else .80), metal, rough
    trim, trim_metal = np.array(HUE["gold"]), 1.
    accent, glass = np.array(HUE["red"] if hue in ("orange", "yellow", "gold") else (1., .55, .10)), (.35, .70, 1., 0, .05)
    if kind.id == "shield":
        second = np.clip(base + .10, 0, 1)
    elif kind.id == "gift-box" and hue == "orange":
        trim, trim_metal = np.array(HUE["red"]), 0.
    elif kind.id == "trophy":
        second, second_metal, second_rough = np.array(TROPHY_BASE[hue]), 0., .12
    elif kind.id == "wallet" and variant == 0:
        glass = (*BANKNOTE, 0, .3)
    elif kind.id == "rocket":
        accent = np.array(FLAME)
    elif kind.id == "bank-card":
        second = np.clip(base + .16, 0, 1)
        trim = np.array(HUE["silver" if hue == "gold" else "gold"])
    s["material"] = np.array([(*base, metal, rough), (*second, second_metal, second_rough), (*trim, trim_metal, trim_rough),
                              (.045, .035, .05, 0, .15), (.98, .98, .98, 0, .3), (*accent, 0, .25), glass], np.float32)
    return s


_frames = {}


def framed(shape, view, jitter):
    """The scene with size and pan set so that the unmoved pose fills 90 % of the picture."""
    if (shape, view) not in _frames:
        s, margin, size = scene(shape, view, (0, 0, 0)), .90, 160
        plain = look(shape, shapes()[shape][0].hues[0], LIGHTS[0])
        pan, scale = np.zeros(2), .7
        for _ in range(4):  # perspective makes it a fixed point, not a formula
            s["pan"], s["scale"] = pan, scale
            alpha = render(np.array([s]), np.array([[plain]]), size, 1)[0, 0, :, :, 3] > 0
            rows, cols = np.flatnonzero(alpha.any(1)), np.flatnonzero(alpha.any(0))
            height, width = rows[-1] - rows[0] + 1, cols[-1] - cols[0] + 1
            zoom = margin * size / max(height, width)
            centre = np.array([(cols[0] + cols[-1] + 1) / size - 1, 1 - (rows[0] + rows[-1] + 1) / size])
            pan, scale = (pan - centre) * zoom, scale * zoom
        _frames[shape, view] = pan, scale
    s = scene(shape, view, jitter)
    s["pan"], s["scale"] = _frames[shape, view]
    return s


def sheet(images, columns, path, grounds=((240, 242, 248), (40, 48, 72))):
    """images uint8 [n, h, w, 4] premultiplied, laid on alternating grounds."""
    n, h, w, _ = images.shape
    page = np.zeros((-(-n // columns) * h, columns * w, 3), np.float32)
    for i, image in enumerate(images.astype(np.float32)):
        r, c = divmod(i, columns)
        page[r * h:(r + 1) * h, c * w:(c + 1) * w] = image[..., :3] + np.array(grounds[(r + c) % 2]) * (1 - image[..., 3:] / 255)
    Image.fromarray(page.clip(0, 255).astype(np.uint8)).save(path)


def overview(path, size):
    """One picture of each mode; hues, lights and materials in turn."""
    images, start = [], time.time()
    for n, (s, view) in enumerate(modes()):
        kind = shapes()[s][0]
        hue, light, finish = kind.hues[n % len(kind.hues)], LIGHTS[n % 3], MATERIALS[n // 2 % 2]
        images.append(picture(s, view, (0, 0, 0), [(hue, light, finish)], size)[0])
    print(f"{len(images) / (time.time() - start):.1f} images/s")
    sheet(np.stack(images), 8, path)


def picture(shape, view, jitter, looks, size):
    """uint8 [looks, size, size, 4] of one pose in several looks (hue, light, material)."""
    kind, variant = shapes()[shape]
    if kind.is_texture:
        seed = [int((j + 1) * 1e6) for j in jitter]
        return np.stack([texture(kind.variants[variant], HUE[hue], LIGHT[light][0], np.random.default_rng([*seed, i]), size, finish == "glossy")
                         for i, (hue, light, finish) in enumerate(looks)])
    return render(np.array([framed(shape, view, jitter)]), np.array([[look(shape, *one) for one in looks]]), size)[0]


def plan(poses, looks_each, seed):
    """For each pose and mode its jitter and its looks (hue, light, material), all different."""
    rng = np.random.default_rng(seed)
    rounds = []
    for _ in range(poses):
        one = []
        for s, _ in modes():
            jitter = rng.uniform(-1, 1, 3)
            every = list(itertools.product(shapes()[s][0].hues, LIGHTS, MATERIALS))
            one.append((jitter, [every[i] for i in rng.permutation(len(every))[:looks_each]]))
        rounds.append(one)
    return rounds


def dataset(folder, poses, looks_each, seed):
    """Writes images.npy [n, 256, 256, 4] and attributes.json; pose outermost, so that any prefix covers all modes."""
    folder.mkdir(parents=True, exist_ok=True)
    rounds = plan(poses, looks_each, seed)
    total = poses * len(modes()) * looks_each
    images = np.lib.format.open_memmap(folder / "images.npy", "w+", np.uint8, (total, SIZE, SIZE, 4))
    attributes, done, start = [], 0, time.time()
    for pose, one in enumerate(rounds):
        solid = [i for i, (s, _) in enumerate(modes()) if not shapes()[s][0].is_texture]
        scenes = [framed(*modes()[i], one[i][0]) for i in solid]
        looks = [[look(modes()[i][0], *chosen) for chosen in one[i][1]] for i in solid]
        block = dict(zip(solid, render(np.array(scenes), np.array(looks))))
        for i, ((s, view), (jitter, chosen)) in enumerate(zip(modes(), one)):
            images[done:done + looks_each] = block[i] if i in block else picture(s, view, jitter, chosen, SIZE)
            attributes += [dict(shape=s, hue=hue, view=view, light=light, material=finish, pose=pose, jitter=[round(j, 4) for j in jitter])
                           for hue, light, finish in chosen]
            done += looks_each
        print(f"{done}/{total} {done / (time.time() - start):.1f} images/s", flush=True)
    images.flush()
    (folder / "attributes.json").write_text(json.dumps(attributes))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--poses", type=int, default=32)
    parser.add_argument("--looks", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--size", type=int, default=SIZE)
    options = parser.parse_args()
    if options.sheet:
        overview(options.sheet, options.size)
    if options.out:
        dataset(options.out, options.poses, options.looks, options.seed)
