"""Writes the tiny models of the full-size families, with random weights from fixed seeds, and in references/ what torch
computes with them at every stage: python3 make_models.py (PyTorch 1.13, ONNX 1.12)."""
import base64
import shutil
from pathlib import Path

import numpy as np
import torch

import clip
from export import Call, export, manifest, write
from families import FAMILIES, LATENT, PROMPTS
from pipeline import Pipeline
from unet import UNet
from vae import Decoder, Encoder, Matting

HERE = Path(__file__).parent
HIGH, WIDE = LATENT["height"], LATENT["width"]
PROMPT, NEGATIVE, STEPS, STRENGTH = "gold coin, red star.", "", 5, 0.6


def projection_of(spec):
    return spec["widths"][-1] if spec["xl"] else None


def build(spec):
    projection = projection_of(spec)
    texts = [clip.ClipText(w, 3, projection if i == 1 else None, quick=i == 0) for i, w in enumerate(spec["widths"])]
    unet = UNet(spec["channels"], sum(spec["widths"]), projection, spec.get("guidance_width"))
    parts = Pipeline(spec, texts, unet, Encoder(), Decoder())
    for module in [*texts, unet, parts.encoder, parts.decoder]:
        for weight in module.parameters() if spec.get("half") else []:
            weight.data = weight.data.half().float()
        module.eval()
    return parts


def export_texts(folder, parts):
    spec = parts.spec
    for i, model in enumerate(parts.texts):
        ids = torch.zeros(2, clip.LENGTH, dtype=getattr(torch, spec["ids"]))
        rows, names = {0: "batch_size", 1: "sequence_length"}, ["last_hidden_state", "pooler_output"]
        states = [f"hidden_states.{n}" for n in range(4)] if spec["xl"] else []
        names = ["text_embeds", "last_hidden_state"] if i == 1 else names
        pooled = ("pooler_output",) if spec.get("free_pooled") else ("pooler_output", "text_embeds")
        axes = {n: {0: "batch_size"} if n in pooled else rows for n in names + states}

        def call(ids, model=model, i=i):
            last, pooled, hidden = model.states(ids)
            return (*((pooled, last) if i == 1 else (last, pooled)), *(hidden if spec["xl"] else []))

        name = "text_encoder" + ("_2" if i else "")
        export(Call(model, call), (ids,), folder / name / "model.onnx", {"input_ids": rows}, axes, spec.get("half"))
        write(folder / name / "config.json", dict(hidden_size=spec["widths"][i], num_hidden_layers=3, projection_dim=projection_of(spec)))
        tokenizer, pad = folder / ("tokenizer" + ("_2" if i else "")), spec["pads"][i]
        write(tokenizer / "vocab.json", clip.vocabulary())
        write(tokenizer / "merges.txt", "#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in clip.MERGES))
        # Stable Diffusion 2 says so only in the second file, which then holds.
        write(tokenizer / "tokenizer_config.json", dict(model_max_length=clip.LENGTH, pad_token=pad if spec["xl"] else "<|endoftext|>"))
        write(tokenizer / "special_tokens_map.json", dict(bos_token=clip.START, eos_token=clip.END, pad_token=pad, unk_token=clip.END))


def export_rest(folder, parts):
    spec, half, batch = parts.spec, parts.spec.get("half"), {0: "batch_size"}
    named = {1: "num_channels"} if spec["channels"] == 9 else {}
    image, (kind, axes) = {**batch, **named, 2: "height", 3: "width"}, spec["timestep"]
    times = torch.tensor(500 if axes is None else [500] * (2 if axes == {0: "batch"} else 1), dtype=getattr(torch, kind))
    text = sum(spec["widths"])
    inputs, names = [torch.randn(2, spec["channels"], HIGH, WIDE), times, torch.randn(2, clip.LENGTH, text)], {"sample": image}
    names.update({"timestep": axes} if axes else {"timestep": {}})
    names["encoder_hidden_states"] = {**batch, 1: "sequence_length"}
    more = dict(text_embeds=torch.randn(2, spec["widths"][-1]), time_ids=torch.ones(2, 6)) if spec["xl"] else {}
    if spec.get("guidance_width"):
        more["timestep_cond"] = torch.randn(2, spec["guidance_width"])
    keys = list(more)
    call = Call(parts.unet, lambda sample, t, text, *rest: parts.unet(sample, t, text, **dict(zip(keys, rest))))
    export(call, (*inputs, *more.values()), folder / "unet/model.onnx", {**names, **{k: batch for k in keys}}, {"out_sample": image}, half,
           spec.get("external"))
    write(folder / "unet/config.json", dict(in_channels=spec["channels"], cross_attention_dim=text, time_cond_proj_dim=spec.get("guidance_width")))
    vae = dict(scaling_factor=spec["scaling"], latent_channels=4, block_out_channels=[8, 8, 8])
    export(parts.decoder, (torch.randn(1, 4, HIGH, WIDE),), folder / "vae_decoder/model.onnx", {"latent_sample": {**image, 1: "num_channels_latent"} if named
           else image}, {"sample": image}, half)
    gives = {"latent_parameters": lambda x: parts.encoder(x), "latent_sample": lambda x: parts.encoder(x)[:, :4],
             "drawn": lambda x: draw(parts.encoder(x))}[spec["latent"]]
    out = "latent_sample" if spec["latent"] == "drawn" else spec["latent"]
    export(Call(parts.encoder, gives), (torch.randn(1, 3, 4 * HIGH, 4 * WIDE),), folder / "vae_encoder/model.onnx", {"sample": image}, {out: image}, half)
    for name in ("vae_decoder", "vae_encoder"):
        write(folder / name / "config.json", vae)
    write(folder / "scheduler/scheduler_config.json", {"_class_name": "DDIMScheduler", **spec["scheduler"]})
    write(folder / "model_index.json", {"_class_name": spec["pipeline"], "force_zeros_for_empty_prompt": bool(spec.get("zero_negative"))})


def draw(parameters):
    mean, log_variance = parameters.chunk(2, 1)
    return mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)


def export_matting(folder):
    network = Matting()
    free = {0: "batch_size", 2: "height", 3: "width"}
    export(network, (torch.randn(1, 3, 16, 32),), folder / "matting/model.onnx", {"pixel_values": free}, {"logits": free, "coarse": free})
    write(folder / "matting/preprocessor_config.json", dict(image_mean=[0.5, 0.4, 0.3], image_std=[0.3, 0.25, 0.2], rescale_factor=1 / 255,
                                                             size=dict(height=16, width=32), output="logits"))
    return network


def array(tensor):
    return dict(shape=list(tensor.shape), float32=base64.b64encode(np.ascontiguousarray(tensor.numpy(), "<f4").tobytes()).decode())


def picture():
    """Bytes of an RGB picture, and a mask of the pixels to paint, both nothing like a square."""
    y, x = torch.meshgrid(torch.arange(4 * HIGH), torch.arange(4 * WIDE), indexing="ij")
    rgb = torch.stack([(7 * x + 3 * y) % 256, (255 - 5 * x) % 256, (11 * y + x * y // 4) % 256])
    return rgb.to(torch.uint8), ((x >= 12) & (y < 15)).float()


def reference(parts, matting):
    spec, (rgb, mask) = parts.spec, picture()
    pixels = rgb[None].float() / 255 * 2 - 1
    run = dict(prompt=PROMPT, negative=NEGATIVE, scheduler=spec["name"], steps=STEPS, guidance=spec["guidance"], strength=STRENGTH, seed=7)
    noise = torch.randn(1, 4, HIGH, WIDE, generator=torch.Generator().manual_seed(run["seed"]))
    (rows, pooled), (rows0, pooled0) = parts.text(PROMPT), parts.text(NEGATIVE)
    latents = torch.randn(2, spec["channels"], HIGH, WIDE, generator=torch.Generator().manual_seed(8))
    output = parts.predict(latents, 481, torch.cat([rows0, rows]), torch.cat([pooled0, pooled]), spec["guidance"])
    cases = dict(run=run, tokens=[dict(prompt=p, ids=[clip.encode(p, pad) for pad in spec["pads"]]) for p in (PROMPT, NEGATIVE, "red " * 90)],
                 text=dict(rows=array(rows), pooled=array(pooled), negative=array(rows0)),
                 unet=dict(timestep=481, latents=array(latents[:, :4]), extra=array(latents[:, 4:]), output=array(output)),
                 picture=dict(rgb=base64.b64encode(rgb.permute(1, 2, 0).contiguous().numpy().tobytes()).decode(),
                              mask=base64.b64encode((mask * 255).byte().numpy().tobytes()).decode()),
                 encode=array(parts.encode(pixels)), decode=dict(latent=array(noise), planes=array(parts.decode(noise))),
                 inpaint=array(parts.paint(run, noise, pixels, mask)), inpaint_all=array(parts.paint({**run, "strength": 1.0}, noise, pixels, mask)))
    if spec["channels"] == 4:
        cases |= dict(paint=array(parts.paint(run, noise)), again=array(parts.paint(run, noise, pixels)))
    if matting is not None:
        small = torch.nn.functional.interpolate(rgb[None].float() / 255, (16, 32), mode="bilinear", align_corners=False)
        mean, deviation = (torch.tensor(v)[None, :, None, None] for v in ([0.5, 0.4, 0.3], [0.3, 0.25, 0.2]))
        alpha = torch.sigmoid(matting((small - mean) / deviation)[0])
        cases["alpha"] = array(torch.nn.functional.interpolate(alpha, (4 * HIGH, 4 * WIDE), mode="bilinear", align_corners=False))
    return cases


@torch.no_grad()
def main():
    for number, (name, spec) in enumerate(FAMILIES.items()):
        torch.manual_seed(number)
        folder = HERE / name
        shutil.rmtree(folder, ignore_errors=True)
        parts = build(spec)
        export_texts(folder, parts)
        export_rest(folder, parts)
        matting = export_matting(folder) if spec.get("matting") else None
        manifest(folder, kind="elements", family=spec["family"], latent=LATENT, prompts=PROMPTS,
                 image=dict(width=4 * WIDE, height=4 * HIGH, channels=3, alpha="none"),
                 defaults=dict(scheduler=spec["name"], steps=STEPS, guidance=spec["guidance"]))
        write(HERE / "references" / f"{name}.json", reference(parts, matting))


if __name__ == "__main__":
    main()
