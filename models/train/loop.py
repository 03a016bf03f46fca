"""The training loop of every network here: rate curve, clipped steps, running average, checkpoint, progress.

A run that is broken off goes on from its checkpoint. Every step draws its own random numbers from the seed and its number, so
a run counted in steps ends in the same weights whether or not it was broken off; one counted in minutes is alike but not equal.
"""
import math
import os
import time
from dataclasses import dataclass
from pathlib import Path

import torch


@dataclass(frozen=True)
class Plan:
    """How long and how fast.

    minutes or steps: the length, one of the two; minutes of earlier runs of the same checkpoint count. rate: of AdamW at its highest.
    warm_up: steps until then. decay_from: share of the length after which the rate falls along a cosine to floor times the highest.
    average: the most that the running average keeps of itself. every: seconds between two reports, which are also checkpoints.
    """
    rate: float
    seed: int
    minutes: float | None = None
    steps: int | None = None
    warm_up: int = 50
    decay_from: float = 0.
    floor: float = .02
    average: float = .99
    every: float = 60.
    betas: tuple[float, float] = (.9, .99)
    weight_decay: float = .01

    def __post_init__(self):
        if (self.minutes is None) == (self.steps is None):
            raise ValueError("minutes or steps: expected exactly one of them")

    def curve(self, step, share):
        """The factor of the rate, 0 to 1."""
        fall = max(0., share - self.decay_from) / max(1e-9, 1 - self.decay_from)
        return min(1., (step + 1) / self.warm_up) * (self.floor + (1 - self.floor) * .5 * (1 + math.cos(math.pi * min(1., fall))))


@dataclass
class Trained:
    """What a run came to: the running average of the weights, steps and seconds in all, and the last mean of each figure."""
    average: dict
    step: int
    seconds: float
    figures: dict


def save(path, value):
    """Writes a checkpoint so that a crash leaves the old or the new one, whole; makes its folder where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save(value, f"{path}.new")
    os.replace(f"{path}.new", path)


def start_from(model, path):
    """Loads the averaged weights of another checkpoint where name and shape fit; what is new stays as it was made.

    Returns how those weights came to be: a list of {minutes, steps, seed}, oldest first.
    """
    own, state = model.state_dict(), torch.load(path)
    fitting = {k: v for k, v in state["average"].items() if k in own and own[k].shape == v.shape}
    model.load_state_dict(fitting, strict=False)
    print(f"{len(fitting)} of {len(own)} tensors from {Path(path).name}", flush=True)
    return stages(state)


def stages(state):
    """The runs that a checkpoint's weights went through, each {minutes, steps, seed}."""
    return [*state.get("history", ()), dict(minutes=round(state["seconds"] / 60, 1), steps=state["step"], seed=state["seed"])]


def train(model, groups, plan, checkpoint, loss_of, report=lambda average: "", history=()):
    """Trains until the plan's length is used up. groups: parameter groups of AdamW; a group's "scale" multiplies its rate.

    loss_of(step, share) -> {"loss": what is minimised, further names: scalars to report}, share of the length being 0 to 1; report(average) -> more words for the progress line;
    history: what start_from returned.
    """
    groups = [dict(g, scale=g.get("scale", 1.)) for g in groups]
    optimizer = torch.optim.AdamW(groups, lr=plan.rate, betas=plan.betas, weight_decay=plan.weight_decay)
    state = Trained({k: v.clone() for k, v in model.state_dict().items()}, 0, 0., {})
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=next(model.parameters()).device)
        model.load_state_dict(kept["model"])
        optimizer.load_state_dict(kept["optimizer"])
        state = Trained(kept["average"], kept["step"], kept["seconds"], {})
        print(f"going on from step {state.step}", flush=True)
    before, began, reported, sums, summed = state.seconds, time.time(), 0., {}, 0
    while True:
        state.seconds = before + time.time() - began
        share = state.step / plan.steps if plan.steps is not None else state.seconds / (plan.minutes * 60)
        if (state.seconds - before > reported + plan.every or share >= 1) and summed:
            reported = state.seconds - before
            state.figures, sums, summed = {k: v / summed for k, v in sums.items()}, {}, 0
            save(checkpoint, dict(model=model.state_dict(), average=state.average, optimizer=optimizer.state_dict(), step=state.step, seconds=state.seconds, seed=plan.seed, history=list(history)))
            words = " ".join(f"{k} {v:.4f}" for k, v in state.figures.items())
            left = state.seconds * (1 - share) / max(share, 1e-9)
            print(f"{state.seconds:.0f} s, step {state.step}: {words} rate {optimizer.param_groups[0]['lr']:.1e}{report(state.average)}, {max(0., left):.0f} s left", flush=True)
        if share >= 1:
            return state
        torch.manual_seed(plan.seed * 1_000_003 + state.step)
        for group in optimizer.param_groups:
            group["lr"] = plan.rate * group["scale"] * plan.curve(state.step, share)
        values = loss_of(state.step, share)
        if not torch.isfinite(values["loss"]):
            raise FloatingPointError(f"step {state.step}: the loss is {values['loss'].item()}")
        optimizer.zero_grad(set_to_none=True)
        values["loss"].backward()
        torch.nn.utils.clip_grad_norm_([p for g in groups for p in g["params"]], 1.)
        optimizer.step()
        state.step, summed = state.step + 1, summed + 1
        for name, value in values.items():
            sums[name] = sums.get(name, 0.) + float(value)
        keep = min(plan.average, state.step / (state.step + 10))
        for k, v in model.state_dict().items():
            state.average[k].lerp_(v, 1 - keep)
