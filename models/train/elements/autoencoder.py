"""Autoencoder between 256 x 256 premultiplied RGBA and a latent of 8 x 16 x 16 with unit variance.

Everything is a convolution: oneDNN runs them at four times the speed of Debian torch's linear layers.
The decoder sees where it is (coordinate waves), what it draws (a pooled vector that modulates each level) and
remembers each shape, so that a small network can keep the edges of few, well-framed shapes sharp.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from prompts import modes

LATENT_CHANNELS = 8
DOWNSCALE = 16


def coordinate_waves(x, octaves=3):
    """[b, c, h, w] -> [b, 2 + 4 * octaves, h, w]: x and y in [-1, 1] and their sines and cosines; any h and w."""
    h, w = x.shape[2], x.shape[3]
    zero = x[:, :1] * 0
    across = (torch.arange(w, dtype=x.dtype) + .5) / w * 2 - 1
    down = (torch.arange(h, dtype=x.dtype) + .5) / h * 2 - 1
    u, v = zero + across.reshape(1, 1, 1, -1), zero + down.reshape(1, 1, -1, 1)
    waves = [u, v]
    for k in range(octaves):
        a, b = u * (1.5707963 * 2 ** k), v * (1.5707963 * 2 ** k)
        waves += [torch.sin(a), torch.cos(a), torch.sin(b), torch.cos(b)]
    return torch.cat(waves, 1)


def moved(memory, places):
    """Maps [b, c, H, W] as they are at places [b, h, w, 2]."""
    return F.grid_sample(memory, places, mode="bilinear", padding_mode="border", align_corners=False)


class Residual(nn.Module):
    """Two 3 x 3 convolutions around a residual; with context > 0 the middle is scaled and shifted by it."""

    def __init__(self, channels, context=0):
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.normal_(self.second.weight, std=.2 / (9 * channels) ** .5)
        nn.init.zeros_(self.second.bias)
        if context:
            self.modulate = nn.Conv2d(context, 2 * channels, 1)
            nn.init.normal_(self.modulate.weight, std=.02)
            nn.init.zeros_(self.modulate.bias)

    def forward(self, x, context=None):
        h = self.first(F.silu(x))
        if context is not None:
            scale, shift = self.modulate(context).chunk(2, 1)
            h = h * (1 + scale) + shift
        return x + self.second(F.silu(h))


class Tint(nn.Module):
    """Residual of two pointwise convolutions, modulated by the context: colours what is remembered, pixel by pixel."""

    def __init__(self, channels, context):
        super().__init__()
        self.first, self.second = nn.Conv2d(channels, 2 * channels, 1), nn.Conv2d(2 * channels, channels, 1)
        self.modulate = nn.Conv2d(context, 4 * channels, 1)
        nn.init.normal_(self.modulate.weight, std=.02)
        nn.init.zeros_(self.modulate.bias)

    def forward(self, x, context):
        scale, shift = self.modulate(context).chunk(2, 1)
        return x + self.second(F.silu(self.first(x) * (1 + scale) + shift))


class Encoder(nn.Module):
    def __init__(self, wide=96, deep=160):
        super().__init__()
        self.into = nn.Conv2d(4 * 64, wide, 1)
        self.fine = Residual(wide)
        self.down = nn.Conv2d(4 * wide, deep, 1)
        self.coarse = nn.ModuleList([Residual(deep), Residual(deep)])
        self.out = nn.Conv2d(deep, LATENT_CHANNELS, 3, padding=1)

    def forward(self, x):
        h = self.fine(self.into(F.pixel_unshuffle(x, 8)))
        h = self.down(F.pixel_unshuffle(h, 2))
        for block in self.coarse:
            h = block(h)
        return self.out(F.silu(h))


class Decoder(nn.Module):
    """Paints from memory: one remembered feature map for each shape and view, bent to the pose in the latent.

    A decoder this small and this briefly trained blurs what it has to compute, but not what it remembers. A
    pooled vector of the latent picks the memory (a slot for each shape and view), a smooth flow from the coarse level moves it by
    the few pixels the pose differs, and convolutions colour and light it. Memory costs parameters, not time.

    What is remembered at half the size is blurred when it is moved by half a pixel; hence the detail, one plane a slot at
    full size, moved by the same flow, which lightens and darkens what was painted. solve_detail.py finds it; it begins as nothing.
    """

    def __init__(self, deep=128, wide=80, fine=40, finest=24, context=128, slots=len(modes()), coarse_memory=12, fine_memory=6):
        super().__init__()
        self.into = nn.Conv2d(LATENT_CHANNELS + 14, deep, 3, padding=1)
        self.gather = nn.Conv2d(deep, context, 1)
        self.moments = nn.Conv2d(deep, 16, 1)
        self.context = nn.Sequential(nn.Conv2d(2 * context + 16 * 14, context, 1), nn.SiLU(), nn.Conv2d(context, context, 1), nn.SiLU())
        self.pick = nn.Conv2d(context, slots, 1)
        self.at16 = nn.ModuleList([Residual(deep, context), Residual(deep, context)])
        self.flow = nn.Conv2d(deep, 2, 3, padding=1)
        nn.init.zeros_(self.flow.weight)
        nn.init.zeros_(self.flow.bias)
        self.memory64 = nn.Parameter(torch.randn(slots, coarse_memory, 64, 64) * .1)
        self.memory128 = nn.Parameter(torch.randn(slots, fine_memory, 128, 128) * .1)
        self.to32 = nn.Conv2d(deep, 4 * wide, 1)
        self.at32 = nn.ModuleList([Residual(wide, context)])
        self.to64 = nn.Conv2d(wide, 4 * fine, 1)
        self.recall64 = nn.Conv2d(coarse_memory, fine, 3, padding=1)
        self.at64 = Residual(fine, context)
        self.to128 = nn.Conv2d(fine, 4 * finest, 1)
        self.join128 = nn.Conv2d(finest + fine_memory, 32, 1)
        self.at128 = Tint(32, context)
        self.out = nn.Conv2d(32, 16, 3, padding=1)
        self.memory256 = nn.Parameter(torch.zeros(slots, 1, 256, 256))

    def look(self, z):
        """Features [b, 128, 16, 16] and context [b, 128, 1, 1].

        The context knows what there is (mean and maximum) and where it is (moments against the waves).
        """
        waves = coordinate_waves(z)
        into = self.into(torch.cat([z, waves], 1))
        h = F.silu(into)
        seen = F.silu(self.gather(h))
        where = self.moments(h).flatten(2) @ waves.flatten(2).transpose(1, 2)
        where = where.flatten(1)[:, :, None, None]
        where = where * torch.rsqrt((where ** 2).mean(1, keepdim=True) + 1e-4)
        return into, self.context(torch.cat([seen.mean((2, 3), keepdim=True), seen.amax((2, 3), keepdim=True), where], 1))

    def recall(self, memory, weights, flow, scale):
        """Memory [slots, c, H, W] mixed by weights [b, slots], moved by flow [b, 2, h, w], at h * scale, w * scale."""
        slots, c, height, width = memory.shape
        mixed = (weights @ memory.to(weights.dtype).reshape(slots, -1)).reshape(-1, c, height, width)
        return moved(mixed, self.places(flow, scale))

    def places(self, flow, scale):
        """Where each pixel of a picture of scale times the flow's size is remembered: [b, h * scale, w * scale, 2] in -1..1."""
        flow = F.interpolate(flow, scale_factor=scale, mode="bilinear", align_corners=False)
        return (coordinate_waves(flow, 0) + flow * .05).permute(0, 2, 3, 1)

    def forward(self, z):
        return self.paint(z)[0]

    def paint(self, z, slots=None):
        """The picture [b, 4, 256, 256], the logits of the slots [b, slots], the flow.

        In training the true slots [b] are recalled, whatever was picked: memory is of use from the first step.
        """
        plain, weights, logits, flow = self.paint_plain(z, slots)
        colour, alpha = plain[:, :3], plain[:, 3:]
        return torch.cat([colour + self.recall(self.memory256, weights, flow, 16) * (alpha + 1), alpha], 1), logits, flow

    def paint_plain(self, z, slots=None):
        """The picture without the detail, the weights and logits of the slots, the flow."""
        h, context = self.look(z)
        logits = self.pick(context).flatten(1)
        weights = torch.softmax(logits, 1) if slots is None else F.one_hot(slots, logits.shape[1]).to(z.dtype)
        for block in self.at16:
            h = block(h, context)
        flow = self.flow(F.silu(h))
        h = F.pixel_shuffle(self.to32(h), 2)
        for block in self.at32:
            h = block(h, context)
        h = F.pixel_shuffle(self.to64(h), 2) + self.recall64(self.recall(self.memory64, weights, flow, 4))
        h = F.pixel_shuffle(self.to128(F.silu(self.at64(h, context))), 2)
        h = self.join128(torch.cat([h, self.recall(self.memory128, weights, flow, 8)], 1))
        h = self.at128(h, context)
        return F.pixel_shuffle(self.out(F.silu(h)), 2), weights, logits, flow


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.decoder = Decoder()
        self.register_buffer("mean", torch.zeros(1, LATENT_CHANNELS, 1, 1))
        self.register_buffer("spread", torch.ones(1, LATENT_CHANNELS, 1, 1))

    def encode(self, x):
        """[b, 4, 256, 256] in [-1, 1] -> [b, 8, 16, 16] with mean 0 and variance 1 over the data.

        The statistics are running ones: batches of six are too few for batch statistics of class-like channels.
        """
        h = self.encoder(x)
        if self.training:
            with torch.no_grad():
                rate = .02
                self.mean.lerp_(h.mean((0, 2, 3), keepdim=True), rate)
                variance = ((h - self.mean) ** 2).mean((0, 2, 3), keepdim=True)
                self.spread.copy_((self.spread ** 2 * (1 - rate) + variance * rate).sqrt())
        return (h - self.mean) / self.spread

    def decode(self, z):
        return self.decoder(z)


def use_onednn_for_pointwise(model):
    """Makes torch 1.13 send 1 x 1 convolutions to oneDNN on one thread too.

    With fewer than sixteen samples and one thread it takes a slower path unless the convolution is dilated;
    for a single tap dilation means nothing.
    """
    for module in model.modules():
        if isinstance(module, nn.Conv2d) and module.kernel_size == (1, 1):
            module.dilation = (2, 2)
    return model
