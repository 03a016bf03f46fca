"""Writes models/elements-judge (classifier.onnx and labels.json) and models/embed-mini (a model of the catalogue).

    python3 export.py classifier --trained ../work/recognition --quality ../work/recognition/classifier.json --out ../../elements-judge
    python3 export.py embedder --trained ../work/recognition --quality ../work/recognition/embedder.json --out ../../embed-mini
"""
import argparse
import json
import sys
from pathlib import Path

import torch

from check import trained
from nets import EMBEDDING, FEATURES, NATIVE, Classifier, Embedder
from renders import SIZE, WORDS

sys.path.append(str(Path(__file__).parent.parent))
from graphs import export_graph, rounded, sha256, write_json  # noqa: E402
from loop import stages  # noqa: E402


def ramp(side):
    """A test picture [1, 4, side, side] in -1..1: alpha between empty and solid in waves, RGB under it."""
    wave = (.6 * torch.sin(torch.arange(4 * side * side, dtype=torch.float32).reshape(1, 4, side, side) * .013) + .5).clamp(0, 1)
    return torch.cat([torch.minimum(wave[:, :3], wave[:, 3:]), wave[:, 3:]], 1) * 2 - 1


def write_graph(model, side, path, outputs):
    axes = {name: {0: "batch"} for name in ["image", *outputs]}
    export_graph(model, (torch.rand(2, 4, side, side),), path, ["image"], outputs, axes)
    return sha256(path)


def training(state):
    return dict(stages=stages(state), command="models/train/README.md")


def classifier(options, quality):
    model, state = trained(Classifier, options.trained, "classifier")
    model = rounded(model)
    outputs = [*Classifier.HEADS, "features"]
    digest = write_graph(model, SIZE, options.out / "classifier.onnx", outputs)
    write_json(options.out / "labels.json", dict(
        image=dict(width=SIZE, height=SIZE, channels=4, alpha="premultiplied", range=[-1, 1]), outputs=outputs, features=FEATURES,
        labels={name: list(WORDS[name]) for name in Classifier.HEADS}, training=training(state), quality=quality, files={"classifier.onnx": digest}))


def embedder(options, quality):
    model, state = trained(Embedder, options.trained, "embedder")
    model = rounded(model)
    digest = write_graph(model, NATIVE, options.out / "model.onnx", ["embedding"])
    with torch.no_grad():
        vector = model(ramp(NATIVE))[0]
    write_json(options.out / "testdata/reference.json", dict(
        image="2 v - 1, v = clamp(0.6 sin(0.013 i) + 0.5, 0, 1) and RGB no more than alpha, i = flat index into [1, 4, 256, 256]",
        embedding=[round(v, 6) for v in vector.tolist()]))
    write_json(options.out / "model.json", {
        "id": "embed-mini", "version": options.version, "kind": "embedder", "family": "residual-convolutions", "licence": "Apache-2.0",
        "embedder": {"size": NATIVE, "length": EMBEDDING}, "training": training(state), "quality": quality, "files": {"model.onnx": digest}})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("classifier", "embedder"))
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--quality", type=Path, help="JSON written by check.py")
    parser.add_argument("--version", default="1.0.0")
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    figures = json.loads(chosen.quality.read_text()) if chosen.quality else {}
    (classifier if chosen.kind == "classifier" else embedder)(chosen, figures)
