"""DDIM (arXiv:2010.02502, equation 12, η = 0) and Euler (arXiv:2206.00364), written for these references alone."""
import numpy as np
import torch


def alphas_cumprod(config):
    betas = torch.linspace(config["beta_start"] ** 0.5, config["beta_end"] ** 0.5, 1000, dtype=torch.float32) ** 2
    return torch.cumprod((1 - betas).double(), 0)


def timesteps(config, steps):
    if config["timestep_spacing"] == "trailing":
        return [int(t) for t in np.round(np.arange(1000, 0, -1000 / steps)) - 1]
    return [i * (1000 // steps) + config["steps_offset"] for i in reversed(range(steps))]


class Ddim:
    def __init__(self, config, steps):
        signal = alphas_cumprod(config)
        self.kind, self.times = config["prediction_type"], timesteps(config, steps)
        last = torch.tensor(1.0).double() if config["set_alpha_to_one"] else signal[0]
        self.levels = [(a.sqrt().item(), (1 - a).sqrt().item()) for a in [*(signal[t] for t in self.times), last]]
        self.start = 1.0

    def input(self, i, x):
        return x

    def noised(self, i, clean, noise):
        a, s = self.levels[i]
        return a * clean + s * noise

    def step(self, i, x, output):
        (a, s), (a2, s2) = self.levels[i], self.levels[i + 1]
        clean, noise = ((x - s * output) / a, output) if self.kind == "epsilon" else (a * x - s * output, s * x + a * output)
        return a2 * clean + s2 * noise


class Euler:
    def __init__(self, config, steps):
        signal = alphas_cumprod(config).numpy()
        self.kind, self.times = config["prediction_type"], timesteps(config, steps)
        self.sigmas = [*(float(((1 - signal[t]) / signal[t]) ** 0.5) for t in self.times), 0.0]
        self.start = self.sigmas[0] if config["timestep_spacing"] == "trailing" else (self.sigmas[0] ** 2 + 1) ** 0.5

    def input(self, i, x):
        return x / (self.sigmas[i] ** 2 + 1) ** 0.5

    def noised(self, i, clean, noise):
        return clean + self.sigmas[i] * noise

    def step(self, i, x, output):
        s, root = self.sigmas[i], (self.sigmas[i] ** 2 + 1) ** 0.5
        clean = x - s * output if self.kind == "epsilon" else x / root ** 2 - s / root * output
        return x + (self.sigmas[i + 1] - s) * (x - clean) / s


ALL = {"ddim": Ddim, "euler": Euler}
