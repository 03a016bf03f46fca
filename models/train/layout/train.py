"""Train the layout model.

`python3 train.py TRAIN.npz [MORE.npz] OUT --minutes 12 --seed 7 [--start MODEL.onnx]`; OUT is a folder, its checkpoint
layout.pt is gone on from where there is one. The learning rate falls to zero over the minutes given. Each set gives the
same number of layouts to a batch, however many it holds.
"""
import argparse
import sys
from pathlib import Path

import numpy as np
import torch

from model import STEPS, LayoutFlow

sys.path.append(str(Path(__file__).parent.parent))
from loop import Plan, train  # noqa: E402

CHECKPOINT = "layout.pt"


def loss_of(model, batch):
    """Squared error of the predicted boxes and of their edges, heavier near the end where edges must meet."""
    boxes, present, lengths, canvas, placed = batch
    count = boxes.shape[0]
    on_grid = torch.randint(0, STEPS, (count,)) / STEPS
    t = torch.where(torch.rand(count) < .6, on_grid, torch.rand(count) * .95)
    noise = torch.randn(boxes.shape)
    x = (1 - t).reshape(-1, 1, 1) * noise + t.reshape(-1, 1, 1) * boxes
    error = (model.predict(x, t, present, lengths, canvas) - boxes) * placed.unsqueeze(-1)
    centre, size = error[..., :2], error[..., 2:]
    edges = torch.cat([centre - size / 2, centre + size / 2], -1)
    weight = 1 / (.15 + 1 - t)
    per = (error ** 2).sum((1, 2)) + (edges ** 2).sum((1, 2)) + .15 * error.abs().sum((1, 2))
    return (per * weight).mean() / 16


def batch_of(sets, count):
    """Rows drawn from each set alike."""
    parts = []
    for data in sets:
        rows = torch.randint(0, data[0].shape[0], (count // len(sets),))
        parts.append([d[rows] for d in data])
    return [torch.cat(columns) for columns in zip(*parts)]


def weights_of(path, model):
    """The weights of a model that export.py wrote. Matrices that the exporter turned into MatMul constants lie in the order of use, transposed."""
    import onnx.numpy_helper
    graph = onnx.load(path).graph
    named = {i.name: torch.from_numpy(onnx.numpy_helper.to_array(i).copy()) for i in graph.initializer}
    state = model.state_dict()
    constants = [named[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in named]
    missing = iter([k for k in used_in_order(model) if k not in named])
    found = {k: named[k] for k in state if k in named}
    found.update((k, constant.t().contiguous()) for k, constant in zip(missing, constants, strict=True))
    return found


def used_in_order(model):
    """Names of the matrices in the order in which the network uses them."""
    blocks = [f"blocks.{i}.{part}.weight" for i in range(len(model.blocks)) for part in ("qkv", "out", "up", "down")]
    return ["boxes.weight", "length.weight", *blocks, "head.weight"]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("data", nargs="+"), p.add_argument("out", type=Path)
    p.add_argument("--minutes", type=float, default=12, help="in all, those before a resumption counted in")
    p.add_argument("--batch", type=int, default=128)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--seed", type=int, default=7)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--start", help="an exported model whose weights to begin with")
    a = p.parse_args()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    sets = [[torch.from_numpy(np.load(d)[k]) for k in ("boxes", "present", "lengths", "canvas", "placed")] for d in a.data]
    model = LayoutFlow()
    if a.start:
        model.load_state_dict(weights_of(a.start, model))
    plan = Plan(a.rate, a.seed, minutes=a.minutes, warm_up=200, floor=0., average=.997, every=30., betas=(.9, .98), weight_decay=1e-4)
    train(model, [dict(params=list(model.parameters()))], plan, a.out / CHECKPOINT, lambda step, share: dict(loss=loss_of(model, batch_of(sets, a.batch))))


if __name__ == "__main__":
    main()
