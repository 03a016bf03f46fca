"""Small convolutional networks that read pictures of 128 px."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from defects import DEFECTS
from renders import SIZE, WORDS

FEATURES = 128
EMBEDDING = 96
NATIVE = 256


class Residual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.normal_(self.second.weight, std=.2 / (9 * channels) ** .5)
        nn.init.zeros_(self.second.bias)

    def forward(self, x):
        return x + self.second(F.relu(self.first(F.relu(x))))


class Trunk(nn.Module):
    """[b, 4, 128, 128] in -1..1 -> [b, 2 * deep]: mean and maximum over the places of the last level."""

    def __init__(self, fine=48, middle=80, deep=128):
        super().__init__()
        self.into = nn.Conv2d(64, fine, 3, padding=1)
        self.at32 = nn.Sequential(Residual(fine), Residual(fine))
        self.to16 = nn.Conv2d(4 * fine, middle, 1)
        self.at16 = nn.Sequential(Residual(middle), Residual(middle))
        self.to8 = nn.Conv2d(4 * middle, deep, 1)
        self.at8 = nn.Sequential(Residual(deep), Residual(deep))
        self.width = 2 * deep

    def forward(self, x):
        h = self.at32(self.into(F.pixel_unshuffle(x, 4)))
        h = self.at16(self.to16(F.pixel_unshuffle(h, 2)))
        h = F.relu(self.at8(self.to8(F.pixel_unshuffle(h, 2))))
        return torch.cat([h.mean((2, 3)), h.amax((2, 3))], 1)


class Classifier(nn.Module):
    """Shape (class and variant), view, hue and material, each a softmax, and the feature vector [b, 128] before them."""

    HEADS = ("shape", "view", "hue", "material")

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
    """[b, 4, 256, 256] in -1..1 -> unit vectors [b, 96]. In training linear heads read attributes and defects off the vector."""

    HEADS = ("shape", "view", "hue", "light", "material")
    SHARPNESS = 12.

    def __init__(self):
        super().__init__()
        self.trunk = Trunk()
        self.out = nn.Linear(self.trunk.width, EMBEDDING)
        self.heads = nn.ModuleDict({name: nn.Linear(EMBEDDING, len(WORDS[name])) for name in self.HEADS})
        self.defects = nn.Linear(EMBEDDING, len(DEFECTS))

    def embed(self, small):
        """Of pictures of 128 px."""
        return F.normalize(self.out(self.trunk(small)), dim=1)

    def read(self, vectors):
        return {name: head(vectors * self.SHARPNESS) for name, head in self.heads.items()}, self.defects(vectors * self.SHARPNESS)

    def forward(self, image):
        return self.embed(F.avg_pool2d(image, NATIVE // SIZE))
