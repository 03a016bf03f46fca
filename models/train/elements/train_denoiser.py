"""Trains text encoder and denoiser on the latents of the frozen encoder; resumes from its checkpoint.

    python3 train_denoiser.py --data ../work/data --autoencoder ../work/ae --out ../work/denoiser --minutes 70
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

import weights
from autoencoder import use_onednn_for_pointwise
from captions import Captions
from denoiser import Model
from diffusion import foreseen, noised, random_times
from painting import averaged, load_decoder, show
from pictures import encode_all, held_out, slots_of
from schedule import TRAIN_STEPS

sys.path.append(str(Path(__file__).parent.parent))
from loop import Plan, train  # noqa: E402

RECOGNITION = .03  # weight of the cross entropy of the decoder's pick


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
    held = torch.arange(usable, total)[::6]
    held_ids = torch.tensor([captions.plain(i) for i in held.tolist()])
    held_noise = torch.randn((len(held), *latents.shape[1:]), generator=torch.Generator().manual_seed(5))
    held_times = ((torch.arange(len(held)) * 7919) % TRAIN_STEPS).long()

    def one(step, share):
        index = torch.randint(0, usable, (options.batch,))
        ids, told = zip(*(captions.random(i) for i in index.tolist()))
        ids, told = torch.tensor(ids), torch.tensor(told)
        t = random_times(options.batch)
        x, v = noised(latents[index], torch.randn(options.batch, *latents.shape[1:]), t)
        out = model.unet(x.contiguous(memory_format=torch.channels_last), t, model.text(ids)[0])
        error = ((out - v) ** 2).mean()
        # the decoder must recognise, in the latent foreseen, the shape that the words ask for
        logits = reader.pick(reader.look(foreseen(x, out, t))[1]).flatten(1)
        recognised = torch.nn.functional.cross_entropy(logits[told], slots[index][told])
        return dict(loss=error + RECOGNITION * recognised, error=error, recognised=recognised)

    @torch.no_grad()
    def judged(average):
        judge = averaged(average, len(captions.tokenizer.ids))
        x, v = noised(latents[held], held_noise, held_times)
        out = torch.cat([judge.unet(a, t, judge.text(i)[0]) for a, t, i in zip(x.split(26), held_times.split(26), held_ids.split(26))])
        return f", held-out {((out - v) ** 2).mean().item():.4f}"

    plan = Plan(options.rate, options.seed, minutes=options.minutes, warm_up=200, decay_from=options.decay_from, average=.999)
    done = train(model, [dict(params=list(model.parameters()))], plan, options.out / "denoiser.pt", one, judged)
    show(averaged(done.average, len(captions.tokenizer.ids)), captions.tokenizer, load_decoder(options.autoencoder), options.out / "samples.png")


if __name__ == "__main__":
    main()
