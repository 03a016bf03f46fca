"""Renders pairs for the upscaler: whole pictures of 256 px and crops of the same scenes as they look at 1024 px.

    python3 pairs.py --out ../work/upscaler --poses 4 --seed 4001

A crop of a picture of 1024 px is the scene seen through a longer lens, so only what is trained on is marched.
Writes small.npy uint8 [n, 256, 256, 4], crops.npy uint8 [n, CROPS, 256, 256, 4] (premultiplied RGBA) and pairs.json with the
places of the crops in the small pictures. Held-out pictures, a pose of their own for each mode, are rendered whole:
held_small.npy and held_large.npy uint8 [m, 1024, 1024, 4]. None of the seeds is one of the elements' training set.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "elements"))
from prompts import LIGHTS, MATERIALS, modes, shapes  # noqa: E402
from render import SIZE, framed, look, picture, render  # noqa: E402

SCALE = 4
CROP = 64  # pixels of the small picture
CROPS = 3
LOOKS = 3
SAMPLES = 2  # along each side of a large pixel


def whole(shape, view, jitter, chosen):
    """uint8 [looks, 1024, 1024, 4] of one pose."""
    if shapes()[shape][0].is_texture:
        return picture(shape, view, jitter, chosen, SIZE * SCALE)
    return render(np.array([framed(shape, view, jitter)]), np.array([[look(shape, *one) for one in chosen]]), SIZE * SCALE, SAMPLES)[0]


def close_up(scene, x, y):
    """The scene as the square of CROP small pixels at (x, y) shows it: the same rays, a longer focal length."""
    zoom = SIZE / CROP
    centre = np.array([(x + CROP / 2) / SIZE * 2 - 1, 1 - (y + CROP / 2) / SIZE * 2], np.float32)
    s = scene.copy()
    s["focal"], s["pan"] = scene["focal"] * zoom, (scene["pan"] - centre) * zoom
    return s


def busy_places(small, count, rng):
    """Corners (x, y) of crops of [h, w, 4], more of them where neighbouring pixels differ."""
    p = small.astype(np.float32)
    busy = np.zeros(p.shape[:2])
    busy[:, 1:] += np.abs(np.diff(p, axis=1)).sum(2)
    busy[1:] += np.abs(np.diff(p, axis=0)).sum(2)
    sums = np.pad(busy, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    within = sums[CROP:, CROP:] - sums[:-CROP, CROP:] - sums[CROP:, :-CROP] + sums[:-CROP, :-CROP] + 1e-3
    places = rng.choice(within.size, count, p=(within / within.sum()).ravel())
    return [(int(i % within.shape[1]), int(i // within.shape[1])) for i in places]


def looks_of(kind, count, rng):
    return [(str(rng.choice(kind.hues)), str(rng.choice(LIGHTS)), str(rng.choice(MATERIALS))) for _ in range(count)]


def pair(shape, view, jitter, chosen, rng):
    """(small [looks, 256, 256, 4], crops [looks, CROPS, 256, 256, 4], places)."""
    small = picture(shape, view, jitter, chosen, SIZE)
    places = busy_places(small[0], CROPS, rng)
    side = CROP * SCALE
    if shapes()[shape][0].is_texture:
        large = whole(shape, view, jitter, chosen)
        crops = [large[:, y * SCALE:y * SCALE + side, x * SCALE:x * SCALE + side] for x, y in places]
        return small, np.stack(crops, 1), places
    scene = framed(shape, view, jitter)
    scenes = np.array([close_up(scene, x, y) for x, y in places])
    looks = np.array([[look(shape, *one) for one in chosen]] * CROPS)
    return small, render(scenes, looks, side, SAMPLES).swapaxes(0, 1), places


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--poses", type=int, default=4)
    parser.add_argument("--held", type=int, default=31, help="held-out pictures at 1024 px, spread over the modes")
    parser.add_argument("--every", type=int, default=1, help="only every so many of the shapes and views")
    parser.add_argument("--seed", type=int, default=4001)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(options.seed)
    every = modes()[::options.every]
    total, side = options.poses * len(every) * LOOKS, CROP * SCALE
    writing = lambda name, *shape: np.lib.format.open_memmap(options.out / name, "w+", np.uint8, (*shape, 4))
    held_small, held_large = writing("held_small.npy", options.held, SIZE, SIZE), writing("held_large.npy", options.held, SIZE * SCALE, SIZE * SCALE)
    begun, held = time.time(), []
    for n in range(options.held):
        shape, view = every[n * len(every) // options.held]
        jitter, chosen = rng.uniform(-1, 1, 3), looks_of(shapes()[shape][0], 1, rng)
        held_small[n], held_large[n] = picture(shape, view, jitter, chosen, SIZE)[0], whole(shape, view, jitter, chosen)[0]
        held.append(dict(shape=shape, view=view))
    print(f"{options.held} held-out pictures in {time.time() - begun:.0f} s", flush=True)
    small, crops = writing("small.npy", total, SIZE, SIZE), writing("crops.npy", total, CROPS, side, side)
    places, n, begun = [], 0, time.time()
    for _ in range(options.poses):
        for shape, view in every:
            a, b, where = pair(shape, view, rng.uniform(-1, 1, 3), looks_of(shapes()[shape][0], LOOKS, rng), rng)
            small[n:n + LOOKS], crops[n:n + LOOKS] = a, b
            places += [where] * LOOKS
            n += LOOKS
        print(f"{n}/{total} pairs, {n / (time.time() - begun):.1f} a second", flush=True)
    (options.out / "pairs.json").write_text(json.dumps(dict(places=places, held=held, seed=options.seed)))


if __name__ == "__main__":
    main()
