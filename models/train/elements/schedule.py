"""Noise schedule and sampler, the same formulas as diffusers' DPMSolverMultistepScheduler (dpmsolver++, order 2)."""
import torch

TRAIN_STEPS, BETA_START, BETA_END = 1000, 0.0001, 0.015
CONFIG = {
    "_class_name": "DPMSolverMultistepScheduler", "_diffusers_version": "0.27.0",
    "num_train_timesteps": TRAIN_STEPS, "beta_start": BETA_START, "beta_end": BETA_END, "beta_schedule": "linear",
    "prediction_type": "v_prediction", "timestep_spacing": "trailing", "steps_offset": 0, "algorithm_type": "dpmsolver++",
    "solver_order": 2, "solver_type": "midpoint", "lower_order_final": True, "use_karras_sigmas": False,
    "clip_sample": False, "set_alpha_to_one": True, "final_sigmas_type": "zero", "rescale_betas_zero_snr": False,
}


def alphas_cumprod():
    betas = torch.linspace(BETA_START, BETA_END, TRAIN_STEPS, dtype=torch.float64)
    return torch.cumprod(1 - betas, 0)


def trailing(steps):
    """Time steps 999 .. for the given number of steps, evenly spaced from the noisy end."""
    return [round(TRAIN_STEPS - i * TRAIN_STEPS / steps) - 1 for i in range(steps)]


def sample(predict_v, noise, steps, order=2):
    """DPM-Solver++(2M) from noise, or DDIM with order 1; predict_v(x, t) with t an int. The last step goes to sigma 0, in first order."""
    cumulative = alphas_cumprod()
    times = trailing(steps)
    alpha = [cumulative[t].sqrt().item() for t in times] + [1.]
    sigma = [(1 - cumulative[t]).sqrt().item() for t in times] + [0.]
    log_snr = [torch.log(torch.tensor(a / s)).item() if s else float("inf") for a, s in zip(alpha, sigma)]
    x, before = noise, None
    for i, t in enumerate(times):
        x0 = alpha[i] * x - sigma[i] * predict_v(x, t)
        h = log_snr[i + 1] - log_snr[i]
        direction = x0
        if order == 2 and before is not None and i < steps - 1:
            ratio = (log_snr[i] - log_snr[i - 1]) / h
            direction = x0 + (x0 - before) / (2 * ratio)
        x = (sigma[i + 1] / sigma[i]) * x - alpha[i + 1] * (torch.exp(torch.tensor(-h)).item() - 1) * direction
        before = x0
    return x
