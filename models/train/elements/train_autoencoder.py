"""Trains the autoencoder; with --decoder-only it freezes the encoder and goes on with the decoder on its latents.

    python3 train_autoencoder.py --data ../work/data --out ../work/ae --minutes 20 --from ../../elements-mini
    python3 train_autoencoder.py --data ../work/data --out ../work/ae --minutes 60 --decoder-only

The second one can run beside the denoiser, which needs the encoder only. Both resume from their checkpoints.
--from starts with the weights of an exported model; where that has no encoder, one is first trained to its decoder.
"""
import argparse
import json
import math
import os
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import weights
from autoencoder import Autoencoder, use_onednn_for_pointwise
from prompts import modes, shapes
from render import sheet

ENCODER_ALONE = .2  # share of the time in which a new encoder is trained to the decoder as it is
MEMORY_RATE = 2.  # each slot is seen by one picture in a hundred


def held_out(attributes):
    """How many pictures at the end are never trained on: the last pose of every mode."""
    return sum(a["pose"] == attributes[-1]["pose"] for a in attributes)


def slots_of(attributes):
    """The decoder's slot of each picture, int64 [n]."""
    places = {mode: i for i, mode in enumerate(modes())}
    return torch.tensor([places[a["shape"], a["view"]] for a in attributes])


def load_images(folder):
    """Memory map uint8 [n, 256, 256, 4]."""
    return np.load(folder / "images.npy", mmap_mode="c")


def to_tensor(batch):
    """uint8 [n, h, w, 4] -> float [n, 4, h, w] in [-1, 1]"""
    return torch.from_numpy(batch).permute(0, 3, 1, 2).float().div(127.5).sub(1).contiguous(memory_format=torch.channels_last)


def to_images(x):
    return ((x.clamp(-1, 1) + 1) * 127.5 + .5).permute(0, 2, 3, 1).numpy().astype(np.uint8)


def encode_all(data, folder):
    """Latents of every picture, kept beside the checkpoint that made them."""
    checkpoint, cache = folder / "autoencoder.pt", folder / "latents.npy"
    if cache.exists() and cache.stat().st_mtime > checkpoint.stat().st_mtime:
        return torch.from_numpy(np.load(cache))
    model = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    model.load_state_dict(encoder_state(folder), strict=False)
    model.eval()
    images, parts = load_images(data), []
    with torch.no_grad():
        for i in range(0, len(images), 16):
            parts.append(model.encode(to_tensor(images[i:i + 16])).contiguous())
    latents = torch.cat(parts)
    np.save(cache, latents.numpy())
    return latents


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


def encoder_state(folder):
    """What encode() needs from the checkpoint of the joint training."""
    return {k: v for k, v in torch.load(folder / "autoencoder.pt")["average"].items() if not k.startswith("decoder.")}


def foresight(folder, attributes):
    """A function from true latents and their indices to what the denoiser foresees of them from lightly noised ones.

    Latents painted from noise differ from encoded ones in the way these do: a decoder trained on both paints them cleaner.
    """
    from train_denoiser import Captions, Model, cumulative_float  # the denoiser's training in turn uses this file

    captions = Captions(attributes, np.random.default_rng(0))
    model = use_onednn_for_pointwise(Model(len(captions.tokenizer.ids))).eval()
    model.load_state_dict(torch.load(folder / "denoiser.pt")["average"])
    cumulative = cumulative_float()

    @torch.no_grad()
    def foresee(z, index):
        t = torch.randint(20, 260, (len(z),))
        a, s = cumulative[t].sqrt()[:, None, None, None], (1 - cumulative[t]).sqrt()[:, None, None, None]
        noised = (a * z + s * torch.randn_like(z)).contiguous(memory_format=torch.channels_last)
        hidden, _ = model.text(torch.tensor([captions.plain(i) for i in index.tolist()]))
        return a * noised - s * model.unet(noised, t, hidden)

    return foresee


def reconstruction_loss(y, x):
    """Foreground counts three times; edges count through first differences; blocks through a coarse mean."""
    d = y - x
    near = F.max_pool2d(x[:, 3:], 5, 1, 2)  # foreground and two pixels around it
    weight = 1 + 2 * (near > -1).float()
    return (d.abs() * weight).mean() + .7 * gradient_error(d, weight) + .3 * F.avg_pool2d(d, 4).abs().mean() + .5 * (d * d * weight).mean()


def psnr(y, x):
    """PSNR in dB over all pixels and over the foreground (alpha > 0), RGBA, range 0..1."""
    e = ((y.clamp(-1, 1) - x) / 2) ** 2
    fg = (x[:, 3:] > -1).float().expand_as(e)
    return -10 * math.log10(e.mean()), -10 * math.log10((e * fg).sum() / fg.sum())


def save(path, state):
    torch.save(state, f"{path}.new")
    os.replace(f"{path}.new", path)


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
    rng = np.random.default_rng(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    images = load_images(options.data)
    total = len(images)
    attributes = json.loads((options.data / "attributes.json").read_text())
    usable = total - held_out(attributes)
    slots = slots_of(attributes)

    model = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    checkpoint = options.out / ("decoder.pt" if options.decoder_only else "autoencoder.pt")
    latents = encode_all(options.data, options.out) if options.decoder_only else None
    step, spent_before, state, alone = 0, 0., None, 0.
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        step, spent_before = state["step"], state["seconds"]
    elif options.decoder_only:
        model.load_state_dict(torch.load(options.out / "autoencoder.pt")["average"])
    else:
        known = weights.load_decoder(model.decoder, options.start, shapes()) if options.start else []
        fill_memory(model.decoder, images, attributes, set(known))
        if options.start and not weights.load_encoder(model.encoder, options.start):
            alone = ENCODER_ALONE * options.minutes * 60
    model.train(not options.decoder_only)
    parameters = list((model.decoder if options.decoder_only else model).parameters())
    memory = [model.decoder.memory64, model.decoder.memory128]
    rest = [p for p in parameters if not any(p is m for m in memory)]
    optimizer = torch.optim.AdamW([dict(params=rest, share=1.), dict(params=memory, share=MEMORY_RATE)], lr=options.rate, betas=(.9, .98), weight_decay=1e-4)
    if state:
        optimizer.load_state_dict(state["optimizer"])
    average = {k: v.clone() for k, v in (state["average"] if state else model.state_dict()).items()}

    slot_error, chances = torch.full((len(modes()),), .05), None
    foresee = None
    began, next_report, limit = time.time(), 30., options.minutes * 60
    while True:
        elapsed = time.time() - began
        share = min(1., (spent_before + elapsed) / limit)
        if share >= 1:
            break
        for p in model.decoder.parameters():
            p.requires_grad_(spent_before + elapsed >= alone)
        rate = options.rate * min(1, (step + 1) / 100) * (options.final_rate + (1 - options.final_rate) * .5 * (1 + math.cos(math.pi * share)))
        for group in optimizer.param_groups:
            group["lr"] = rate * group["share"]
        # what is painted worst is seen most: pictures are drawn in proportion to the running error of their slot
        index = np.sort(rng.choice(usable, options.batch, p=chances) if options.decoder_only else rng.integers(0, usable, options.batch))
        x = to_tensor(images[index])
        z = latents[index] if options.decoder_only else model.encode(x)
        if options.denoiser and (foresee is None or step % 300 == 0):
            foresee = foresight(options.denoiser, attributes)
        if foresee:
            z = torch.cat([foresee(z[::2], index[::2]), z[1::2]])
            index, x = np.concatenate([index[::2], index[1::2]]), torch.cat([x[::2], x[1::2]])
        noise = torch.rand(options.batch, 1, 1, 1) * (.25 if options.decoder_only else .2)
        y, logits, flow = model.decoder.paint(z + noise * torch.randn_like(z), slots[index])
        if options.decoder_only:
            with torch.no_grad():
                slot_error[slots[index]] = .9 * slot_error[slots[index]] + .1 * (y - x).abs().mean((1, 2, 3))
            if step % 50 == 0:
                chances = (slot_error[slots[:usable]] / slot_error[slots[:usable]].sum()).double().numpy()
                chances /= chances.sum()
        loss = reconstruction_loss(y, x) + .3 * F.cross_entropy(logits, slots[index]) + 1e-3 * (flow ** 2).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.)
        optimizer.step()
        step += 1
        keep = min(.997, step / (step + 10))
        for k, v in model.state_dict().items():
            average[k].lerp_(v, 1 - keep)
        if elapsed > next_report:
            next_report += 150
            report(model, average, images, usable, options, step, loss, rate, elapsed, checkpoint, optimizer, spent_before)
    report(model, average, images, usable, options, step, loss, rate, time.time() - began, checkpoint, optimizer, spent_before)


def report(model, average, images, usable, options, step, loss, rate, elapsed, checkpoint, optimizer, spent_before):
    x = to_tensor(images[usable::len(modes()) // 10][:56])
    judge = use_onednn_for_pointwise(Autoencoder()).to(memory_format=torch.channels_last)
    judge.load_state_dict(average)
    judge.eval()
    with torch.no_grad():
        y = torch.cat([judge.decode(judge.encode(part)) for part in x.split(8)])
    whole, foreground = psnr(y, x)
    print(f"{spent_before + elapsed:.0f}s step {step} {options.batch * step / max(1e-9, spent_before + elapsed):.1f}/s loss {loss.item():.4f} "
          f"PSNR {whole:.2f} foreground {foreground:.2f} rate {rate:.5f}", flush=True)
    save(checkpoint, dict(model=model.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=spent_before + elapsed))
    pairs = torch.stack([x[::2], y[::2]], 1).flatten(0, 1)
    sheet(to_images(pairs), 8, options.out / "reconstruction.png")


if __name__ == "__main__":
    main()
