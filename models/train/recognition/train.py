"""Trains the classifier or the embedder on renders; resumes from its checkpoint.

    python3 train.py classifier --data ../work/recognition --out ../work/recognition --minutes 12 --seed 31
    python3 train.py embedder --data ../work/recognition --out ../work/recognition --minutes 40 --seed 32
"""
import argparse
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from defects import flawed, softened
from nets import Classifier, Embedder
from renders import load

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "elements")]
from autoencoder import use_onednn_for_pointwise  # noqa: E402
from loop import Plan, start_from, train  # noqa: E402


MARK_WEIGHT = 6.  # of a place with a stray mark against one without


def to_tensor(batch):
    """uint8 [n, h, w, 4] -> float [n, 4, h, w] in 0..1"""
    return torch.from_numpy(np.ascontiguousarray(batch)).permute(0, 3, 1, 2).float().div(255).contiguous()


def ready(x):
    return (x * 2 - 1).contiguous(memory_format=torch.channels_last)


def attribute_loss(logits, labels):
    return sum(F.cross_entropy(value, labels[name]) for name, value in logits.items())


def classifier_loss(model, x, labels):
    return dict(loss=attribute_loss(model.read(ready(softened(x)))[0], labels))


def embedder_loss(model, x, labels):
    """Attributes weigh less than defects, which are harder; a defect that hides an attribute is not held against it twice."""
    x, severity, marks = flawed(x)
    vectors, found = model.seen(ready(x))
    logits, defects = model.read(vectors)
    attributes, severities = attribute_loss(logits, labels), F.mse_loss(defects, severity)  # a mean, not a median: most defects are absent
    there = F.adaptive_max_pool2d(marks, model.MAP)
    places = F.binary_cross_entropy_with_logits(found, there, pos_weight=torch.tensor(MARK_WEIGHT))
    return dict(loss=.25 * attributes + 40 * severities + 4 * places, attributes=attributes, severities=severities, marks=places)


KINDS = dict(classifier=(Classifier, classifier_loss), embedder=(Embedder, embedder_loss))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True, help="in all, those before a resumption counted in")
    parser.add_argument("--start", type=Path, help="checkpoint whose weights are taken where they fit; without effect on a resumption")
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=31)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    images, labels, usable = load(options.data)
    network, loss_of = KINDS[options.kind]
    model = use_onednn_for_pointwise(network()).to(memory_format=torch.channels_last)
    history = start_from(model, options.start) if options.start else ()

    def one(step, share):
        index = torch.randint(0, usable, (options.batch,)).sort().values.numpy()
        return loss_of(model, to_tensor(images[index]), {name: torch.from_numpy(values[index]) for name, values in labels.items()})

    plan = Plan(options.rate, options.seed, minutes=options.minutes, betas=(.9, .98), weight_decay=1e-3)
    train(model, [dict(params=list(model.parameters()))], plan, options.out / f"{options.kind}.pt", one, history=history)


if __name__ == "__main__":
    main()
