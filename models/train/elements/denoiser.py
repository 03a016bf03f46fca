"""The text encoder and the denoiser: a small UNet over 8 x 16 x 16 latents that predicts v.

The prompt reaches the UNet twice: its mean over all tokens sets scale and shift of every block together with
the time step, and the tokens themselves are attended to at the coarse level.
"""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

from autoencoder import LATENT_CHANNELS, coordinate_waves
from tokenizer import LENGTH

TEXT_WIDTH = 128
TIME_WIDTH = 128
CONTEXT = 256


class TextBlock(nn.Module):
    def __init__(self, width, heads=4):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        b, n, d = x.shape
        q, k, v = (t.reshape(b, n, self.heads, d // self.heads).transpose(1, 2) for t in self.qkv(self.norm1(x)).chunk(3, -1))
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(d // self.heads), -1)
        x = x + self.proj((weights @ v).transpose(1, 2).reshape(b, n, d))
        return x + self.down(F.gelu(self.up(self.norm2(x))))


class TextEncoder(nn.Module):
    """input_ids [b, n] -> hidden states [b, n, 128] and their mean [b, 128]; n at most 32."""

    def __init__(self, vocabulary, width=TEXT_WIDTH, layers=2):
        super().__init__()
        self.token = nn.Embedding(vocabulary, width)
        self.position = nn.Parameter(torch.randn(1, LENGTH, width) * .02)
        nn.init.normal_(self.token.weight, std=.05)
        self.blocks = nn.ModuleList([TextBlock(width) for _ in range(layers)])
        self.norm = nn.LayerNorm(width)

    def forward(self, input_ids):
        x = self.token(input_ids) + self.position[:, :input_ids.shape[1]]
        for block in self.blocks:
            x = block(x)
        x = self.norm(x)
        return x, x.mean(1)


class Block(nn.Module):
    """Residual block, scaled and shifted by the context [b, CONTEXT, 1, 1]."""

    def __init__(self, channels):
        super().__init__()
        self.norm1, self.norm2 = nn.GroupNorm(8, channels), nn.GroupNorm(8, channels, affine=False)
        self.first, self.second = nn.Conv2d(channels, channels, 3, padding=1), nn.Conv2d(channels, channels, 3, padding=1)
        self.modulate = nn.Conv2d(CONTEXT, 2 * channels, 1)
        nn.init.zeros_(self.second.weight)
        nn.init.zeros_(self.second.bias)

    def forward(self, x, context):
        scale, shift = self.modulate(context).chunk(2, 1)
        h = self.norm2(self.first(F.silu(self.norm1(x)))) * (1 + scale) + shift
        return x + self.second(F.silu(h))


class Attention(nn.Module):
    """Each place attends to all places, then to the tokens of the prompt."""

    def __init__(self, channels, heads=4):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.GroupNorm(8, channels), nn.GroupNorm(8, channels)
        self.qkv, self.proj1 = nn.Conv2d(channels, 3 * channels, 1), nn.Conv2d(channels, channels, 1)
        self.query, self.proj2 = nn.Conv2d(channels, channels, 1), nn.Conv2d(channels, channels, 1)
        self.keys_values = nn.Linear(TEXT_WIDTH, 2 * channels)
        for layer in (self.proj1, self.proj2):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def _split(self, x):  # [b, c, h, w] -> [b, heads, h * w, c / heads]
        b, c, h, w = x.shape
        return x.reshape(b, self.heads, c // self.heads, h * w).transpose(2, 3)

    def _attend(self, q, k, v, like):
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]), -1)
        return (weights @ v).transpose(2, 3).reshape(like.shape)

    def forward(self, x, text):
        q, k, v = (self._split(t) for t in self.qkv(self.norm1(x)).chunk(3, 1))
        x = x + self.proj1(self._attend(q, k, v, x))
        b, n, _ = text.shape
        k, v = (t.reshape(b, n, self.heads, -1).transpose(1, 2) for t in self.keys_values(text).chunk(2, -1))
        return x + self.proj2(self._attend(self._split(self.query(self.norm2(x))), k, v, x))


class Denoiser(nn.Module):
    """sample [b, 8, h, w], timestep [1] or [b] (0..999), encoder_hidden_states [b, n, 128] -> v [b, 8, h, w]."""

    def __init__(self, fine=96, coarse=192):
        super().__init__()
        self.time = nn.Linear(TIME_WIDTH, CONTEXT)
        self.text = nn.Linear(TEXT_WIDTH, CONTEXT)
        self.context = nn.Sequential(nn.SiLU(), nn.Linear(CONTEXT, CONTEXT), nn.SiLU())
        self.into = nn.Conv2d(LATENT_CHANNELS + 14, fine, 3, padding=1)
        self.down = nn.ModuleList([Block(fine), Block(fine)])
        self.shrink = nn.Conv2d(fine, coarse, 3, stride=2, padding=1)
        self.middle = nn.ModuleList([Block(coarse) for _ in range(4)])
        self.attention = nn.ModuleList([Attention(coarse) for _ in range(2)])
        self.grow = nn.Conv2d(coarse, 4 * fine, 1)
        self.merge = nn.Conv2d(2 * fine, fine, 1)
        self.up = nn.ModuleList([Block(fine), Block(fine)])
        self.norm = nn.GroupNorm(8, fine)
        self.out = nn.Conv2d(fine, LATENT_CHANNELS, 3, padding=1)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.register_buffer("frequencies", torch.exp(-math.log(10000) * torch.arange(TIME_WIDTH // 2) / (TIME_WIDTH // 2)))

    def forward(self, sample, timestep, encoder_hidden_states):
        angles = timestep.to(sample.dtype)[:, None] * self.frequencies[None]
        context = self.context(self.time(torch.cat([torch.cos(angles), torch.sin(angles)], 1)) + self.text(encoder_hidden_states.mean(1)))
        context = context[:, :, None, None]
        h = self.into(torch.cat([sample, coordinate_waves(sample)], 1))
        for block in self.down:
            h = block(h, context)
        skip = h
        h = self.shrink(h)
        for i, block in enumerate(self.middle):
            h = block(h, context)
            if i in (0, 2):
                h = self.attention[i // 2](h, encoder_hidden_states)
        h = self.merge(torch.cat([F.pixel_shuffle(self.grow(h), 2), skip], 1))
        for block in self.up:
            h = block(h, context)
        return self.out(F.silu(self.norm(h)))


class Model(nn.Module):
    """Both together: what is trained as one and exported as two graphs."""

    def __init__(self, vocabulary):
        super().__init__()
        self.text, self.unet = TextEncoder(vocabulary), Denoiser()
