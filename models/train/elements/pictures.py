"""The pictures of the training and what is made of them: tensors, latents, slots, signal-to-noise ratios."""
import math

import numpy as np
import torch

from autoencoder import Autoencoder, use_onednn_for_pointwise
from prompts import modes


def held_out(attributes):
    """How many pictures at the end are never trained on: the last pose of every mode."""
    return sum(a["pose"] == attributes[-1]["pose"] for a in attributes)


def slots_of(attributes):
    """The decoder's slot of each picture, int64 [n]."""
    places = {mode: i for i, mode in enumerate(modes())}
    return torch.tensor([places[a["shape"], a["view"]] for a in attributes])


def load_images(folder):
    """Memory map uint8 [n, 256, 256, 4]."""
    return np.load(folder / "images.npy", mmap_mode="c")


def to_tensor(batch):
    """uint8 [n, h, w, 4] -> float [n, 4, h, w] in [-1, 1]"""
    return torch.from_numpy(batch).permute(0, 3, 1, 2).float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)


def to_images(x):
    return ((x.clamp(-1, 1) + 1) * 127.5 + .5).permute(0, 2, 3, 1).numpy().astype(np.uint8)


def encode_all(data, folder):
    """Latents of every picture, kept beside the checkpoint that made them."""
    checkpoint, cache = folder / "autoencoder.pt", folder / "latents.npy"
    if cache.exists() and cache.stat().st_mtime > checkpoint.stat().st_mtime:
        return torch.from_numpy(np.load(cache))
    model = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    model.load_state_dict(encoder_state(folder), strict=False)
    model.eval()
    images, parts = load_images(data), []
    with torch.no_grad():
        for i in range(0, len(images), 16):
            parts.append(model.encode(to_tensor(images[i:i + 16])).contiguous())
    latents = torch.cat(parts)
    np.save(cache, latents.numpy())
    return latents


def encoder_state(folder):
    """What encode() needs from the checkpoint of the joint training."""
    return {k: v for k, v in torch.load(folder / "autoencoder.pt")["average"].items() if not k.startswith("decoder.")}


def psnr(y, x):
    """PSNR in dB over all pixels and over the foreground (alpha > 0), RGBA, range 0..1."""
    e = ((y.clamp(-1, 1) - x) / 2) ** 2
    fg = (x[:, 3:] > -1).float().expand_as(e)
    return -10 * math.log10(e.mean()), -10 * math.log10((e * fg).sum() / fg.sum())
