"""Reads the weights of an exported model back, so that training goes on from what was shipped.

Weights kept in fewer bits are widened. torch.onnx.export folds what it can: a Linear's weight comes back transposed and without its name, a GroupNorm's as the
factor and summand of its last steps. The scope of each node still says whose they were.
"""
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from autoencoder import Autoencoder
from prompts import modes
from tokenizer import Tokenizer

sys.path.append(str(Path(__file__).parent.parent))
from graphs import BYTE, SCALE  # noqa: E402


def _graph(path):
    graph = onnx.load(str(path)).graph
    values = {i.name.removesuffix(".half"): torch.from_numpy(np.array(numpy_helper.to_array(i))) for i in graph.initializer}
    for name in [k.removesuffix(BYTE) for k in values if k.endswith(BYTE)]:
        values[name] = values.pop(name + BYTE) * values.pop(name + SCALE)
    state = {k: v for k, v in values.items() if not k.startswith("onnx::")}
    for node in graph.node:
        scope = ".".join(node.name.strip("/").split("/")[:-1])
        for name in node.input:
            if not name.startswith("onnx::") or name not in values or not scope:
                continue
            value = values[name]
            if node.op_type == "MatMul":
                state[f"{scope}.weight"] = value.t().contiguous()
            elif node.op_type in ("Mul", "Add"):
                state[f"{scope}.{'weight' if node.op_type == 'Mul' else 'bias'}"] = value.reshape(-1)
    return {k: v.float() if v.dtype == torch.float16 else v for k, v in state.items()}


def _load(module, state, what):
    """Loads what fits by name and shape; says what stays as it was made."""
    own = module.state_dict()
    fitting = {k: v for k, v in state.items() if k in own and own[k].shape == v.shape}
    module.load_state_dict(fitting, strict=False)
    left = sorted(set(own) - set(fitting))
    print(f"{what}: {len(fitting)} of {len(own)} tensors from the exported model" + (f"; new: {', '.join(left)}" if left else ""), flush=True)
    return fitting


def old_modes(folder):
    """The (class noun, variant, view) of each slot of an exported model, in order."""
    import json
    prompts = json.loads((Path(folder) / "model.json").read_text("utf-8"))["prompts"]
    views = lambda noun: prompts.get("class_views", {}).get(noun, prompts["views"])
    return [(noun, variant, view) for noun in prompts["classes"] for variant in prompts["variants"][noun] for view in views(noun)]


def load_decoder(decoder, folder, shapes):
    """Decoder weights; slots that the exported model had keep their memory. Returns the indices of those slots."""
    state = {k.removeprefix("decoder."): v for k, v in _graph(Path(folder) / "vae_decoder/model.onnx").items() if k.startswith("decoder.")}
    fitting = _load(decoder, state, "decoder")
    before = {mode: i for i, mode in enumerate(old_modes(folder))}
    known = []
    for slot, (s, view) in enumerate(modes()):
        kind, variant = shapes[s]
        old = before.get((kind.noun, kind.variants[variant], view))
        if old is None:
            continue
        known.append(slot)
        with torch.no_grad():
            for name in ("memory64", "memory128", "memory256", "pick.weight", "pick.bias"):
                if name in state and name not in fitting:
                    own = decoder.get_parameter(name)
                    own[slot].copy_(state[name][old])
    return known


def load_encoder(encoder, folder):
    path = Path(folder) / "vae_encoder/model.onnx"
    if path.exists():
        _load(encoder, {k.removeprefix("encoder."): v for k, v in _graph(path).items()}, "encoder")
    return path.exists()


def load_autoencoder(folder, shapes):
    """Encoder and decoder of an exported model, ready to be run."""
    model = Autoencoder().eval()
    load_decoder(model.decoder, folder, shapes)
    load_whole_encoder(model, folder)
    return model


def load_whole_encoder(autoencoder, folder):
    """Encoder, mean and spread, so that encode() gives what the exported graph gives."""
    state = _graph(Path(folder) / "vae_encoder/model.onnx")
    autoencoder.load_state_dict({k: v.reshape(autoencoder.state_dict()[k].shape) for k, v in state.items()}, strict=False)


def load_denoiser(model, folder, tokenizer, unet="unet"):
    """UNet (of the sub-folder unet) and text encoder; token rows are matched by their symbols, since another vocabulary numbers them anew."""
    _load(model.unet, _graph(Path(folder) / unet / "model.onnx"), unet)
    state = _graph(Path(folder) / "text_encoder/model.onnx")
    _load(model.text, {k: v for k, v in state.items() if k != "token.weight"}, "text encoder")
    before = Tokenizer.load(Path(folder) / "tokenizer").ids
    with torch.no_grad():
        for symbol, row in tokenizer.ids.items():
            if symbol in before:
                model.text.token.weight[row].copy_(state["token.weight"][before[symbol]])
