"""Trains the autoencoder; with --decoder-only it freezes the encoder and goes on with the decoder on its latents.

    python3 train_autoencoder.py --data ../work/data --out ../work/ae --minutes 20 --from ../../elements-mini
    python3 train_autoencoder.py --data ../work/data --out ../work/ae --minutes 60 --decoder-only

The second one can run beside the denoiser, which needs the encoder only. Both resume from their checkpoints.
--from starts with the weights of an exported model; where that has no encoder, one is first trained to its decoder.
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import weights
from autoencoder import Autoencoder, use_onednn_for_pointwise
from captions import Captions
from diffusion import foreseen, noised
from painting import averaged
from pictures import encode_all, held_out, load_images, psnr, slots_of, to_images, to_tensor
from prompts import modes, shapes
from render import sheet
from tokenizer import build

sys.path.append(str(Path(__file__).parent.parent))
from loop import Plan, train  # noqa: E402

ENCODER_ALONE = .2  # share of the time in which a new encoder is trained to the decoder as it is
MEMORY_RATE = 2.  # each slot is seen by one picture in a hundred


def gradient_error(d, weight):
    across, down = (d[..., 1:] - d[..., :-1]).abs(), (d[..., 1:, :] - d[..., :-1, :]).abs()
    return (across * weight[..., 1:]).mean() + (down * weight[..., 1:, :]).mean()


def fill_memory(decoder, images, attributes, known):
    """Starts the memory of each slot not known as small pictures of its mode in the most central pose, in several looks."""
    best, slots = {}, slots_of(attributes).tolist()
    for i, a in enumerate(attributes[:-held_out(attributes)]):
        slot = slots[i]
        if slot in known:
            continue
        size = sum(j * j for j in a["jitter"])
        if slot not in best or size < best[slot][0]:
            best[slot] = size, i
    with torch.no_grad():
        for slot, (_, i) in best.items():
            looks = to_tensor(images[i:i + 4]).contiguous()
            fine, coarse = F.avg_pool2d(looks, 2), F.avg_pool2d(looks, 4)
            decoder.memory128[slot].copy_(torch.cat([fine[0], fine[1, 0:1], fine[1, 2:3]]))
            decoder.memory64[slot].copy_(coarse[1:4].flatten(0, 1))


def foresight(model, attributes):
    """A function from true latents and their indices to what the denoiser foresees of them from lightly noised ones.

    Latents painted from noise differ from encoded ones in the way these do: a decoder trained on both paints them cleaner.
    """
    captions = Captions(attributes, np.random.default_rng(0))

    @torch.no_grad()
    def foresee(z, index):
        t = torch.randint(20, 260, (len(z),))
        x, _ = noised(z, torch.randn_like(z), t)
        x = x.contiguous(memory_format=torch.channels_last)
        hidden, _ = model.text(torch.tensor([captions.plain(i) for i in index.tolist()]))
        return foreseen(x, model.unet(x, t, hidden), t)

    return foresee


def reconstruction_loss(y, x):
    """Foreground counts three times; edges count through first differences; blocks through a coarse mean."""
    d = y - x
    near = F.max_pool2d(x[:, 3:], 5, 1, 2)  # foreground and two pixels around it
    weight = 1 + 2 * (near > -1).float()
    return (d.abs() * weight).mean() + .7 * gradient_error(d, weight) + .3 * F.avg_pool2d(d, 4).abs().mean() + .5 * (d * d * weight).mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--rate", type=float, default=1.2e-3)
    parser.add_argument("--final-rate", type=float, default=.05, help="share of the rate left at the end")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--decoder-only", action="store_true")
    parser.add_argument("--from", dest="start", type=Path, help="folder of an exported model to start from")
    parser.add_argument("--denoiser", type=Path, help="folder of a denoiser: half of the latents are what it foresees instead of the true ones")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    images = load_images(options.data)
    total = len(images)
    attributes = json.loads((options.data / "attributes.json").read_text())
    usable = total - held_out(attributes)
    slots = slots_of(attributes)

    model = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    checkpoint = options.out / ("decoder.pt" if options.decoder_only else "autoencoder.pt")
    latents = encode_all(options.data, options.out) if options.decoder_only else None
    alone = 0.
    if options.decoder_only:
        model.load_state_dict(torch.load(options.out / "autoencoder.pt")["average"])
    elif not checkpoint.exists():
        known = weights.load_decoder(model.decoder, options.start, shapes()) if options.start else []
        fill_memory(model.decoder, images, attributes, set(known))
        if options.start and not weights.load_encoder(model.encoder, options.start):
            alone = ENCODER_ALONE
    model.train(not options.decoder_only)
    model.decoder.memory256.requires_grad_(False)  # is solved for, not trained
    memory = [model.decoder.memory64, model.decoder.memory128]
    rest = [p for n, p in (model.decoder if options.decoder_only else model).named_parameters() if not n.endswith(("memory64", "memory128", "memory256"))]
    worst = WorstFirst(slots[:usable])
    foresee = None

    def one(step, share):
        nonlocal foresee
        for p in model.decoder.parameters():
            p.requires_grad_(share >= alone and p is not model.decoder.memory256)
        index = worst.draw(options.batch) if options.decoder_only else torch.randint(0, usable, (options.batch,)).sort().values
        x = to_tensor(images[index.numpy()])
        z = latents[index] if options.decoder_only else model.encode(x)
        if options.denoiser and (foresee is None or step % 300 == 0):
            foresee = foresight(averaged(torch.load(options.denoiser / "denoiser.pt")["average"], len(build()[0].ids)), attributes)
        if foresee:
            z = torch.cat([foresee(z[::2], index[::2]), z[1::2]])
            index, x = torch.cat([index[::2], index[1::2]]), torch.cat([x[::2], x[1::2]])
        noise = torch.rand(options.batch, 1, 1, 1) * (.25 if options.decoder_only else .2)
        y, _, logits, flow = model.decoder.paint_plain(z + noise * torch.randn_like(z), slots[index])
        worst.seen((y - x).detach().abs().mean((1, 2, 3)), slots[index])
        reconstruction = reconstruction_loss(y, x)
        return dict(loss=reconstruction + .3 * F.cross_entropy(logits, slots[index]) + 1e-3 * (flow ** 2).mean(), reconstruction=reconstruction)

    plan = Plan(options.rate, options.seed, minutes=options.minutes, warm_up=100, floor=options.final_rate, average=.997, every=120., betas=(.9, .98), weight_decay=1e-4)
    train(model, [dict(params=rest), dict(params=memory, scale=MEMORY_RATE)], plan, checkpoint, one, lambda average: shown(average, images, usable, options.out))


class WorstFirst:
    """Draws pictures in proportion to the running error of their slot: what is painted worst is seen most."""

    EVERY = 50  # draws for which the chances stay as they are

    def __init__(self, slots):
        self._slots, self._error, self._chances, self._drawn = slots, torch.full((len(modes()),), .05), None, 0

    def draw(self, count):
        if self._drawn % self.EVERY == 0:
            self._chances = self._error[self._slots].double()
        self._drawn += 1
        return torch.multinomial(self._chances, count, replacement=True).sort().values

    def seen(self, error, slots):
        self._error[slots] = .9 * self._error[slots] + .1 * error


@torch.no_grad()
def shown(average, images, usable, folder):
    """PSNR on held-out pictures, for the progress line; writes a sheet of them before and after."""
    x = to_tensor(images[usable::len(modes()) // 10][:56])
    judge = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    judge.load_state_dict(average)
    judge.eval()
    y = torch.cat([judge.decode(judge.encode(part)) for part in x.split(8)])
    sheet(to_images(torch.stack([x[::2], y[::2]], 1).flatten(0, 1)), 8, folder / "reconstruction.png")
    return ", PSNR {:.2f} foreground {:.2f}".format(*psnr(y, x))


if __name__ == "__main__":
    main()
