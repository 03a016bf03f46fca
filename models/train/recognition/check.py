"""Measures the recognition networks on held-out renders.

    python3 check.py classifier --data ../work/recognition --trained ../work/recognition --out ../work/recognition/classifier.json
    python3 check.py embedder --data ../work/recognition --trained ../work/recognition --out ../work/recognition/embedder.json
    python3 check.py graphs --trained ../work/recognition --judge ../../elements-judge/classifier.onnx --embedder ../../embed-mini/model.onnx \
        --onnxruntime ../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so

The embedder is judged by linear probes: ridge regressions from the vector to each defect's severity and to each attribute,
fitted on one half of held-out renders that were flawed anew and measured on the other half (other poses).
"""
import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch

from defects import DEFECTS, flawed, softened
from nets import NATIVE, Classifier, Embedder
from renders import SIZE, WORDS, load
from train import ready, to_tensor

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "elements")]
from graphs import rounded  # noqa: E402
from onnxruntime_c import Runtime  # noqa: E402


ROUNDS = 4  # times that each held-out picture is flawed anew


def trained(network, folder, name):
    state = torch.load(folder / f"{name}.pt")
    model = network()
    model.load_state_dict(state["average"])
    return model.eval(), state


def held_out(options):
    images, labels, usable = load(options.data)
    return images[usable:], {name: values[usable:] for name, values in labels.items()}


@torch.no_grad()
def classifier(options):
    """Share of held-out renders read right, plain and softened, for each head and for all heads at once."""
    model, _ = trained(Classifier, options.trained, "classifier")
    images, labels = held_out(options)
    torch.manual_seed(5)
    figures = {}
    for way, change in (("plain", lambda x: x), ("softened", softened)):
        right = {name: [] for name in Classifier.HEADS}
        for i in range(0, len(images), 32):
            logits, _ = model.read(ready(change(to_tensor(images[i:i + 32]))))
            for name, value in logits.items():
                right[name].append(value.argmax(1).numpy() == labels[name][i:i + 32])
        right = {name: np.concatenate(parts) for name, parts in right.items()}
        figures[way] = {name: round(float(values.mean()), 4) for name, values in right.items()}
        figures[way]["all"] = round(float(np.all(list(right.values()), 0).mean()), 4)
    finish(options, dict(held_out_pictures=len(images), **figures, command="models/train/recognition/check.py classifier"))


def ridge(x, y, strength=1e-3):
    """Weights [d + 1, k] of the least squares from x [n, d] to y [n, k], penalised."""
    x = np.concatenate([x, np.ones((len(x), 1))], 1)
    return np.linalg.solve(x.T @ x + strength * len(x) * np.diag([1.] * (x.shape[1] - 1) + [0.]) / 100, x.T @ y)


def predict(x, weights):
    return np.concatenate([x, np.ones((len(x), 1))], 1) @ weights


def area_under_curve(score, positive):
    """The chance that a positive scores above a negative (Mann-Whitney)."""
    order = np.empty(len(score))
    order[score.argsort()] = np.arange(1, len(score) + 1)
    n = positive.sum()
    return float((order[positive].sum() - n * (n + 1) / 2) / (n * (len(score) - n)))


@torch.no_grad()
def embedder(options):
    model, _ = trained(Embedder, options.trained, "embedder")
    images, labels = held_out(options)
    torch.manual_seed(6)
    vectors, severities = [], []
    for i in range(0, len(images), 32):
        for _ in range(ROUNDS):
            x, severity, _ = flawed(to_tensor(images[i:i + 32]))
            vectors.append(model.embed(ready(x)).numpy())
            severities.append(severity.numpy())
    vectors, severities = np.concatenate(vectors).astype(np.float64), np.concatenate(severities).astype(np.float64)
    order = np.concatenate([np.tile(np.arange(i, min(i + 32, len(images))), ROUNDS) for i in range(0, len(images), 32)])
    half = len(vectors) // 2  # the poses are in order, so the halves share none
    foreseen = predict(vectors[half:], ridge(vectors[:half], severities[:half]))
    true = severities[half:]
    defects = {}
    for k, name in enumerate(DEFECTS):
        explained = 1 - ((foreseen[:, k] - true[:, k]) ** 2).sum() / ((true[:, k] - true[:, k].mean()) ** 2).sum()
        marked = (true[:, k] == 0) | (true[:, k] > .25)
        defects[name] = dict(r2=round(float(explained), 3), auc=round(area_under_curve(foreseen[marked, k], true[marked, k] > 0), 3))
    attributes = {}
    for name, words in WORDS.items():
        wanted = labels[name][order]
        found = predict(vectors[half:], ridge(vectors[:half], np.eye(len(words))[wanted[:half]])).argmax(1)
        attributes[name] = round(float((found == wanted[half:]).mean()), 4)
    finish(options, dict(held_out_pictures=len(images), flawed_pictures=len(vectors), defects=defects, attributes_of_flawed_pictures=attributes, command="models/train/recognition/check.py embedder"))


def finish(options, figures):
    print(json.dumps(figures, indent=1))
    options.out.write_text(json.dumps(figures))


@torch.no_grad()
def graphs(options):
    """Largest difference between torch and ONNX Runtime, and processor time of one picture on one thread."""
    runtime = Runtime(options.onnxruntime, 1)
    torch.manual_seed(7)
    for name, network, path, side, outputs in (
            ("classifier", Classifier, options.judge, SIZE, [*Classifier.HEADS, "features"]), ("embedder", Embedder, options.embedder, NATIVE, ["embedding"])):
        model = rounded(trained(network, options.trained, name)[0])
        run = runtime.session(path)
        x = torch.rand(3, 4, side, side) * 2 - 1
        expected = model(x) if name == "classifier" else (model(x),)
        worst = max(float(np.abs(a.numpy() - b).max()) for a, b in zip(expected, run(outputs, image=x.numpy())))
        seconds = []
        for _ in range(30):
            begun = time.process_time()
            run(outputs, image=x[:1].numpy())
            seconds.append(time.process_time() - begun)
        print(f"{name}: largest difference to torch {worst:.1e}; {1000 * np.median(seconds):.1f} ms of processor time a picture")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for run in (classifier, embedder, graphs):
        p = commands.add_parser(run.__name__)
        p.add_argument("--trained", type=Path, required=True)
        p.set_defaults(run=run)
        for extra in ("judge", "embedder", "onnxruntime") if run is graphs else ("data", "out"):
            p.add_argument(f"--{extra}", type=Path, required=True)
    torch.set_num_threads(1)
    chosen = parser.parse_args()
    chosen.run(chosen)
