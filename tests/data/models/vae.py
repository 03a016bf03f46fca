"""The autoencoder of Stable Diffusion and a matting network, small."""
import torch
from torch import nn


def block(channels_in, channels):
    return nn.Sequential(nn.Conv2d(channels_in, channels, 3, padding=1), nn.GroupNorm(4, channels), nn.SiLU())


class Encoder(nn.Module):
    """Pixels to mean and log-variance of 4 channels, a quarter of the size."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(block(3, 8), nn.Conv2d(8, 8, 3, stride=2, padding=1), block(8, 8), nn.Conv2d(8, 8, 3, stride=2, padding=1),
                                  block(8, 8), nn.Conv2d(8, 8, 1))

    def forward(self, sample):
        return self.body(sample)


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(4, 8, 1), block(8, 8), nn.Upsample(scale_factor=2.0), block(8, 8), nn.Upsample(scale_factor=2.0),
                                  block(8, 8), nn.Conv2d(8, 3, 3, padding=1))

    def forward(self, latent_sample):
        return torch.tanh(self.body(latent_sample))


class Matting(nn.Module):
    """An image to logits of alpha and, as U²-Net and BiRefNet do, those of a coarser stage after it."""

    def __init__(self):
        super().__init__()
        self.body, self.fine, self.coarse = block(3, 8), nn.Conv2d(8, 1, 3, padding=1), nn.Conv2d(8, 1, 1)

    def forward(self, pixels):
        x = self.body(pixels)
        return 4 * self.fine(x), self.coarse(x)
