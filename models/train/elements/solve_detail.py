"""Finds the detail that the decoder remembers at full size, of a model that is otherwise finished, and writes its decoder anew.

    python3 solve_detail.py --base ../../elements-mini --data ../work/elements/data --out ../../elements-mini --version 2.1.0

What is added to a picture is linear in the detail m of its slot, so least squares finds it, slot by slot: the sum over its
pictures i of |r_i - a_i S_i m|^2 + ridge |m|^2 is made least by conjugate gradients (Hestenes and Stiefel 1952), r_i being the render less
what was painted without detail, S_i the sampling at the places of the flow and a_i alpha. Half of the latents are what the
denoiser foresees. So that no more is remembered than holds for poses never seen, each half of the poses says how much of the detail
of the other half it wants, and the slot's detail is scaled by the mean of that. Minutes of one core for some thousands of pictures.
"""
import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch

import weights
from autoencoder import moved, use_onednn_for_pointwise
from pictures import held_out, load_images, slots_of, to_tensor
from prompts import modes, shapes
from redecode import write
from train_autoencoder import foresight

sys.path.append(str(Path(__file__).parent.parent / "finetuning"))
import base  # noqa: E402

RIDGE = .02  # of the largest diagonal entry
ITERATIONS = 5
BATCH = 16


@dataclass(frozen=True)
class Problem:
    """Residual colours [n, 3, h, w] in 0..1, alpha [n, 1, h, w] and places [n, h, w, 2] of the pictures of one slot."""
    residual: torch.Tensor
    alpha: torch.Tensor
    places: torch.Tensor

    def part(self, chosen):
        return Problem(self.residual[chosen], self.alpha[chosen], self.places[chosen])

    def seen(self, detail):
        """[1, 1, h, w] -> what it adds to each colour of each picture, [n, 1, h, w]."""
        return self.alpha * moved(detail.expand(len(self.places), -1, -1, -1), self.places)

    def gathered(self, pictures):
        """The transpose of the sampling: [n, 1, h, w] -> [1, 1, h, w]."""
        height, width = self.places.shape[1:3]
        with torch.enable_grad():
            detail = torch.zeros(1, 1, height, width, requires_grad=True)
            out = moved(detail.expand(len(self.places), -1, -1, -1), self.places)
            return torch.autograd.grad(out, detail, pictures)[0]

    def solved(self):
        """The detail [1, 1, h, w] by conjugate gradients, preconditioned by the diagonal's bound."""
        colours = self.residual.shape[1]
        diagonal = self.gathered(colours * self.alpha ** 2)
        ridge = RIDGE * diagonal.max()
        apply = lambda m: self.gathered(colours * self.alpha * self.seen(m)) + ridge * m
        left = self.gathered(self.alpha * self.residual.sum(1, keepdim=True))
        detail, scale = torch.zeros_like(left), 1 / (diagonal + ridge).clamp(min=1e-9)
        near = scale * left
        way, size = near, (left * near).sum()
        for _ in range(ITERATIONS):
            if size <= 0:
                break
            pushed = apply(way)
            step = size / (way * pushed).sum()
            detail, left = detail + step * way, left - step * pushed
            near = scale * left
            before, size = size, (left * near).sum()
            way = near + size / before * way
        return detail

    def share_wanted(self, detail):
        """How much of a detail makes the error least, 0 to 1."""
        seen = self.seen(detail)
        return float((((self.residual * seen).sum()) / (self.residual.shape[1] * (seen ** 2).sum()).clamp(min=1e-9)).clamp(0, 1))


def problem(autoencoder, foresee, images, index, slots):
    """What the detail of one slot should make up for."""
    parts = []
    for some in index.split(BATCH):
        x = to_tensor(images[some.numpy()])
        z = autoencoder.encode(x)
        z[::2] = foresee(z[::2], some[::2])
        plain, _, _, flow = autoencoder.decoder.paint_plain(z, slots[some])
        parts.append([t.contiguous() for t in ((x[:, :3] - plain[:, :3]) / 2, (plain[:, 3:] + 1).clamp(0, 2) / 2, autoencoder.decoder.places(flow, 16))])
    return Problem(*(torch.cat(column) for column in zip(*parts)))


@torch.no_grad()
def solve(autoencoder, denoiser, data, every=1):
    """Sets the detail of each slot that is no texture's; returns how many pictures were learnt from."""
    images, attributes = load_images(data), json.loads((data / "attributes.json").read_text())
    slots, foresee = slots_of(attributes), foresight(denoiser, attributes)
    known = torch.arange(len(images) - held_out(attributes))
    poses, used, begun = torch.tensor([a["pose"] for a in attributes]), 0, time.time()
    for slot, (shape, view) in list(enumerate(modes()))[::every]:
        if shapes()[shape][0].is_texture:
            continue
        index = known[slots[known] == slot]
        whole, odd = problem(autoencoder, foresee, images, index, slots), poses[index] % 2 == 1
        halves = [whole.part(odd), whole.part(~odd)] if odd.any() and not odd.all() else []
        shares = [a.share_wanted(b.solved()) for a, b in (halves, halves[::-1])] if halves else [1.]
        share = sum(shares) / len(shares)
        autoencoder.decoder.memory256[slot] = share * whole.solved()[0]
        used += len(index)
        print(f"{time.time() - begun:.0f} s, slot {slot} of {len(modes())}: {shapes()[shape][0].id}, {view}, {share:.2f} of the detail", flush=True)
    return used


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="folder of an exported model")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="gets the model; may be the base")
    parser.add_argument("--every", type=int, default=1, help="only every so many of the shapes and views")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--version", help="of the new model; default: the base's")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    start = base.load(options.base)
    autoencoder = use_onednn_for_pointwise(start.autoencoder).to(memory_format=torch.channels_last)
    weights.load_decoder(autoencoder.decoder, options.base, shapes())
    used = solve(autoencoder, use_onednn_for_pointwise(start.model), options.data, options.every)
    write(start, autoencoder, options.out, options.version or start.manifest["version"], dict(detail_renders=used))


if __name__ == "__main__":
    main()
