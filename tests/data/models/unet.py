"""The UNet of Stable Diffusion and its relatives, small: residual blocks, cross-attention, one step down and up."""
import math

import torch
from torch import nn


def sinusoids(values, width):
    """Cosines, then sines: flip_sin_to_cos of the real ones."""
    rates = torch.exp(-math.log(10000) * torch.arange(width // 2, dtype=torch.float32) / (width // 2))
    angles = values.float()[:, None] * rates
    return torch.cat([angles.cos(), angles.sin()], -1)


def guidance_embedding(guidance, width):
    """Of latent consistency models: sines, then cosines, of 1000·(guidance − 1)."""
    rates = torch.exp(-math.log(10000) / (width // 2 - 1) * torch.arange(width // 2, dtype=torch.float32))
    angles = torch.tensor([[1000.0 * (guidance - 1)]]) * rates
    return torch.cat([angles.sin(), angles.cos()], -1)


class Residual(nn.Module):
    def __init__(self, channels_in, channels, time):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(4, channels_in), nn.Conv2d(channels_in, channels, 3, padding=1)
        self.time = nn.Linear(time, channels)
        self.norm2, self.conv2 = nn.GroupNorm(4, channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.skip = nn.Conv2d(channels_in, channels, 1)

    def forward(self, x, time):
        y = self.conv1(nn.functional.silu(self.norm1(x))) + self.time(nn.functional.silu(time))[:, :, None, None]
        return self.skip(x) + self.conv2(nn.functional.silu(self.norm2(y)))


class CrossAttention(nn.Module):
    def __init__(self, channels, text):
        super().__init__()
        self.norm, self.q = nn.GroupNorm(4, channels), nn.Linear(channels, channels)
        self.k, self.v, self.out = nn.Linear(text, channels), nn.Linear(text, channels), nn.Linear(channels, channels)

    def forward(self, x, text):
        rows = self.norm(x).flatten(2).transpose(1, 2)
        weights = (self.q(rows) @ self.k(text).transpose(1, 2) * x.shape[1] ** -0.5).softmax(-1)
        return x + self.out(weights @ self.v(text)).transpose(1, 2).reshape(x.shape)


class UNet(nn.Module):
    WIDTH, TIME, IDS = 8, 16, 8

    def __init__(self, channels_in, text, pooled=None, guidance=None):
        super().__init__()
        w, t = self.WIDTH, self.TIME
        self.time = nn.Sequential(nn.Linear(t, t), nn.SiLU(), nn.Linear(t, t))
        self.guidance = nn.Linear(guidance, t, bias=False) if guidance else None
        self.added = nn.Sequential(nn.Linear(pooled + 6 * self.IDS, t), nn.SiLU(), nn.Linear(t, t)) if pooled else None
        self.into, self.down = nn.Conv2d(channels_in, w, 3, padding=1), nn.Conv2d(w, w, 3, stride=2, padding=1)
        self.first, self.middle, self.last = Residual(w, w, t), Residual(w, 2 * w, t), Residual(3 * w, w, t)
        self.attend1, self.attend2 = CrossAttention(w, text), CrossAttention(2 * w, text)
        self.norm, self.out = nn.GroupNorm(4, w), nn.Conv2d(w, 4, 3, padding=1)

    def forward(self, sample, timestep, text, text_embeds=None, time_ids=None, timestep_cond=None):
        times = timestep[None] if timestep.ndim == 0 else timestep
        embedded = sinusoids(times.expand(sample.shape[0]), self.TIME)
        if self.guidance is not None:
            embedded = embedded + self.guidance(timestep_cond)
        time = self.time(embedded)
        if self.added is not None:
            ids = sinusoids(time_ids.flatten(), self.IDS).reshape(time_ids.shape[0], -1)
            time = time + self.added(torch.cat([text_embeds, ids], -1))
        wide = self.attend1(self.first(self.into(sample), time), text)
        low = self.attend2(self.middle(self.down(wide), time), text)
        up = nn.functional.interpolate(low, scale_factor=2.0, mode="nearest")
        return self.out(nn.functional.silu(self.norm(self.last(torch.cat([up, wide], 1), time))))
