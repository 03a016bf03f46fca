"""Flow matching over eight boxes: a small transformer with one token per role.

The network predicts where the boxes end up (x1) and answers with the velocity that leads there, (x1 - x) / (1 - t).
With the last of eight Euler steps at t = 7/8 the result is exactly the last prediction, free of leftover noise;
that is what makes edges meet although only eight steps are taken.
"""
import torch
from torch import nn

from roles import ROLES

STEPS = 8


class Block(nn.Module):
    """Attention and feed-forward, scaled and shifted by the condition."""

    def __init__(self, dim, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = (nn.LayerNorm(dim) for _ in range(2))
        self.qkv, self.out = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)
        self.up, self.down = nn.Linear(dim, 3 * dim), nn.Linear(3 * dim, dim)
        self.modulate = nn.Linear(dim, 4 * dim)
        nn.init.zeros_(self.modulate.weight)
        nn.init.zeros_(self.modulate.bias)

    def forward(self, x, condition, mask):
        a, b, c, d = self.modulate(condition).unsqueeze(1).chunk(4, -1)
        q, k, v = self._split(self.qkv(self.norm1(x) * (1 + a) + b))
        weights = (q @ k.transpose(-1, -2) * q.shape[-1] ** -.5 + mask).softmax(-1)
        x = x + self.out((weights @ v).transpose(1, 2).reshape(x.shape[0], -1, x.shape[2]))
        return x + self.down(nn.functional.silu(self.up(self.norm2(x) * (1 + c) + d)))

    def _split(self, qkv):
        batch, slots, width = qkv.shape
        return qkv.reshape(batch, slots, 3, self.heads, width // 3 // self.heads).permute(2, 0, 3, 1, 4).unbind(0)


class LayoutFlow(nn.Module):
    """boxes [b,8,4], time [b], present [b,8], lengths [b,8], canvas [b,12] to velocity [b,8,4]."""

    def __init__(self, dim=64, layers=3, heads=4):
        super().__init__()
        slots = len(ROLES)
        self.boxes = nn.Linear(4, dim)
        self.slot = nn.Parameter(torch.randn(slots, dim) * .3)
        self.length = nn.Linear(3, dim)
        self.register_buffer("ratios", torch.linspace(-.7, 1, 9))
        self.condition = nn.Sequential(nn.Linear(12 + 9 + 1 + 2 * slots + 3, 2 * dim), nn.SiLU(), nn.Linear(2 * dim, dim), nn.SiLU())
        self.blocks = nn.ModuleList(Block(dim, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(dim)
        self.head = nn.Linear(dim, 4)

    def predict(self, boxes, time, present, lengths, canvas):
        """Where the boxes end up, [b,8,4]."""
        t = time.unsqueeze(1)
        clock = torch.cat([t, torch.sin(t * 6.2831853), torch.cos(t * 6.2831853)], 1)
        near = torch.exp(-((canvas[:, :1] - self.ratios) / .15) ** 2)
        floor = 12 / 512 * torch.exp(-canvas[:, 1:2] * 2.0794415)  # 12 px as a share of the short side
        condition = self.condition(torch.cat([canvas, near, 4 * floor, present, lengths, clock], 1))
        about = torch.stack([lengths, torch.exp(lengths * 4.1108739) / 61, present], -1)
        x = self.boxes(boxes * present.unsqueeze(-1)) + self.slot + self.length(about)
        mask = (present - 1).unsqueeze(1).unsqueeze(1) * 1e4
        for block in self.blocks:
            x = block(x, condition, mask)
        return self.head(self.norm(x))

    def forward(self, boxes, time, present, lengths, canvas):
        left = torch.clamp(1 - time, min=.05).reshape(-1, 1, 1)
        return (self.predict(boxes, time, present, lengths, canvas) - boxes) / left


def sample(model, noise, present, lengths, canvas, steps=STEPS):
    """Euler from t = 0 to 1; returns every state, the last one is the layout."""
    states = [noise]
    for i in range(steps):
        time = torch.full((noise.shape[0],), i / steps)
        states.append(states[-1] + model(states[-1], time, present, lengths, canvas) / steps)
    return states
