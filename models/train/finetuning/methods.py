"""The two ways to learn from scores: filtered and weighted fine-tuning, and preferences."""
import copy
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

sys.path.insert(0, str(Path(__file__).parent.parent / "elements"))
from autoencoder import use_onednn_for_pointwise  # noqa: E402
from dataset import load_picture  # noqa: E402
from diffusion import noised, random_times  # noqa: E402
from pictures import to_tensor  # noqa: E402

ENCODED_AT_ONCE = 16


@torch.no_grad()
def encode(base, paths, device, say):
    """Latents [n, c, h, w] of picture files."""
    model = use_onednn_for_pointwise(copy.deepcopy(base.autoencoder)).to(device, memory_format=torch.channels_last)
    side, parts = base.manifest["image"]["width"], []
    for i in range(0, len(paths), ENCODED_AT_ONCE):
        block = np.stack([load_picture(p, side) for p in paths[i:i + ENCODED_AT_ONCE]])
        parts.append(model.encode(to_tensor(block).to(device)).contiguous())
        say(min(i + ENCODED_AT_ONCE, len(paths)))
    return torch.cat(parts)


class Captions:
    """Token ids of captions; for guidance a share of them says nothing."""

    def __init__(self, tokenizer, texts, dropped, device):
        self._ids = torch.tensor([tokenizer(text) for text in texts], device=device)
        self._empty, self._dropped = torch.tensor(tokenizer(""), device=device), dropped

    def of(self, index):
        ids = self._ids[index].clone()
        ids[torch.rand(len(index)).to(ids.device) < self._dropped] = self._empty
        return ids


def channels_last(x):
    return x.contiguous(memory_format=torch.channels_last)


def sft(model, latents, captions, weights, batch):
    """The usual loss on pictures drawn with the probability of their weight (reward-weighted regression by sampling)."""
    drawn = torch.tensor(weights, dtype=torch.float64)

    def loss(step, share):
        index = torch.multinomial(drawn, batch, replacement=True)
        z = latents[index]
        t = random_times(batch).to(z.device)
        x, v = noised(z, torch.randn(z.shape).to(z.device), t)
        out = model.unet(channels_last(x), t, model.text(captions.of(index))[0])
        return dict(loss=F.mse_loss(out, v))
    return loss


def dpo(model, better, worse, captions, beta, batch):
    """Diffusion-DPO (Wallace and others 2023, arXiv:2311.12908, equation 14), for v instead of the noise.

    -log sigmoid(-beta / 2 ((e_w - e_l) - (r_w - r_l))), e and r being the mean squared errors of the model and of what it was
    when it began, on the better and the worse picture with the same noise and time step. "preferred": share of the pairs on
    which the model moved the right way.
    """
    before = copy.deepcopy(model).eval().requires_grad_(False)

    def loss(step, share):
        index = torch.randint(len(better), (batch,))
        z = torch.cat([better[index], worse[index]])
        t = random_times(batch).to(z.device).repeat(2)
        noise = torch.randn((batch, *z.shape[1:])).to(z.device).repeat(2, 1, 1, 1)
        x, v = noised(z, noise, t)
        x, ids = channels_last(x), captions.of(index).repeat(2, 1)

        def errors(network):
            return ((network.unet(x, t, network.text(ids)[0]) - v) ** 2).mean((1, 2, 3))
        mine = errors(model)
        with torch.no_grad():
            first = errors(before)
        (won, lost), (won_before, lost_before) = mine.chunk(2), first.chunk(2)
        inside = -beta / 2 * ((won - lost) - (won_before - lost_before))
        return dict(loss=-F.logsigmoid(inside).mean(), preferred=(inside > 0).float().mean(), error=won.mean())
    return loss
