"""Writes the tiny models of these tests, with random weights from fixed seeds: python3 make_tiny.py (PyTorch 1.13, ONNX 1.12).

tiny-elements and tiny-layout have the layout and the signatures of real models, and accept any height and width.
tiny-upscaler repeats each pixel four times across and down; tiny-embedder turns means of a picture's parts to a unit vector.
endless.onnx has a denoiser's signature and counts to a number it never reaches, so that only a cancel ends it.
"""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

HERE = Path(__file__).parent
CHANNELS, HEIGHT, WIDTH, DOWNSCALE, TEXT, TOKENS = 4, 6, 10, 2, 8, 12
WORDS = ["<|startoftext|>", "<|endoftext|>"] + [c for c in "abcdefghijklmnopqrstuvwxyz,."] + [c + "</w>" for c in "abcdefghijklmnopqrstuvwxyz,."]


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(len(WORDS), TEXT), nn.Parameter(torch.randn(TOKENS, TEXT))

    def forward(self, input_ids):
        hidden = torch.tanh(self.words(input_ids) + self.places)
        return hidden, hidden.mean(1)


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.into, self.text, self.time = nn.Conv2d(CHANNELS, 16, 3, padding=1), nn.Linear(TEXT, 16), nn.Linear(1, 16)
        self.middle, self.out = nn.Conv2d(16, 16, 3, padding=1), nn.Conv2d(16, CHANNELS, 3, padding=1)

    def forward(self, sample, timestep, encoder_hidden_states):
        condition = self.text(encoder_hidden_states.mean(1)) + self.time(timestep.float()[:, None] / 1000)
        x = torch.tanh(self.into(sample) + condition[:, :, None, None])
        return self.out(torch.tanh(self.middle(x)))


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.ConvTranspose2d(CHANNELS, 4, DOWNSCALE, stride=DOWNSCALE)

    def forward(self, latent_sample):
        return torch.tanh(self.out(latent_sample) + 0.3)


class Layout(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner, self.outer = nn.Linear(4 + 1 + 1 + 1 + 12, 32), nn.Linear(32, 4)

    def forward(self, boxes, time, present, lengths, canvas):
        wide = [boxes, time[:, None, None].expand(-1, 8, 1), present[..., None], lengths[..., None], canvas[:, None].expand(-1, 8, 12)]
        return self.outer(torch.tanh(self.inner(torch.cat(wide, 2)))) - boxes


class Upscaler(nn.Module):
    def __init__(self):
        super().__init__()
        self.copies = nn.Conv2d(4, 64, 1, bias=False)
        with torch.no_grad():
            self.copies.weight.copy_(torch.eye(4).repeat_interleave(16, 0)[:, :, None, None])

    def forward(self, image):
        return nn.functional.pixel_shuffle(self.copies(image), 4)


class Embedder(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(4 * 4 * 4, 8)

    def forward(self, image):
        return nn.functional.normalize(self.out(nn.functional.avg_pool2d(image, 4).flatten(1)), dim=1)


def export(module, inputs, path, names_in, names_out, axes):
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(module.eval(), inputs, str(path), opset_version=17, input_names=names_in, output_names=names_out, dynamic_axes=axes)


def endless(path):
    """The sample, plus 1 a quintillion times."""
    def value(name, kind, shape):
        return helper.make_tensor_value_info(name, kind, shape)

    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["go_on"]), helper.make_node("Add", ["x", "one"], ["more"])], "body",
        [value("i", TensorProto.INT64, []), value("go", TensorProto.BOOL, []), value("x", TensorProto.FLOAT, None)],
        [value("go_on", TensorProto.BOOL, []), value("more", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(np.array(1, np.float32), "one")])
    image = ["batch", CHANNELS, "height", "width"]
    graph = helper.make_graph(
        [helper.make_node("Loop", ["times", "", "sample"], ["out_sample"], body=body)], "endless",
        [value("sample", TensorProto.FLOAT, image), value("timestep", TensorProto.INT64, [1]),
         value("encoder_hidden_states", TensorProto.FLOAT, ["batch", "tokens", TEXT])],
        [value("out_sample", TensorProto.FLOAT, image)], [numpy_helper.from_array(np.array(10 ** 18, np.int64), "times")])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), str(path))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def manifest(folder, **fields):
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "model.json")
    hashes = {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    write(folder / "model.json", json.dumps(dict(id=folder.name, version="1.0.0", licence="Apache-2.0", **fields, files=hashes), indent=2) + "\n")


def elements(folder):
    torch.manual_seed(1)
    image, text = {0: "batch", 2: "height", 3: "width"}, {0: "batch", 1: "tokens"}
    sample, ids = torch.randn(2, CHANNELS, HEIGHT, WIDTH), torch.zeros(2, TOKENS, dtype=torch.long)
    export(Text(), (ids,), folder / "text_encoder/model.onnx", ["input_ids"], ["last_hidden_state", "pooler_output"],
           {"input_ids": {0: "batch"}, "last_hidden_state": {0: "batch"}, "pooler_output": {0: "batch"}})
    export(UNet(), (sample, torch.tensor([500]), torch.randn(2, TOKENS, TEXT)), folder / "unet/model.onnx",
           ["sample", "timestep", "encoder_hidden_states"], ["out_sample"],
           {"sample": image, "out_sample": image, "encoder_hidden_states": text})
    export(Decoder(), (sample,), folder / "vae_decoder/model.onnx", ["latent_sample"], ["sample"], {"latent_sample": image, "sample": image})
    write(folder / "tokenizer/vocab.json", json.dumps({word: i for i, word in enumerate(WORDS)}))
    write(folder / "tokenizer/merges.txt", "#version: 0.2\n")
    write(folder / "tokenizer/tokenizer_config.json", json.dumps({"model_max_length": TOKENS}))
    write(folder / "scheduler/scheduler_config.json", json.dumps({
        "_class_name": "DDIMScheduler", "beta_schedule": "scaled_linear", "beta_start": 0.00085, "beta_end": 0.012,
        "prediction_type": "v_prediction", "timestep_spacing": "trailing", "clip_sample": False}))
    manifest(folder, kind="elements", family="stable-diffusion",
             latent=dict(channels=CHANNELS, height=HEIGHT, width=WIDTH, downscale=DOWNSCALE),
             image=dict(width=WIDTH * DOWNSCALE, height=HEIGHT * DOWNSCALE, channels=4, alpha="premultiplied"),
             defaults=dict(scheduler="dpmpp_2m", steps=5, guidance=2.0),
             prompts=dict(template="{hue} {class}, {variant}", classes=["coin"], variants={"coin": ["star"]}, hues={"coin": ["gold", "red"]},
                          views=["front view"], lights=["warm light"], materials=["glossy"]))


def layout(folder):
    torch.manual_seed(2)
    folder.mkdir(exist_ok=True)
    inputs = (torch.randn(3, 8, 4), torch.rand(3), torch.ones(3, 8), torch.rand(3, 8), torch.randn(3, 12))
    names = ["boxes", "time", "present", "lengths", "canvas"]
    export(Layout(), inputs, folder / "model.onnx", names, ["velocity"], {name: {0: "batch"} for name in names + ["velocity"]})
    manifest(folder, kind="layout")


def pictures(upscaler, embedder):
    torch.manual_seed(3)
    sides = {0: "batch", 2: "height", 3: "width"}
    export(Upscaler(), (torch.rand(1, 4, 8, 12),), upscaler / "model.onnx", ["image"], ["upscaled"], {"image": sides, "upscaled": sides})
    manifest(upscaler, kind="upscaler", upscaler=dict(scale=4, multiple=4))
    export(Embedder(), (torch.rand(2, 4, 16, 16),), embedder / "model.onnx", ["image"], ["embedding"], {"image": {0: "batch"}, "embedding": {0: "batch"}})
    manifest(embedder, kind="embedder", embedder=dict(size=16, length=8))


if __name__ == "__main__":
    elements(HERE / "tiny-elements")
    layout(HERE / "tiny-layout")
    pictures(HERE / "tiny-upscaler", HERE / "tiny-embedder")
    endless(HERE / "endless.onnx")
