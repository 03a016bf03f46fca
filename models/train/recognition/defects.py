"""Defects that generated elements have, made on purpose: each takes pictures and severities and gives flawed pictures.

Pictures are float [n, 4, h, w], premultiplied RGBA in 0..1; severities are [n] in 0..1, 0 leaving a picture as it is.
"""
import math

import torch
import torch.nn.functional as F


def _wide(severity):
    return severity[:, None, None, None]


def _straight(x):
    return x[:, :3] / x[:, 3:].clamp(min=1 / 255)


def _painted(rgb, alpha):
    return torch.cat([rgb.clamp(0, 1) * alpha, alpha], 1)


def _turn(rgb, angle):
    """Colours turned about grey by angle [n, 1, 1, 1] or a map of angles: the YIQ rotation, lightness kept."""
    r, g, b = rgb.unbind(1)
    y, i, q = .299 * r + .587 * g + .114 * b, .596 * r - .274 * g - .322 * b, .211 * r - .523 * g + .312 * b
    c, s = torch.cos(angle).squeeze(1), torch.sin(angle).squeeze(1)
    i, q = c * i - s * q, s * i + c * q
    return torch.stack([y + .956 * i + .621 * q, y - .272 * i - .647 * q, y - 1.106 * i + 1.703 * q], 1)


def _smooth_field(n, channels, size, cells):
    return F.interpolate(torch.rand(n, channels, cells, cells) * 2 - 1, size=size, mode="bicubic", align_corners=True)


def _moved(x, shift):
    """Pictures resampled at places moved by shift [n, 2, h, w], in half widths; nothing comes in from outside."""
    n, _, h, w = x.shape
    still = F.affine_grid(torch.eye(2, 3).repeat(n, 1, 1), (n, 1, h, w), align_corners=False)
    return F.grid_sample(x, still + shift.permute(0, 2, 3, 1), padding_mode="zeros", align_corners=False).clamp(0, 1)


def colour_mismatch(x, severity):
    """A part of the thing has another hue than the rest."""
    part = torch.sigmoid(12 * _smooth_field(len(x), 1, x.shape[2:], 3))
    sign = torch.where(torch.rand(len(x)) < .5, -1., 1.)
    return _painted(_turn(_straight(x), part * _wide(severity * sign) * 2.2), x[:, 3:])


def hue(x, severity):
    """All of it has a hue between the ones that can be asked for."""
    sign = torch.where(torch.rand(len(x)) < .5, -1., 1.)
    return _painted(_turn(_straight(x), _wide(severity * sign) * 1.1), x[:, 3:])


def saturation(x, severity):
    """Greyed or garish."""
    rgb = _straight(x)
    grey = (rgb * torch.tensor([.299, .587, .114])[None, :, None, None]).sum(1, keepdim=True)
    factor = torch.where(torch.rand(len(x)) < .6, 1 - .85 * severity, 1 + 1.2 * severity)
    return _painted(grey + (rgb - grey) * _wide(factor), x[:, 3:])


def shape_warp(x, severity):
    """Outlines and features swim."""
    return _moved(x, _smooth_field(len(x), 2, x.shape[2:], 5) * _wide(severity) * .16)


def perspective(x, severity):
    """Sheared and tapered, as if vanishing points did not agree."""
    n, _, h, w = x.shape
    v, u = torch.meshgrid(torch.linspace(-1, 1, h), torch.linspace(-1, 1, w), indexing="ij")
    sign = torch.where(torch.rand(2, n) < .5, -1., 1.)
    across = _wide(severity * sign[0]) * .30 * v + _wide(severity * sign[1]) * .22 * u * v
    return _moved(x, torch.cat([across, torch.zeros_like(across)], 1))


def stray_marks(x, severity):
    """Specks and strokes of odd colours, on the thing and beside it."""
    n, _, h, w = x.shape
    v, u = torch.meshgrid(torch.linspace(-1, 1, h), torch.linspace(-1, 1, w), indexing="ij")
    y = x
    for k in range(6):
        a, b = torch.rand(n, 2, 1, 1) * 1.6 - .8, (torch.rand(n, 2, 1, 1) - .5) * (.7 if k % 2 else .06)
        t = (((u - a[:, 0]) * b[:, 0] + (v - a[:, 1]) * b[:, 1]) / ((b ** 2).sum(1) + 1e-4)).clamp(0, 1)
        far = torch.hypot(u - a[:, 0] - t * b[:, 0], v - a[:, 1] - t * b[:, 1])
        thick = .012 + .030 * torch.rand(n, 1, 1)
        there = (severity * 6 > k).float()[:, None, None] * (.5 + .5 * severity[:, None, None])
        mark = (((thick - far) * w / 2 + .5).clamp(0, 1) * there)[:, None]
        colour = torch.cat([torch.rand(n, 3, 1, 1), torch.ones(n, 1, 1, 1)], 1)
        y = y * (1 - mark) + colour * mark
    return y


def blur(x, severity):
    """Soft all over: a Gaussian of up to 2.2 pixels of 128."""
    taps = torch.arange(-6, 7)
    sigma = (severity * 2.2 * x.shape[3] / 128).clamp(min=.05)
    kernel = torch.exp(-.5 * (taps[None] / sigma[:, None]) ** 2)
    kernel = (kernel / kernel.sum(1, keepdim=True)).repeat_interleave(4, 0)
    flat = x.reshape(1, -1, *x.shape[2:])
    flat = F.conv2d(flat, kernel[:, None, None, :], padding=(0, 6), groups=len(kernel))
    return F.conv2d(flat, kernel[:, None, :, None], padding=(6, 0), groups=len(kernel)).reshape(x.shape)


def dirty_alpha(x, severity):
    """Haze where it should be empty, thin places where it should be solid."""
    haze = _smooth_field(len(x), 1, x.shape[2:], 6).clamp(0, 1) * _wide(severity) * .55
    thin = _smooth_field(len(x), 1, x.shape[2:], 6).clamp(0, 1) * _wide(severity) * .75
    tone = torch.rand(len(x), 3, 1, 1).expand(-1, 3, *x.shape[2:])
    y = x * (1 - thin)
    return y + (1 - x[:, 3:]) * haze * torch.cat([tone, torch.ones_like(tone[:, :1])], 1)


DEFECTS = dict(colour_mismatch=colour_mismatch, shape_warp=shape_warp, perspective=perspective, stray_marks=stray_marks,
               saturation=saturation, hue=hue, blur=blur, dirty_alpha=dirty_alpha)


PLAIN = .12  # a difference that can be seen
OFTEN = ("stray_marks",)  # drawn twice as often: what designers mind most, and the smallest


def flawed(x, most=2, clean=.3):
    """Pictures with up to `most` defects each, the severities [n, len(DEFECTS)], and where stray marks are [n, 1, h, w], 0 or 1."""
    n, names = len(x), list(DEFECTS)
    severity, marks = torch.zeros(n, len(names)), torch.zeros(n, 1, *x.shape[2:])
    drawn = torch.tensor([names.index(name) for name in (*names, *OFTEN)])
    for _ in range(most):
        hit = torch.rand(n) > clean
        severity[hit, drawn[torch.randint(0, len(drawn), (int(hit.sum()),))]] = torch.rand(int(hit.sum()))
    for k, (name, defect) in enumerate(DEFECTS.items()):
        rows = torch.nonzero(severity[:, k]).flatten()
        if len(rows):
            before, x = x[rows], x.clone()
            x[rows] = defect(before, severity[rows, k])
            if name == "stray_marks":
                marks[rows] = ((x[rows] - before).abs().amax(1, keepdim=True) > PLAIN).float()
    return x.clamp(0, 1), severity, marks


def softened(x):
    """What a good generated picture may still have: a little blur, noise, a shift, a warp, another ground. For the classifier."""
    n = len(x)
    x = blur(x, torch.rand(n) * .55)
    x = shape_warp(x, torch.rand(n) * .18)
    angle, zoom, move = (torch.rand(n) - .5) * math.radians(6), 1 + (torch.rand(n) - .5) * .12, (torch.rand(n, 2) - .5) * .10
    c, s = torch.cos(angle) * zoom, torch.sin(angle) * zoom
    matrix = torch.stack([torch.stack([c, -s, move[:, 0]], 1), torch.stack([s, c, move[:, 1]], 1)], 1)
    x = F.grid_sample(x, F.affine_grid(matrix, x.shape, align_corners=False), align_corners=False)
    x = (x * (1 + (torch.rand(n, 4, 1, 1) - .5) * torch.tensor([.08, .08, .08, 0])[None, :, None, None])).clamp(0, 1)
    x = x + torch.randn_like(x) * torch.rand(n, 1, 1, 1) * .03 * x[:, 3:]
    ground = torch.cat([torch.rand(n, 3, 1, 1), torch.ones(n, 1, 1, 1)], 1) * (torch.rand(n, 1, 1, 1) < .15)
    return (x + (1 - x[:, 3:].clamp(0, 1)) * ground).clamp(0, 1)
