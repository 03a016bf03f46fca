"""Trains text encoder and denoiser on the latents of the frozen encoder; resumes from its checkpoint.

    python3 train_denoiser.py --data ../work/data --autoencoder ../work/ae --out ../work/denoiser --minutes 70
"""
import argparse
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

import weights
from autoencoder import Autoencoder, use_onednn_for_pointwise
from denoiser import Denoiser, TextEncoder
from prompts import LIGHT_SYNONYMS, LIGHTS, MATERIAL_SYNONYMS, MATERIALS, NOUN_SYNONYMS, VIEW_SYNONYMS, caption, modes, shapes
from render import sheet
from schedule import TRAIN_STEPS, alphas_cumprod, sample
from tokenizer import build
from train_autoencoder import encode_all, held_out, save, slots_of, to_images


RECOGNITION = .03  # weight of the cross entropy of the decoder's pick


class Model(torch.nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.text, self.unet = TextEncoder(vocabulary), Denoiser()


def cumulative_float():
    return alphas_cumprod().float()


class Captions:
    """Token ids of a picture's attributes, worded at random: synonyms, dropped phrases, sometimes nothing."""

    def __init__(self, attributes, rng):
        self.attributes, self.rng, self.tokenizer, self.cache = attributes, rng, build()[0], {}

    def ids(self, text):
        if text not in self.cache:
            self.cache[text] = self.tokenizer(text)
        return self.cache[text]

    def _worded(self, word, synonyms):
        others = synonyms.get(word, ())
        return others[self.rng.integers(len(others))] if others and self.rng.random() < .12 else word

    def random(self, index):
        """The ids, and whether the words say which shape and view it is."""
        if self.rng.random() < .10:
            return self.ids(""), False
        a = self.attributes[index]
        kind, variant = shapes()[a["shape"]]
        noun = self._worded(kind.noun, NOUN_SYNONYMS)
        finish = self._worded(a["material"], MATERIAL_SYNONYMS) + " " if self.rng.random() > .04 else ""
        parts = [f"{finish}{a['hue']} {noun}", kind.variants[variant], self._worded(a["view"], VIEW_SYNONYMS), self._worded(a["light"], LIGHT_SYNONYMS)]
        kept = parts[:1] + [p for p in parts[1:] if self.rng.random() > .04]
        return self.ids(", ".join(kept)), parts[1] in kept and parts[2] in kept

    def plain(self, index):
        a = self.attributes[index]
        kind, variant = shapes()[a["shape"]]
        return self.ids(caption(kind, kind.variants[variant], a["hue"], a["view"], a["light"], a["material"]))


def show(model, tokenizer, decoder, path, steps=12, guidance=2., seed=0, order=2):
    """One picture of every mode."""
    prompts = []
    for n, (s, view) in enumerate(modes()):
        kind, variant = shapes()[s]
        prompts.append(caption(kind, kind.variants[variant], kind.hues[n % len(kind.hues)], view, LIGHTS[n % 3], MATERIALS[n // 2 % 2]))
    images = paint(model, tokenizer, decoder, prompts, steps, guidance, seed, order)
    sheet(to_images(images), 8, path)


@torch.no_grad()
def paint(model, tokenizer, decoder, prompts, steps, guidance, seed, order=2):
    noise = torch.randn(len(prompts), 8, 16, 16, generator=torch.Generator().manual_seed(seed))
    out = []
    for texts, x in zip((prompts[i:i + 16] for i in range(0, len(prompts), 16)), noise.split(16)):
        hidden, _ = model.text(torch.tensor([tokenizer(t) for t in texts] + [tokenizer("")] * len(texts)))

        def predict(x, t):
            if guidance == 1:
                return model.unet(x, torch.tensor([t]), hidden[:len(x)])
            v, v_empty = model.unet(torch.cat([x, x]), torch.tensor([t]), hidden).chunk(2)
            return v_empty + guidance * (v - v_empty)
        out.append(decoder(sample(predict, x, steps, order)))
    return torch.cat(out)


def load_decoder(folder):
    """The decoder as trained so far."""
    model = use_onednn_for_pointwise(Autoencoder())
    path = folder / "decoder.pt"
    model.load_state_dict(torch.load(path if path.exists() else folder / "autoencoder.pt")["average"])
    return model.eval().decoder


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--autoencoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--from", dest="start", type=Path, help="folder of an exported model to start from")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=9e-4)
    parser.add_argument("--decay-from", type=float, default=.45, help="share of the time after which the rate falls")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)

    attributes = json.loads((options.data / "attributes.json").read_text())
    total = len(attributes)
    latents = encode_all(options.data, options.autoencoder)
    print("latents", tuple(latents.shape), "mean", latents.mean().item(), "std", latents.std().item(), flush=True)
    slots, usable = slots_of(attributes), total - held_out(attributes)
    reader = load_decoder(options.autoencoder).requires_grad_(False)
    captions = Captions(attributes, np.random.default_rng(options.seed))
    model = Model(len(captions.tokenizer.ids))
    use_onednn_for_pointwise(model)
    model.unet.to(memory_format=torch.channels_last)
    print("parameters", {n: sum(p.numel() for p in m.parameters()) for n, m in model.named_children()}, flush=True)
    if options.start:
        weights.load_denoiser(model, options.start, captions.tokenizer)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, betas=(.9, .99), weight_decay=.01)
    average = {k: v.clone() for k, v in model.state_dict().items()}
    step, spent_before, checkpoint = 0, 0., options.out / "denoiser.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        average, step, spent_before = state["average"], state["step"], state["seconds"]
    rng = torch.Generator().manual_seed(options.seed + step)
    cumulative = cumulative_float()

    held = torch.arange(usable, total)[::6]
    held_ids = torch.tensor([captions.plain(i) for i in held.tolist()])
    held_noise = torch.randn((len(held), *latents.shape[1:]), generator=torch.Generator().manual_seed(5))
    held_times = ((torch.arange(len(held)) * 7919) % TRAIN_STEPS).long()

    def noised(z, noise, t):
        a, s = cumulative[t].sqrt()[:, None, None, None], (1 - cumulative[t]).sqrt()[:, None, None, None]
        return a * z + s * noise, a * noise - s * z

    def judged():
        judge = use_onednn_for_pointwise(Model(len(captions.tokenizer.ids)))
        judge.load_state_dict(average)
        judge.eval()
        x, v = noised(latents[held], held_noise, held_times)
        with torch.no_grad():
            out = torch.cat([judge.unet(a, t, judge.text(i)[0]) for a, t, i in zip(x.split(26), held_times.split(26), held_ids.split(26))])
        return judge, ((out - v) ** 2).mean().item()

    limit, began, next_report, next_sheet, losses = options.minutes * 60, time.time(), 60., 240., []
    while True:
        elapsed = spent_before + time.time() - began
        share = elapsed / limit
        if share >= 1:
            break
        fall = max(0., share - options.decay_from) / (1 - options.decay_from)
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 200) * (.02 + .98 * .5 * (1 + math.cos(math.pi * fall)))
        index = torch.randint(0, usable, (options.batch,), generator=rng)
        ids, told = zip(*(captions.random(i) for i in index.tolist()))
        ids, told = torch.tensor(ids), torch.tensor(told)
        # mostly the middle of the schedule, where shape and detail are decided; a fifth evenly
        middle = torch.sigmoid(torch.randn(options.batch, generator=rng) * 1.1 - .1)
        even = torch.rand(options.batch, generator=rng)
        t = (torch.where(torch.rand(options.batch, generator=rng) < .2, even, middle) * TRAIN_STEPS).long().clamp(0, TRAIN_STEPS - 1)
        x, v = noised(latents[index], torch.randn((options.batch, *latents.shape[1:]), generator=rng), t)
        out = model.unet(x.contiguous(memory_format=torch.channels_last), t, model.text(ids)[0])
        error = ((out - v) ** 2).mean()
        # the decoder must recognise, in the latent foreseen, the shape that the words ask for
        foreseen = cumulative[t].sqrt()[:, None, None, None] * x - (1 - cumulative[t]).sqrt()[:, None, None, None] * out
        logits = reader.pick(reader.look(foreseen)[1]).flatten(1)
        recognised = torch.nn.functional.cross_entropy(logits[told], slots[index][told])
        loss = error + RECOGNITION * recognised
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimizer.step()
        step += 1
        losses.append((error.item(), recognised.item()))
        keep = min(.999, (step + 1) / (step + 15))
        for k, value in model.state_dict().items():
            average[k].lerp_(value, 1 - keep)
        if time.time() - began > next_report or share + 1e-3 >= 1:
            next_report = time.time() - began + 60
            judge, error = judged()
            print(f"{elapsed:.0f}s step {step} {options.batch * step / elapsed:.1f}/s loss {np.mean(losses[-100:], 0).round(4)} held-out {error:.4f} rate {optimizer.param_groups[0]['lr']:.5f}", flush=True)
            save(checkpoint, dict(model=model.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=elapsed))
            if time.time() - began > next_sheet:
                next_sheet = time.time() - began + 480
                show(judge, captions.tokenizer, load_decoder(options.autoencoder), options.out / f"samples_{int(elapsed)}.png")
    judge, error = judged()
    print(f"final step {step} held-out {error:.4f}", flush=True)
    save(checkpoint, dict(model=model.state_dict(), average=average, optimizer=optimizer.state_dict(), step=step, seconds=spent_before + time.time() - began))
    show(judge, captions.tokenizer, load_decoder(options.autoencoder), options.out / "samples.png")


if __name__ == "__main__":
    main()
