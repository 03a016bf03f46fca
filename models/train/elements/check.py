"""Measures what was trained and what was exported.

    python3 check.py quality --data ../work/data --model ../../elements-mini     # --write: into its model.json
    python3 check.py follow --data ../work/data --autoencoder ../work/ae --denoiser ../work/denoiser --out ../work/quality.json
    python3 check.py graphs --model ../../elements-mini \
        --onnxruntime ../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
"""
import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import torch

import weights
from denoiser import Model
from export import FEW_FOLDER, GUIDANCE, STEPS, CleanDecoder, CleanEncoder, load
from onnxruntime_c import Runtime
from schedule import sample
from prompts import LIGHTS, MATERIALS, caption, modes, shapes
from tokenizer import Tokenizer, build
from pictures import held_out, load_images, psnr, slots_of, to_images, to_tensor
from painting import paint

sys.path.append(str(Path(__file__).parent.parent))
from graphs import write_json  # noqa: E402

def quality(options):
    """PSNR of held-out poses through encoder, decoder and the clean-up of alpha; how clean alpha is."""
    model = weights.load_autoencoder(options.model, shapes())
    clean = CleanDecoder(model.decoder).eval()
    attributes, images = json.loads((options.data / "attributes.json").read_text()), load_images(options.data)
    x = to_tensor(images[len(images) - held_out(attributes)::4])
    with torch.no_grad():
        y = torch.cat([clean(model.encode(part)) for part in x.split(12)])
    whole, foreground = psnr(y, x)
    alpha, truth = (y[:, 3] + 1) * 127.5, (x[:, 3] + 1) * 127.5
    figures = dict(held_out_pictures=len(x), psnr_db=round(whole, 2), foreground_psnr_db=round(foreground, 2),
                   alpha_mean_error=round((alpha - truth).abs().mean().item() / 255, 5),
                   stray_alpha_share=round(((truth == 0) & (alpha > 2)).float().mean().item(), 5),
                   command="python3 check.py quality")
    print(json.dumps(figures))
    if options.write:
        path = options.model / "model.json"
        manifest = json.loads(path.read_text("utf-8"))
        write_json(path, {**manifest, "quality": {**manifest["quality"], **figures}})


def mean_colour(images):
    """Mean un-premultiplied RGB of uint8 pictures [n, h, w, 4]."""
    sums = images.reshape(len(images), -1, 4).sum(1, dtype=np.float64)
    return sums[:, :3] / np.maximum(sums[:, 3:], 1)


def follow(options):
    """Share of sampled pictures with the shape, variant and view asked for (as the decoder reads them) and the hue."""
    torch.set_num_threads(1)
    words = build()[0]
    _, decoder, model, _, _ = load(options.autoencoder, options.denoiser, None, len(words.ids))
    attributes, images = json.loads((options.data / "attributes.json").read_text()), load_images(options.data)
    colours = {}
    for i, a in enumerate(attributes):
        colours.setdefault((a["shape"], a["view"], a["light"], a["material"]), {}).setdefault(a["hue"], i)
    asked, prompts = [], []
    for n, (shape, view) in list(enumerate(modes()))[::options.every]:
        kind, variant = shapes()[shape]
        for k in (n, n + 1):
            hue, light, material = kind.hues[k % len(kind.hues)], LIGHTS[k % 3], MATERIALS[k // 2 % 2]
            asked.append(dict(shape=shape, view=view, hue=hue, light=light, material=material))
            prompts.append(caption(kind, kind.variants[variant], hue, view, light, material))
    latents = paint(model, words, lambda z: z, prompts, options.steps, options.guidance, options.seed, options.order)
    with torch.no_grad():
        picked = torch.cat([decoder.decoder.pick(decoder.decoder.look(z)[1]).flatten(1).argmax(1) for z in latents.split(16)]).tolist()
        painted = mean_colour(to_images(torch.cat([decoder(z) for z in latents.split(16)])))
    right_slot = [p == slot for p, slot in zip(picked, slots_of(asked).tolist())]
    right_hue = []
    for colour, a in zip(painted, asked):
        known = {h: mean_colour(images[i:i + 1])[0] for h, i in colours.get((a["shape"], a["view"], a["light"], a["material"]), {}).items()}
        if a["hue"] in known:
            right_hue.append(min(known, key=lambda h: np.abs(known[h] - colour).sum()) == a["hue"])
    print("wrong:", [p for p, s in zip(prompts, right_slot) if not s])
    figures = dict(shape_and_view=round(float(np.mean(right_slot)), 3), hue=round(float(np.mean(right_hue)), 3), sampled=len(asked),
                   steps=options.steps, guidance=options.guidance)
    print(json.dumps(figures))
    if options.out:
        known = json.loads(options.out.read_text()) if options.out.exists() else {}
        options.out.write_text(json.dumps({**known, "followed" if options.order == 2 else "followed_few_steps": figures}))


def denoiser_of(folder, words, unet):
    model = Model(len(words.ids)).eval()
    weights.load_denoiser(model, folder, words, unet)
    return model


def graphs(options):
    """Largest difference between torch, with the weights read back, and ONNX Runtime, other sizes too; seconds for one element on one core."""
    torch.set_num_threads(1)
    words = Tokenizer.load(options.model / "tokenizer")
    autoencoder = weights.load_autoencoder(options.model, shapes())
    encoder, decoder = CleanEncoder(autoencoder).eval(), CleanDecoder(autoencoder.decoder).eval()
    model, *few = (denoiser_of(options.model, words, name) for name in ("unet", FEW_FOLDER) if (options.model / name).is_dir())
    runtime = Runtime(options.onnxruntime)
    names = ("text_encoder", "unet", "vae_decoder", "vae_encoder") + ((FEW_FOLDER,) if few else ())
    for name in names:
        onnx.checker.check_model(onnx.load(str(options.model / name / "model.onnx")))
    text, unet, vae, vae_encoder, *unet_few = (runtime.session(options.model / name / "model.onnx") for name in names)
    rng = np.random.default_rng(0)
    worst = {}
    for batch, h, w, tokens in ((1, 16, 16, 32), (2, 16, 16, 32), (3, 12, 20, 9)):
        ids = rng.integers(0, len(words.ids), (batch, tokens))
        latent = rng.standard_normal((batch, 8, h, w)).astype("f4")
        with torch.no_grad():
            hidden, pooled = model.text(torch.from_numpy(ids))
            v = model.unet(torch.from_numpy(latent), torch.tensor([321]), hidden)
            image = decoder(torch.from_numpy(latent))
            again = encoder(image)
        got_again, = vae_encoder(["latent_sample"], sample=image.numpy())
        got_hidden, got_pooled = text(["last_hidden_state", "pooler_output"], input_ids=ids)
        got_v, = unet(["out_sample"], sample=latent, timestep=np.array([321]), encoder_hidden_states=hidden.numpy())
        got_image, = vae(["sample"], latent_sample=latent)
        for name, a, b in (("text_encoder", hidden, got_hidden), ("pooler", pooled, got_pooled), ("unet", v, got_v), ("vae_decoder", image, got_image), ("vae_encoder", again, got_again)):
            assert tuple(a.shape) == b.shape, (name, a.shape, b.shape)
            worst[name] = max(worst.get(name, 0.), float(np.abs(a.numpy() - b).max()))
        if few:
            with torch.no_grad():
                v = few[0].unet(torch.from_numpy(latent), torch.tensor([321]), hidden)
            got_v, = unet_few[0](["out_sample"], sample=latent, timestep=np.array([321]), encoder_hidden_states=hidden.numpy())
            worst[FEW_FOLDER] = max(worst.get(FEW_FOLDER, 0.), float(np.abs(v.numpy() - got_v).max()))
    print("largest difference to torch:", worst)

    def element(seed):
        hidden, _ = text(["last_hidden_state", "pooler_output"], input_ids=np.array([words("glossy gold coin, yuan sign, three-quarter view, warm light"), words("")]))

        def predict(x, t):
            a, b = unet(["out_sample"], sample=np.concatenate([x, x]), timestep=np.array([t]), encoder_hidden_states=hidden)[0]
            return (b + GUIDANCE * (a - b))[None]
        noise = np.random.default_rng(seed).standard_normal((1, 8, 16, 16)).astype("f4")
        return vae(["sample"], latent_sample=sample(predict, noise, STEPS).astype("f4"))[0]
    element(0)
    seconds = []
    for seed in range(8):
        start = time.process_time()
        element(seed)
        seconds.append(time.process_time() - start)
    print(f"{np.median(seconds):.3f} s of processor time an element at {STEPS} steps, one thread")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    q = commands.add_parser("quality")
    f = commands.add_parser("follow")
    g = commands.add_parser("graphs")
    q.add_argument("--data", type=Path, required=True)
    q.add_argument("--model", type=Path, required=True)
    q.add_argument("--write", action="store_true")
    f.add_argument("--autoencoder", type=Path, required=True)
    f.add_argument("--denoiser", type=Path, required=True)
    f.add_argument("--data", type=Path, required=True)
    f.add_argument("--out", type=Path)
    f.add_argument("--steps", type=int, default=STEPS)
    f.add_argument("--guidance", type=float, default=GUIDANCE)
    f.add_argument("--seed", type=int, default=0)
    f.add_argument("--every", type=int, default=1, help="only every so many of the shapes and views")
    f.add_argument("--order", type=int, default=2, help="1 for DDIM, as the few-step denoiser wants")
    g.add_argument("--model", type=Path, required=True)
    g.add_argument("--onnxruntime", type=Path, required=True)
    q.set_defaults(run=quality)
    f.set_defaults(run=follow)
    g.set_defaults(run=graphs)
    chosen = parser.parse_args()
    chosen.run(chosen)
