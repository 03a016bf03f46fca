"""The upscaler: four times the width and height of a premultiplied RGBA cut-out, any size whose sides are multiples of 4.

Most of the work is done at a half and a quarter of the small picture's size, where a convolution sees far and costs
little; one shuffle at the end writes the sixteen pixels that each small pixel becomes. A straight path from the picture
to that shuffle begins as bicubic interpolation and is trained with the rest.
"""
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

sys.path.append(str(Path(__file__).parent.parent))
from blocks import Residual  # noqa: E402

SCALE = 4
MULTIPLE = 4  # sides of the input
ALPHA_FLOOR, ALPHA_CEILING = 2 / 255, 253 / 255  # what the network leaves in empty and in solid places


def cubic_phases(a=-.5):
    """Keys' cubic kernel for each of SCALE places within a pixel, on five neighbours: [SCALE, 5], rows sum to 1."""
    def weight(x):
        x = abs(x)
        return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1 if x <= 1 else a * (x ** 3 - 5 * x ** 2 + 8 * x - 4) if x < 2 else 0.
    return np.array([[weight(tap - (phase + .5) / SCALE + .5) for tap in range(-2, 3)] for phase in range(SCALE)])


class Upscaler(nn.Module):
    """[b, 4, h, w] in 0..1, premultiplied -> [b, 4, 4 h, 4 w], not yet cleaned: see Clean."""

    def __init__(self, fine=32, middle=64, deep=96):
        super().__init__()
        self.into256 = nn.Conv2d(4, fine, 3, padding=1)
        self.into128 = nn.Conv2d(16, middle, 3, padding=1)
        self.before = nn.Sequential(Residual(middle), Residual(middle))
        self.down = nn.Conv2d(4 * middle, deep, 1)
        self.far = nn.Sequential(Residual(deep), Residual(deep))
        self.up = nn.Conv2d(deep, 4 * middle, 1)
        self.after = nn.Sequential(Residual(middle), Residual(middle))
        self.to256 = nn.Conv2d(middle, 4 * fine, 1)
        self.join = nn.Conv2d(fine, fine, 3, padding=1)
        self.out = nn.Conv2d(fine, 4 * SCALE ** 2, 3, padding=1)
        nn.init.normal_(self.out.weight, std=.01 / (9 * fine) ** .5)
        nn.init.zeros_(self.out.bias)
        self.straight = nn.Conv2d(4, 4 * SCALE ** 2, 5, padding=2, padding_mode="replicate", bias=False)
        kernel = torch.from_numpy(np.einsum("yi,xj->yxij", cubic_phases(), cubic_phases())).float().reshape(SCALE ** 2, 5, 5)
        with torch.no_grad():
            self.straight.weight.zero_()
            for channel in range(4):
                self.straight.weight[channel * SCALE ** 2:(channel + 1) * SCALE ** 2, channel] = kernel

    def forward(self, x):
        middle = self.before(self.into128(F.pixel_unshuffle(x - .5, 2)))
        far = self.far(self.down(F.pixel_unshuffle(middle, 2)))
        middle = self.after(middle + F.pixel_shuffle(self.up(far), 2))
        fine = F.relu(self.into256(x - .5) + F.pixel_shuffle(self.to256(middle), 2))
        return F.pixel_shuffle(self.out(F.relu(self.join(fine))) + self.straight(x), SCALE)


class Clean(nn.Module):
    """What is exported. [b, 4, h, w] in -1..1, as decoders give it -> [b, 4, 4 h, 4 w] likewise: exactly empty where next to
    empty, exactly solid where next to solid, RGB never over alpha.
    """

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, image):
        y = self.network((image + 1) / 2)
        alpha = ((y[:, 3:] - ALPHA_FLOOR) / (ALPHA_CEILING - ALPHA_FLOOR)).clamp(0, 1)
        return torch.cat([torch.minimum(y[:, :3].clamp(0, 1), alpha), alpha], 1) * 2 - 1
