"""Parts that several networks are made of."""
import torch.nn as nn
import torch.nn.functional as F


class Residual(nn.Module):
    """Two 3 x 3 convolutions around a residual, [b, channels, h, w] in and out; rectified: what goes into the first one, too.

    The second one begins near zero, so that a stack of these begins as nearly nothing.
    """

    def __init__(self, channels, rectified=False):
        super().__init__()
        self.rectified = rectified
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.normal_(self.second.weight, std=.2 / (9 * channels) ** .5)
        nn.init.zeros_(self.second.bias)

    def forward(self, x):
        return x + self.second(F.relu(self.first(F.relu(x) if self.rectified else x)))
