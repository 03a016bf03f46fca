"""Trains the upscaler on crops: what the elements decoder makes of a render, or a clean, soft or noisy render, to the sharp one.

    python3 train.py --data ../work/upscaler --out ../work/upscaler --elements ../../elements-mini --minutes 40

It resumes from its checkpoint; with another decoder the decoded pictures are made anew, so the same command with
more minutes fine-tunes to that decoder. --elements may be left out: then only soft and noisy renders are seen.
"""
import argparse
import json
import math
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from model import Upscaler
from pairs import CROP, SCALE

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "elements")]
import weights  # noqa: E402
from autoencoder import use_onednn_for_pointwise  # noqa: E402
from export import CleanDecoder  # noqa: E402
from loop import Plan, train  # noqa: E402
from prompts import shapes  # noqa: E402

MARGIN = 6  # small pixels at the border of a crop that see less than the whole picture would show
DECODED, SOFT = .65, .25  # shares of what is seen; the rest is clean


def to_tensor(batch):
    """uint8 [n, h, w, 4] -> float [n, 4, h, w] in 0..1"""
    return torch.from_numpy(np.ascontiguousarray(batch)).permute(0, 3, 1, 2).float().div(255).contiguous(memory_format=torch.channels_last)


@torch.no_grad()
def decoded(small, elements, cache):
    """What the autoencoder of the elements model in that folder and the clean-up of its decoder make of each picture: uint8, as small. Cached by date."""
    if cache.exists() and cache.stat().st_mtime > (elements / "vae_decoder/model.onnx").stat().st_mtime and len(np.load(cache, mmap_mode="r")) == len(small):
        return np.load(cache)
    model = use_onednn_for_pointwise(weights.load_autoencoder(elements, shapes())).to(memory_format=torch.channels_last)
    decoder = CleanDecoder(model.decoder).eval()
    parts, begun = [], time.time()
    for i in range(0, len(small), 16):
        image = (decoder(model.encode(to_tensor(small[i:i + 16]) * 2 - 1)) + 1) * 127.5
        parts.append((image + .5).clamp(0, 255).permute(0, 2, 3, 1).numpy().astype(np.uint8))
        if i % 160 == 0:
            print(f"decoded {i}/{len(small)} in {time.time() - begun:.0f} s", flush=True)
    np.save(cache, np.concatenate(parts))
    return np.concatenate(parts)


def soften(x, rng):
    """A blur of its own width and a little noise for each picture [n, 4, h, w]; RGB stays under alpha."""
    parts = []
    for one in x.split(1):
        sigma = rng.uniform(.25, 1.0)
        taps = torch.exp(-.5 * (torch.arange(-2, 3) / sigma) ** 2)
        taps = (taps / taps.sum()).repeat(4, 1, 1, 1)
        one = F.conv2d(F.conv2d(F.pad(one, (2, 2, 2, 2), mode="replicate"), taps, groups=4), taps.transpose(2, 3), groups=4)
        inside = (one[:, 3:] * (1 - one[:, 3:]) * 4 + .3 * (one[:, 3:] > .5)).clamp(max=1)
        parts.append((one + torch.randn_like(one) * float(rng.uniform(0, .012)) * inside).clamp(0, 1))
    y = torch.cat(parts)
    return torch.cat([torch.minimum(y[:, :3], y[:, 3:]), y[:, 3:]], 1)


def loss_of(y, x):
    d = (y - x)[..., MARGIN * SCALE:-MARGIN * SCALE, MARGIN * SCALE:-MARGIN * SCALE]
    near = F.max_pool2d(x[:, 3:], 9, 1, 4)[..., MARGIN * SCALE:-MARGIN * SCALE, MARGIN * SCALE:-MARGIN * SCALE]
    weight = .3 + .7 * (near > 0).float()
    across, down = (d[..., 1:] - d[..., :-1]).abs(), (d[..., 1:, :] - d[..., :-1, :]).abs()
    return (d.abs() * weight).mean() + 4 * (d * d * weight).mean() + .5 * (across.mean() + down.mean())


def turned(a, b, way):
    """One of eight turns and mirrorings of both pictures [h, w, 4]."""
    for image in (a, b):
        image = np.rot90(image, way % 4)
        yield image[:, ::-1] if way >= 4 else image


def batch_of(data, small, painted, places, size, rng):
    inputs, targets, soft = [], [], []
    for n, i in enumerate(rng.integers(0, len(small), size)):
        k = int(rng.integers(0, len(places[i])))
        x, y = places[i][k]
        kind = rng.random()
        source = painted if painted is not None and kind < DECODED else small
        a, b = turned(source[i, y:y + CROP, x:x + CROP], data[i, k], int(rng.integers(0, 8)))
        inputs.append(a)
        targets.append(b)
        soft.append(kind >= DECODED and kind < DECODED + SOFT or painted is None and kind < DECODED)
    x, soft = to_tensor(np.stack(inputs)), torch.tensor(soft)
    if soft.any():
        x[soft] = soften(x[soft].contiguous(), rng)
    return x.contiguous(memory_format=torch.channels_last), to_tensor(np.stack(targets))


def foreground_psnr(y, x):
    """dB over the pixels that are not empty in x or y; RGBA in 0..1, premultiplied."""
    seen = ((x[:, 3:] > 0) | (y[:, 3:] > 0)).float()
    return -10 * math.log10(float((((y - x) ** 2) * seen).sum() / (4 * seen.sum())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--elements", type=Path, help="folder of the elements model whose decoder is to be made up for")
    parser.add_argument("--minutes", type=float, required=True, help="in all, those before a resumption counted in")
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    small, crops = np.load(options.data / "small.npy"), np.load(options.data / "crops.npy", mmap_mode="r")
    places = json.loads((options.data / "pairs.json").read_text())["places"]
    painted = decoded(small, options.elements, options.data / "decoded.npy") if options.elements else None

    model = use_onednn_for_pointwise(Upscaler()).to(memory_format=torch.channels_last)

    def one(step, share):
        x, target = batch_of(crops, small, painted, places, options.batch, np.random.default_rng([options.seed, step]))
        return dict(loss=loss_of(model(x), target))

    plan = Plan(options.rate, options.seed, minutes=options.minutes, floor=.03, average=.995, betas=(.9, .98), weight_decay=1e-4)
    train(model, [dict(params=list(model.parameters()))], plan, options.out / "upscaler.pt", one)


if __name__ == "__main__":
    main()
