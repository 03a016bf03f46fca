"""Small convolutional networks that read pictures of 128 px."""
import sys
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

from defects import DEFECTS
from renders import SIZE, WORDS

sys.path.append(str(Path(__file__).parent.parent))
from blocks import Residual  # noqa: E402

FEATURES = 128
EMBEDDING = 96
NATIVE = 256


class Trunk(nn.Module):
    """[b, 4, 128, 128] in -1..1 -> [b, width]: mean and maximum over the places of the last level and of the finest.

    A speck of three pixels must be told from the pattern under it where it lies: linear features of every fourth place cannot.
    So two convolutions look at every second place first, and what they find is pooled there too.
    """

    def __init__(self, finest=24, fine=48, middle=80, deep=128):
        super().__init__()
        self.near = nn.Conv2d(16, finest, 3, padding=1)
        self.specks = nn.Conv2d(finest, finest, 3, padding=1)
        self.to32 = nn.Conv2d(4 * finest, fine, 1)
        self.into = nn.Conv2d(64, fine, 3, padding=1)
        self.at32 = nn.Sequential(Residual(fine, rectified=True), Residual(fine, rectified=True))
        self.to16 = nn.Conv2d(4 * fine, middle, 1)
        self.at16 = nn.Sequential(Residual(middle, rectified=True), Residual(middle, rectified=True))
        self.to8 = nn.Conv2d(4 * middle, deep, 1)
        self.at8 = nn.Sequential(Residual(deep, rectified=True), Residual(deep, rectified=True))
        self.width = 2 * deep + 2 * finest

    def places(self, x):
        """Features of every second place [b, finest, 64, 64] and of every fourth [b, fine, 32, 32]."""
        near = F.relu(self.specks(F.relu(self.near(F.pixel_unshuffle(x, 2)))))
        return near, self.at32(self.into(F.pixel_unshuffle(x, 4)) + self.to32(F.pixel_unshuffle(near, 2)))

    def forward(self, x):
        return self.pooled(*self.places(x))

    def pooled(self, near, h):
        h = self.at16(self.to16(F.pixel_unshuffle(h, 2)))
        h = F.relu(self.at8(self.to8(F.pixel_unshuffle(h, 2))))
        return torch.cat([h.mean((2, 3)), h.amax((2, 3)), near.mean((2, 3)), near.amax((2, 3))], 1)


class Classifier(nn.Module):
    """Shape (class and variant), view and hue, each a softmax, and the feature vector [b, 128] before them."""

    HEADS = ("shape", "view", "hue")

    def __init__(self):
        super().__init__()
        self.trunk = Trunk()
        self.features = nn.Linear(self.trunk.width, FEATURES)
        self.heads = nn.ModuleDict({name: nn.Linear(FEATURES, len(WORDS[name])) for name in self.HEADS})

    def read(self, x):
        features = self.features(self.trunk(x))
        return {name: head(F.relu(features)) for name, head in self.heads.items()}, features

    def forward(self, image):
        logits, features = self.read(image)
        return tuple(torch.softmax(logits[name], 1) for name in self.HEADS) + (features,)


class Embedder(nn.Module):
    """[b, 4, 256, 256] in -1..1 -> unit vectors [b, 96]. In training linear heads read attributes and defects off the vector.

    Stray marks cover a thousandth of a picture: the error of the vector alone did not teach the network to see them. So it is also
    taught where they are, and the vector is told the mean and the most of that map.
    """

    HEADS = ("shape", "view", "hue", "light")
    SHARPNESS = 12.
    MAP = 32

    def __init__(self):
        super().__init__()
        self.trunk = Trunk()
        self.out = nn.Linear(self.trunk.width, EMBEDDING)
        self.marks = nn.Conv2d(48, 1, 1)
        self.marked = nn.Linear(2, EMBEDDING)
        self.heads = nn.ModuleDict({name: nn.Linear(EMBEDDING, len(WORDS[name])) for name in self.HEADS})
        self.defects = nn.Linear(EMBEDDING, len(DEFECTS))

    def seen(self, small):
        """Of pictures of 128 px: the unit vectors, and the logits [b, 1, 32, 32] of there being a stray mark."""
        near, h = self.trunk.places(small)
        marks = self.marks(F.relu(h))
        there = torch.sigmoid(marks)
        summary = torch.cat([32 * there.mean((2, 3)), there.amax((2, 3))], 1)
        return F.normalize(self.out(self.trunk.pooled(near, h)) + self.marked(summary), dim=1), marks

    def embed(self, small):
        return self.seen(small)[0]

    def read(self, vectors):
        return {name: head(vectors * self.SHARPNESS) for name, head in self.heads.items()}, self.defects(vectors * self.SHARPNESS)

    def forward(self, image):
        return self.embed(F.avg_pool2d(image, NATIVE // SIZE))
