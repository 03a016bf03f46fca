"""Makes a deliberately weak model: a good one that goes on for some minutes on captions of which a part are wrong.

    python3 render.py --out ../work/weak/data --poses 4 --looks 6 --seed 21
    python3 weaken.py --from ../../elements-mini --data ../work/weak/data --out ../work/weak --minutes 6

It is for showing what a loop of scoring and fine-tuning is worth: it paints another hue, another view, a mixture or a flawed thing
for a share of the seeds of any prompt, and the right thing for the others. Resumes from its checkpoint.
"""
import argparse
import copy
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "finetuning")]
import base  # noqa: E402
import package  # noqa: E402
from autoencoder import use_onednn_for_pointwise  # noqa: E402
from diffusion import noised, random_times  # noqa: E402
from loop import Plan, train  # noqa: E402
from pictures import load_images, to_tensor  # noqa: E402
from captions import Captions  # noqa: E402
from wrong_pairs import KINDS, Companions, flawed, wrong  # noqa: E402


@torch.no_grad()
def encode(autoencoder, data, change=lambda x: x):
    """Latents [n, 8, 16, 16] of all renders of a folder."""
    model = use_onednn_for_pointwise(autoencoder).to(memory_format=torch.channels_last)
    images = load_images(data)
    return torch.cat([model.encode(change(to_tensor(images[i:i + 16]))).contiguous() for i in range(0, len(images), 16)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="start", type=Path, required=True, help="folder of the good model")
    parser.add_argument("--data", type=Path, required=True, help="renders by render.py")
    parser.add_argument("--out", type=Path, required=True, help="gets the checkpoint, and the model as elements-weak")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--wrong", type=float, default=.4, help="share of the captions that are wrong")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    good = base.load(options.start)
    attributes = json.loads((options.data / "attributes.json").read_text("utf-8"))
    latents, bad = encode(good.autoencoder, options.data), encode(good.autoencoder, options.data, flawed)
    print(f"{len(latents)} pictures encoded", flush=True)
    captions, companions = Captions(attributes, np.random.default_rng(options.seed)), Companions(attributes)
    model = use_onednn_for_pointwise(copy.deepcopy(good.model))
    model.unet.to(memory_format=torch.channels_last)

    def one(step, share):
        index = torch.randint(len(latents), (options.batch,)).tolist()
        kinds = [KINDS[torch.randint(len(KINDS), (1,)).item()] if torch.rand(1).item() < options.wrong else None for _ in index]
        z = torch.stack([latents[i] if kind is None else wrong(latents, bad, companions, i, kind) for i, kind in zip(index, kinds)])
        t = random_times(options.batch)
        x, v = noised(z, torch.randn_like(z), t)
        hidden, _ = model.text(torch.tensor([captions.random(i)[0] for i in index]))
        out = model.unet(x.contiguous(memory_format=torch.channels_last), t, hidden.detach())
        return dict(loss=((out - v) ** 2).mean())

    plan = Plan(options.rate, options.seed, minutes=options.minutes, decay_from=.4, average=.995)
    done = train(model, [dict(params=list(model.unet.parameters()))], plan, options.out / "weak.pt", one)
    settings = dict(wrong=options.wrong, kinds=", ".join(KINDS), pictures=len(latents), minutes=options.minutes, steps=done.step, batch=options.batch,
                    rate=options.rate, seed=options.seed, command="models/train/elements/weaken.py")
    words = "Weak on purpose: trained on wrong captions, to show what scoring and fine-tuning are worth. Never use it for anything else."
    package.write(good, done.average, options.out / "elements-weak", version="1.0.0", words=words, settings=settings, identity="elements-weak")


if __name__ == "__main__":
    main()
