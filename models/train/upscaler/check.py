"""Measures the upscaler on held-out poses, against Lanczos.

    python3 check.py quality --data ../work/upscaler --trained ../work/upscaler --elements ../../elements-mini --out ../work/upscaler/quality.json
    python3 check.py graph --model ../../upscale-mini --trained ../work/upscaler \
        --onnxruntime ../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so

Lanczos (three lobes, in floats, on premultiplied RGBA, clamped to what premultiplied colours may be) and the network are
given the same pictures; PSNR is over the pixels within SEEN pixels of the sharp render's foreground, all four channels.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from PIL import Image

from pairs import SCALE
from train import decoded, to_tensor
from write import load, ramp

sys.path.insert(0, str(Path(__file__).parent.parent / "elements"))
from onnxruntime_c import Runtime  # noqa: E402

SEEN = 8
GROUND = .93


def lanczos_rows(small, scale, lobes=3):
    """[small * scale, small]: the weights of each large pixel, rows sum to 1, edges repeated."""
    rows = np.zeros((small * scale, small))
    for i in range(small * scale):
        centre = (i + .5) / scale - .5
        taps = np.arange(int(np.floor(centre)) - lobes + 1, int(np.floor(centre)) + lobes + 1)
        weights = np.sinc(centre - taps) * np.sinc((centre - taps) / lobes)
        np.add.at(rows[i], taps.clip(0, small - 1), weights / weights.sum())
    return torch.from_numpy(rows).float()


def lanczos(x):
    """[n, 4, h, w] in 0..1 -> [n, 4, 4 h, 4 w], clamped."""
    y = (lanczos_rows(x.shape[2], SCALE) @ x @ lanczos_rows(x.shape[3], SCALE).T).clamp(0, 1)
    return torch.cat([torch.minimum(y[:, :3], y[:, 3:]), y[:, 3:]], 1)


def errors(y, target):
    """(squared error summed over the pixels that count, how many numbers those are)."""
    seen = F.max_pool2d((target[:, 3:] > 0).float(), 2 * SEEN + 1, 1, SEEN)
    return float((((y - target) ** 2) * seen).sum()), float(4 * seen.sum())


def quality(options):
    small, large = np.load(options.data / "held_small.npy"), np.load(options.data / "held_large.npy", mmap_mode="r")
    painted = decoded(small, options.elements, options.data / "held_decoded.npy")
    model, _ = load(options.trained)
    ways = {"lanczos": lanczos, "upscaler": lambda x: (model(x * 2 - 1) + 1) / 2}
    figures, pictures = {}, []
    with torch.no_grad():
        for name, source in (("decoded", painted), ("clean", small)):
            sums = {way: np.zeros(2) for way in ways}
            for i in range(len(small)):
                x, target = to_tensor(source[i:i + 1]), to_tensor(large[i:i + 1])
                made = {way: function(x) for way, function in ways.items()}
                for way, y in made.items():
                    sums[way] += errors(y, target)
                if name == "decoded":
                    pictures.append([made["lanczos"], made["upscaler"], target])
            decibels = {way: -10 * np.log10(e / n) for way, (e, n) in sums.items()}
            figures[name] = dict({f"{way}_db": round(v, 2) for way, v in decibels.items()}, gain_db=round(decibels["upscaler"] - decibels["lanczos"], 2))
    figures = dict(held_out_pictures=len(small), **figures, command="models/train/upscaler/check.py quality")
    print(json.dumps(figures))
    options.out.write_text(json.dumps(figures))
    write_crops(pictures, options.out.with_name("crops.png"))


def write_crops(pictures, path, side=256, count=8):
    """Rows of Lanczos, the upscaler and the sharp render, at full size, about the busiest place of each."""
    rows = []
    for row in pictures[::max(1, len(pictures) // count)][:count]:
        target = row[-1][0, 3]
        busy = F.avg_pool2d(((row[-1][:, :, 1:, 1:] - row[-1][:, :, :-1, :-1]) ** 2).sum(1, keepdim=True), side, 32)[0, 0]
        y, x = divmod(int(busy.argmax()), busy.shape[1])
        y, x = min(32 * y, target.shape[0] - side), min(32 * x, target.shape[1] - side)
        flat = [(one[0, :3] + GROUND * (1 - one[0, 3:]))[:, y:y + side, x:x + side] for one in row]
        rows.append(torch.cat(flat, 2))
    page = (torch.cat(rows, 1).clamp(0, 1) * 255 + .5).byte().permute(1, 2, 0).numpy()
    Image.fromarray(page).save(path)


def graph(options):
    """Largest difference between torch and ONNX Runtime, at several sizes; seconds for 256 to 1024 px."""
    model, _ = load(options.trained)
    path = options.model / "model.onnx"
    onnx.checker.check_model(onnx.load(str(path)))
    run = Runtime(options.onnxruntime, options.threads).session(path)
    worst = 0.
    with torch.no_grad():
        for height, width in ((24, 40), (64, 36), (256, 256)):
            x = ramp(height, width)
            y, = run(["upscaled"], image=x.numpy())
            worst = max(worst, float(np.abs(model(x).numpy() - y).max()))
    print(f"largest difference to torch: {worst:.2e}")
    x, seconds = ramp(256, 256).numpy(), []
    for _ in range(7):
        wall, own = time.time(), time.process_time()
        run(["upscaled"], image=x)
        seconds.append((time.time() - wall, time.process_time() - own))
    print(f"256 to 1024 px on {options.threads} threads: {min(s[0] for s in seconds):.3f} s at best, {np.median([s[1] for s in seconds]):.3f} s of processor time")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    q, g = commands.add_parser("quality"), commands.add_parser("graph")
    for p in (q, g):
        p.add_argument("--trained", type=Path, required=True)
    q.add_argument("--data", type=Path, required=True)
    q.add_argument("--elements", type=Path, required=True)
    q.add_argument("--out", type=Path, required=True)
    g.add_argument("--model", type=Path, required=True)
    g.add_argument("--onnxruntime", type=Path, required=True)
    g.add_argument("--threads", type=int, default=2)
    q.set_defaults(run=quality)
    g.set_defaults(run=graph)
    torch.set_num_threads(1)
    chosen = parser.parse_args()
    chosen.run(chosen)
