"""What every training of the denoiser shares: noised latents with their v, and which time steps are drawn."""
import torch

from schedule import TRAIN_STEPS, alphas_cumprod

_CUMULATIVE = alphas_cumprod().float()
EVEN = .2  # share of the time steps that are drawn evenly


def _signal(t):
    """alpha and sigma [b, 1, 1, 1] at the time steps t [b]."""
    kept = _CUMULATIVE.to(t.device)[t][:, None, None, None]
    return kept.sqrt(), (1 - kept).sqrt()


def noised(z, noise, t):
    """The noised latents [b, 8, h, w] at the time steps t [b] (0 to 999), and v = alpha noise - sigma z, which is to be predicted.

    v-prediction: Salimans and Ho 2022, arXiv:2202.00512, appendix D.
    """
    a, s = _signal(t)
    return a * z + s * noise, a * noise - s * z


def foreseen(x, v, t):
    """The clean latents that a predicted v [b, 8, h, w] amounts to."""
    a, s = _signal(t)
    return a * x - s * v


def random_times(count, generator=None):
    """Time steps int64 [count]: mostly the middle of the schedule, where shape and detail are decided; a fifth evenly."""
    middle = torch.sigmoid(torch.randn(count, generator=generator) * 1.1 - .1)
    even = torch.rand(count, generator=generator)
    return (torch.where(torch.rand(count, generator=generator) < EVEN, even, middle) * TRAIN_STEPS).long().clamp(0, TRAIN_STEPS - 1)
