"""Trains the classifier or the embedder on renders; resumes from its checkpoint.

    python3 train.py classifier --data ../work/recognition --out ../work/recognition --minutes 12 --seed 31
    python3 train.py embedder --data ../work/recognition --out ../work/recognition --minutes 12 --seed 32
"""
import argparse
import math
import os
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from defects import flawed, softened
from nets import Classifier, Embedder
from renders import load

sys.path.insert(0, str(Path(__file__).parent.parent / "elements"))
from autoencoder import use_onednn_for_pointwise  # noqa: E402


def to_tensor(batch):
    """uint8 [n, h, w, 4] -> float [n, 4, h, w] in 0..1"""
    return torch.from_numpy(np.ascontiguousarray(batch)).permute(0, 3, 1, 2).float().div(255).contiguous()


def ready(x):
    return (x * 2 - 1).contiguous(memory_format=torch.channels_last)


def attribute_loss(logits, labels):
    return sum(F.cross_entropy(value, labels[name]) for name, value in logits.items())


def classifier_loss(model, x, labels):
    return attribute_loss(model.read(ready(softened(x)))[0], labels)


def embedder_loss(model, x, labels):
    """Attributes weigh less than defects, which are harder; a defect that hides an attribute is not held against it twice."""
    x, severity = flawed(x)
    logits, defects = model.read(model.embed(ready(x)))
    return .25 * attribute_loss(logits, labels) + 40 * F.mse_loss(defects, severity)  # a mean, not a median: most defects are absent


KINDS = dict(classifier=(Classifier, classifier_loss), embedder=(Embedder, embedder_loss))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True, help="in all, those before a resumption counted in")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=31)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    images, labels, usable = load(options.data)
    network, loss_of = KINDS[options.kind]
    model = use_onednn_for_pointwise(network()).to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, betas=(.9, .98), weight_decay=1e-3)
    checkpoint, step, before = options.out / f"{options.kind}.pt", 0, 0.
    average = {k: v.clone() for k, v in model.state_dict().items()}
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, before = state["average"], state["step"], state["seconds"]
    began, limit, report = time.time(), options.minutes * 60, 30.
    while True:
        elapsed = time.time() - began
        share = (before + elapsed) / limit
        if elapsed > report or share >= 1:
            report = elapsed + 60
            torch.save(dict(model=model.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=before + elapsed, seed=options.seed), f"{checkpoint}.new")
            os.replace(f"{checkpoint}.new", checkpoint)
            if step:
                print(f"{before + elapsed:.0f}s step {step} loss {loss.item():.4f} rate {options.rate * curve:.5f}", flush=True)
        if share >= 1:
            break
        curve = min(1, (step + 1) / 50) * (.02 + .98 * .5 * (1 + math.cos(math.pi * share)))
        for group in optimizer.param_groups:
            group["lr"] = options.rate * curve
        index = np.sort(rng.integers(0, usable, options.batch))
        loss = loss_of(model, to_tensor(images[index]), {name: torch.from_numpy(values[index]) for name, values in labels.items()})
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimizer.step()
        step += 1
        keep = min(.99, step / (step + 10))
        for k, v in model.state_dict().items():
            average[k].lerp_(v, 1 - keep)


if __name__ == "__main__":
    main()
