"""Write models/layout-mini from the folder of a training: model.onnx and testdata/reference.json.

`python3 export.py ../work/layout ../../layout-mini`; check.py afterwards measures and writes model.json."""
import json
import sys
from pathlib import Path

import torch

from canvas import Canvas
from encode import encode_lengths
from model import STEPS, LayoutFlow, sample
from roles import ROLES
from train import CHECKPOINT

CASES = [
    (Canvas(1200, 628), "text_left", dict(headline=7, subhead=14, benefit=6, cta=4, disclaimer=30, logo=3.2, ai_label=3.3, hero=0)),
    (Canvas(320, 50), "strip", dict(headline=9, cta=4, logo=3.2, ai_label=3.3, hero=0)),
    (Canvas(1080, 1920, (.14, .06, .35, .06)), "stacked", dict(headline=8, subhead=12, cta=5, disclaimer=44, logo=2, ai_label=3.3, hero=0)),
]


def load(folder):
    """The averaged weights, and the checkpoint they come from."""
    state = torch.load(Path(folder) / CHECKPOINT, map_location="cpu")
    model = LayoutFlow()
    model.load_state_dict(state["average"])
    return model.eval(), state


def inputs_of(case):
    canvas, composition, lengths = case
    present = [1.0 if r in lengths else 0.0 for r in ROLES]
    return present, encode_lengths(lengths).tolist(), canvas.features(composition)


def reference(model):
    """Fixed inputs with their outputs, and one whole trajectory from a noise that is written down."""
    generator = torch.Generator().manual_seed(2024)
    present, lengths, canvas = (torch.tensor(v, dtype=torch.float32) for v in zip(*map(inputs_of, CASES)))
    noise = torch.randn((len(CASES), len(ROLES), 4), generator=generator)
    time = torch.tensor([0.0, .375, .875])
    states = sample(model, noise, present, lengths, canvas)
    return dict(
        tolerance=2e-4,
        cases=[dict(width=c.w, height=c.h, insets=list(c.insets), composition=name, em_or_aspect=em) for c, name, em in CASES],
        inputs=dict(boxes=noise.tolist(), time=time.tolist(), present=present.tolist(), lengths=lengths.tolist(), canvas=canvas.tolist()),
        velocity=model(noise, time, present, lengths, canvas).tolist(),
        trajectory=dict(steps=STEPS, of="the three cases as one batch, from inputs.boxes as the noise",
                        states=[s.tolist() for s in states]))


def rounded(value):
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return [rounded(v) for v in value] if isinstance(value, (list, tuple)) else value


def main(trained, out):
    out = Path(out)
    (out / "testdata").mkdir(parents=True, exist_ok=True)
    model, _ = load(trained)
    names = ["boxes", "time", "present", "lengths", "canvas"]
    with torch.no_grad():
        data = reference(model)
        example = tuple(torch.tensor(data["inputs"][n]) for n in names)
        torch.onnx.export(model, example, str(out / "model.onnx"), input_names=names, output_names=["velocity"],
                          dynamic_axes={n: {0: "b"} for n in [*names, "velocity"]}, opset_version=17)
    import onnx
    onnx.checker.check_model(onnx.load(str(out / "model.onnx")))
    (out / "testdata" / "reference.json").write_text(json.dumps(rounded(data)) + "\n")
    print(f"{out}/model.onnx {(out / 'model.onnx').stat().st_size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:3])
