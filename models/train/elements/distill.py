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
import sys
from pathlib import Path

import numpy as np
import torch

from autoencoder import use_onednn_for_pointwise
from schedule import TRAIN_STEPS, alphas_cumprod, trailing
from pictures import encode_all, held_out
from captions import Captions
from painting import averaged, load_decoder, show

sys.path.append(str(Path(__file__).parent.parent))
from loop import Plan, train  # noqa: E402

STEPS, TEACHER_STEPS = 4, 4  # of the student; of the teacher between two of the student's


def levels():
    """alpha and sigma at every whole time step, and of the clean end in the last place."""
    cumulative = alphas_cumprod().float()
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
    teacher = averaged(torch.load(options.denoiser / "denoiser.pt")["average"], len(captions.tokenizer.ids)).requires_grad_(False)
    teacher.unet.to(memory_format=torch.channels_last)
    student = use_onednn_for_pointwise(copy.deepcopy(teacher))
    student.unet.requires_grad_(True)
    starts = torch.tensor(trailing(STEPS))
    ends = torch.cat([starts[1:], torch.tensor([TRAIN_STEPS])])
    alpha, sigma = levels()
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

    empty_ids = torch.tensor([captions.ids("")] * options.batch)

    def one(step, share):
        index = torch.randint(0, usable, (options.batch,))
        hidden, empty = student.text(torch.tensor([captions.plain(i) for i in index.tolist()]))[0], student.text(empty_ids)[0]
        place = torch.randint(0, STEPS, (options.batch,))
        begin, end = starts[place], ends[place]
        a, s = shaped(alpha[begin]), shaped(sigma[begin])
        x = (a * latents[index] + s * torch.randn(options.batch, *latents.shape[1:])).contiguous(memory_format=torch.channels_last)
        goal = walk(x, begin, end, hidden, empty)
        # the clean latent from which one DDIM step lands on the goal
        a2, s2 = shaped(alpha[end]), shaped(sigma[end])
        clean = (goal - s2 / s * x) / (a2 - s2 / s * a)
        return dict(loss=((a * x - s * student.unet(x, begin, hidden) - clean) ** 2).mean())

    plan = Plan(options.rate, options.seed, minutes=options.minutes, warm_up=30, floor=.05, weight_decay=0.)
    done = train(student, [dict(params=list(student.unet.parameters()))], plan, options.out / "denoiser.pt", one)
    shown = averaged(done.average, len(captions.tokenizer.ids))
    show(shown, captions.tokenizer, load_decoder(options.autoencoder), options.out / "samples.png", steps=STEPS, guidance=1., order=1)


if __name__ == "__main__":
    main()
