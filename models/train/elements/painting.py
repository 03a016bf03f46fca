"""Painting in torch with what is being trained: for the sheets that one looks at."""
import torch

from autoencoder import Autoencoder, use_onednn_for_pointwise
from denoiser import Model
from pictures import to_images
from prompts import LIGHTS, MATERIALS, caption, modes, shapes
from render import sheet
from schedule import sample


def averaged(weights, words):
    """A model of its own with these weights, to look at or to teach."""
    model = use_onednn_for_pointwise(Model(words)).eval()
    model.load_state_dict(weights)
    return model


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
