"""Renders for the recognition networks: 128 px, seeds of their own, never a picture of the generator or of its training set.

    python3 renders.py --out ../work/recognition --poses 20 --looks 4 --seed 7001

Writes images.npy uint8 [n, 128, 128, 4] (premultiplied RGBA, 3 x 3 samples a pixel) and attributes.json. The last HELD poses of
every mode are for measuring alone.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent / "elements"))
from prompts import CLASSES, LIGHTS, MATERIALS, VIEWS, modes, shapes  # noqa: E402
from render import picture  # noqa: E402

SIZE = 128
HELD = 2
HUES = tuple(sorted({hue for kind in CLASSES for hue in kind.hues}))
NAMES = tuple(f"{kind.id}/{kind.variants[variant]}" for kind, variant in shapes())
WORDS = dict(shape=NAMES, view=VIEWS, hue=HUES, light=LIGHTS)


def load(folder):
    """(images as a memory map, {attribute: int64 [n]}, how many at the front are for training)."""
    images, stored = np.load(folder / "images.npy", mmap_mode="r"), json.loads((folder / "attributes.json").read_text())
    labels = {name: np.array([words.index(a[name]) for a in stored["pictures"]]) for name, words in WORDS.items()}
    return images, labels, len(images) - stored["held"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--poses", type=int, default=20)
    parser.add_argument("--looks", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7001)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(options.seed)
    total = options.poses * len(modes()) * options.looks
    images = np.lib.format.open_memmap(options.out / "images.npy", "w+", np.uint8, (total, SIZE, SIZE, 4))
    pictures, begun = [], time.time()
    for _ in range(options.poses):
        for shape, view in modes():
            chosen = [(str(rng.choice(shapes()[shape][0].hues)), str(rng.choice(LIGHTS)), str(rng.choice(MATERIALS))) for _ in range(options.looks)]
            images[len(pictures):len(pictures) + options.looks] = picture(shape, view, rng.uniform(-1, 1, 3), chosen, SIZE)
            pictures += [dict(shape=NAMES[shape], view=view, hue=hue, light=light, material=material) for hue, light, material in chosen]
        print(f"{len(pictures)}/{total} pictures, {len(pictures) / (time.time() - begun):.1f} a second", flush=True)
    images.flush()
    held = min(HELD, options.poses // 2) * len(modes()) * options.looks
    (options.out / "attributes.json").write_text(json.dumps(dict(held=held, seed=options.seed, pictures=pictures)))


if __name__ == "__main__":
    main()
