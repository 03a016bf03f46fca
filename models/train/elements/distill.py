"""Few steps from many: teaches a copy of the denoiser to make in four steps, without guidance, what its teacher makes
in sixteen with guidance.

    python3 distill.py --data ../work/data --autoencoder ../work/ae --denoiser ../work/denoiser --out ../work/few --minutes 20

Progressive distillation (Salimans and Ho 2022, arXiv:2202.00512) with the guidance inside (Meng and others 2022,
arXiv:2210.03142), all halvings in one: from a noised latent at one of the four trailing time steps the teacher walks to the
next of them in several guided DDIM steps, and the student must get there in one.
"""
import argparse
import copy
import json
import time
from pathlib import Path

import numpy as np
import torch

from autoencoder import use_onednn_for_pointwise
from schedule import TRAIN_STEPS, trailing
from train_autoencoder import encode_all, held_out, save
from train_denoiser import Captions, Model, cumulative_float, load_decoder, show

STEPS, TEACHER_STEPS = 4, 4  # of the student; of the teacher between two of the student's


def levels(cumulative):
    """alpha and sigma at every whole time step, and of the clean end in the last place."""
    alpha, sigma = cumulative.sqrt(), (1 - cumulative).sqrt()
    return torch.cat([alpha, torch.ones(1)]), torch.cat([sigma, torch.zeros(1)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--autoencoder", type=Path, required=True)
    parser.add_argument("--denoiser", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--guidance", type=float, default=1.5)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    attributes = json.loads((options.data / "attributes.json").read_text())
    usable = len(attributes) - held_out(attributes)
    latents = encode_all(options.data, options.autoencoder)
    captions = Captions(attributes, np.random.default_rng(options.seed))
    teacher = use_onednn_for_pointwise(Model(len(captions.tokenizer.ids))).eval().requires_grad_(False)
    teacher.load_state_dict(torch.load(options.denoiser / "denoiser.pt")["average"])
    teacher.unet.to(memory_format=torch.channels_last)
    student = use_onednn_for_pointwise(copy.deepcopy(teacher))
    student.unet.requires_grad_(True)
    optimizer = torch.optim.AdamW(student.unet.parameters(), lr=options.rate, betas=(.9, .99), weight_decay=0)
    average = {k: v.clone() for k, v in student.state_dict().items()}
    step, spent_before, checkpoint = 0, 0., options.out / "denoiser.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint)
        student.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, spent_before = state["average"], state["step"], state["seconds"]
    rng = torch.Generator().manual_seed(options.seed + step)
    alpha, sigma = levels(cumulative_float())
    starts = torch.tensor(trailing(STEPS))
    ends = torch.cat([starts[1:], torch.tensor([TRAIN_STEPS])])
    shaped = lambda values: values[:, None, None, None]

    @torch.no_grad()
    def walk(x, begin, end, hidden, empty):
        """The teacher's guided DDIM steps from begin to end, each a place on the whole time steps (1000 = clean)."""
        for k in range(TEACHER_STEPS):
            last = end == TRAIN_STEPS
            stop = torch.where(last, torch.full_like(end, -1), end)
            now = (begin + (stop - begin) * k / TEACHER_STEPS).round().long()
            then = (begin + (stop - begin) * (k + 1) / TEACHER_STEPS).round().long()
            then = torch.where(then < 0, torch.full_like(then, TRAIN_STEPS), then)
            with_text, without = teacher.unet(torch.cat([x, x]), torch.cat([now, now]), torch.cat([hidden, empty])).chunk(2)
            v = without + options.guidance * (with_text - without)
            a, s = shaped(alpha[now]), shaped(sigma[now])
            x = shaped(alpha[then]) * (a * x - s * v) + shaped(sigma[then]) * (s * x + a * v)
        return x

    limit, began, next_report, losses = options.minutes * 60, time.time(), 60., []
    empty_ids = torch.tensor([captions.ids("")] * options.batch)
    while True:
        elapsed = spent_before + time.time() - began
        share = elapsed / limit
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 30) * max(.05, 1 - share)
        index = torch.randint(0, usable, (options.batch,), generator=rng)
        hidden, empty = student.text(torch.tensor([captions.plain(i) for i in index.tolist()]))[0], student.text(empty_ids)[0]
        place = torch.randint(0, STEPS, (options.batch,), generator=rng)
        begin, end = starts[place], ends[place]
        a, s = shaped(alpha[begin]), shaped(sigma[begin])
        x = (a * latents[index] + s * torch.randn((options.batch, *latents.shape[1:]), generator=rng)).contiguous(memory_format=torch.channels_last)
        goal = walk(x, begin, end, hidden, empty)
        # the clean latent from which one DDIM step lands on the goal
        a2, s2 = shaped(alpha[end]), shaped(sigma[end])
        clean = (goal - s2 / s * x) / (a2 - s2 / s * a)
        out = student.unet(x, begin, hidden)
        loss = ((a * x - s * out - clean) ** 2).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.unet.parameters(), 1.)
        optimizer.step()
        step += 1
        losses.append(loss.item())
        keep = min(.99, (step + 1) / (step + 8))
        for k, value in student.state_dict().items():
            average[k].lerp_(value, 1 - keep)
        if time.time() - began > next_report:
            next_report = time.time() - began + 60
            print(f"{elapsed:.0f}s step {step} {options.batch * step / elapsed:.1f}/s loss {np.mean(losses[-50:]):.4f}", flush=True)
            save(checkpoint, dict(model=student.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=elapsed))
    save(checkpoint, dict(model=student.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=spent_before + time.time() - began))
    print(f"final step {step} loss {np.mean(losses[-50:]):.4f}", flush=True)
    student.load_state_dict(average)
    show(student.eval(), captions.tokenizer, load_decoder(options.autoencoder), options.out / "samples.png", steps=STEPS, guidance=1., order=1)


if __name__ == "__main__":
    main()
