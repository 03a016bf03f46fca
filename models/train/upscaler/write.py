"""Writes models/upscale-mini: the graph, model.json with the figures of check.py, and reference values for other implementations.

    python3 write.py --trained ../work/upscaler --out ../../upscale-mini
"""
import argparse
import json
import sys
from pathlib import Path

import torch

from model import MULTIPLE, SCALE, Clean, Upscaler

sys.path.append(str(Path(__file__).parent.parent))
from graphs import export_graph, sha256, write_json  # noqa: E402


def load(folder):
    """(the cleaned network, the checkpoint)."""
    state = torch.load(folder / "upscaler.pt")
    network = Upscaler()
    network.load_state_dict(state["average"])
    return Clean(network).eval(), state


def ramp(height, width):
    """A test picture [1, 4, h, w] in -1..1: alpha between empty and solid in waves, RGB under it."""
    i = torch.arange(4 * height * width, dtype=torch.float32).reshape(1, 4, height, width)
    wave = (.6 * torch.sin(i * .013) + .5).clamp(0, 1)
    return torch.cat([torch.minimum(wave[:, :3], wave[:, 3:]), wave[:, 3:]], 1) * 2 - 1


def figures(t):
    flat = t.double().flatten()
    return dict(shape=list(t.shape), first=[round(v, 6) for v in flat[:8].tolist()], sum=round(flat.sum().item(), 4), mean=round(flat.mean().item(), 7))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1.0.0")
    parser.add_argument("--quality", type=Path, help="JSON written by check.py quality")
    options = parser.parse_args()
    torch.set_num_threads(1)
    model, state = load(options.trained)
    graph = options.out / "model.onnx"
    sides = lambda name: {0: "batch", 2: f"{name}height", 3: f"{name}width"}
    export_graph(model, (torch.rand(1, 4, 24, 40),), graph, ["image"], ["upscaled"], {"image": sides(""), "upscaled": sides("upscaled_")}, halve=False)
    with torch.no_grad():
        write_json(options.out / "testdata/reference.json", dict(
            image="2 v - 1, v = clamp(0.6 sin(0.013 i) + 0.5, 0, 1) and RGB no more than alpha, i = flat index into [1, 4, 24, 40]", upscaled=figures(model(ramp(24, 40)))))
    write_json(options.out / "model.json", {
        "id": "upscale-mini", "version": options.version, "kind": "upscaler", "family": "residual-convolutions", "licence": "Apache-2.0",
        "upscaler": {"scale": SCALE, "multiple": MULTIPLE},
        "training": dict(minutes=round(state["seconds"] / 60, 1), steps=state["step"], seed=1, command="models/train/README.md"),
        "quality": json.loads(options.quality.read_text()) if options.quality else {},
        "files": {"model.onnx": sha256(graph)}})
    print(f"{graph.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
