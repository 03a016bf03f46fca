"""Writes models/elements-mini in the folder layout of `optimum-cli export onnx`, with model.json and test data.

    python3 export.py --autoencoder ../work/ae --denoiser ../work/denoiser --few ../work/few --out ../../elements-mini

Weights are kept in half precision and widened when the graph is loaded: half the file, and far below what eight bits can show.
"""
import argparse
import json
import sys
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from PIL import Image

import tokenizer
from autoencoder import DOWNSCALE, LATENT_CHANNELS, Autoencoder
from denoiser import CONTEXT, TEXT_WIDTH
from prompts import CLASSES, LIGHT_SYNONYMS, LIGHTS, MATERIAL_SYNONYMS, MATERIALS, NOUN_SYNONYMS, TEMPLATE, VIEW_SYNONYMS, VIEWS, caption, modes, shapes
from render import SIZE, sheet
from schedule import CONFIG, sample, trailing
from pictures import to_images
from denoiser import Model
from painting import paint

sys.path.append(str(Path(__file__).parent.parent))
from graphs import export_graph, rounded, sha256, write_json  # noqa: E402

STEPS, GUIDANCE = 10, 1.5
FEW_STEPS, FEW_FOLDER = 4, "unet_few_steps"
OUTLINE_STEEPNESS = 3.0
SHARPENING = 1.0  # of colours; costs 0.06 dB against 0.3, the best for that, and a quarter of the missing sharpness comes back
ALPHA_FLOOR, ALPHA_CEILING = .04, .97  # what the decoder leaves in empty and in solid places


class CleanDecoder(torch.nn.Module):
    """Decoder whose empty pixels are exactly empty, solid ones exactly solid, and whose RGB never exceeds alpha."""

    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder
        self.register_buffer("near", (torch.tensor([1., 4., 6., 4., 1.]) / 16).repeat(3, 1, 1, 1))
        self.register_buffer("blur", (torch.tensor([1., 8., 28., 56., 70., 56., 28., 8., 1.]) / 256).repeat(4, 1, 1, 1))

    def forward(self, latent_sample):
        image = (self.decoder(latent_sample) + 1) / 2
        alpha = ((image[:, 3:] - ALPHA_FLOOR) / (ALPHA_CEILING - ALPHA_FLOOR)).clamp(0, 1)
        colour = image[:, :3]
        calm = F.conv2d(F.conv2d(F.pad(colour, (2, 2, 2, 2), mode="replicate"), self.near, groups=3), self.near.transpose(2, 3), groups=3)
        colour = torch.minimum((colour + SHARPENING * (colour - calm)).clamp(0, 1), alpha)
        # The outline comes out in stairs of two pixels: smooth alpha and steepen it again, and take the colours of
        # the outline from the smoothed picture, un-premultiplied.
        soft = F.pad(torch.cat([colour, alpha], 1), (4, 4, 4, 4), mode="replicate")  # textures reach the border
        soft = F.conv2d(F.conv2d(soft, self.blur, groups=4), self.blur.transpose(2, 3), groups=4)
        outline = ((soft[:, 3:] - .5) * OUTLINE_STEEPNESS + .5).clamp(0, 1)
        at_edge = F.max_pool2d((4 * alpha * (1 - alpha)).clamp(0, 1), 5, 1, 2)
        inside, near = colour / alpha.clamp(min=.25), soft[:, :3] / soft[:, 3:].clamp(min=.02)
        return torch.cat([(inside + (near - inside) * at_edge).clamp(0, 1) * outline, outline], 1) * 2 - 1


class CleanEncoder(torch.nn.Module):
    """sample [b, 4, h, w], premultiplied RGBA in -1..1 -> latent_sample [b, 8, h / 16, w / 16] of unit variance."""

    def __init__(self, autoencoder):
        super().__init__()
        self.encoder = autoencoder.encoder
        self.register_buffer("mean", autoencoder.mean)
        self.register_buffer("spread", autoencoder.spread)

    def forward(self, sample):
        return (self.encoder(sample) - self.mean) / self.spread


def load(autoencoder_folder, denoiser_folder, few_folder, words):
    """Encoder, decoder, denoiser, few-step denoiser (or None), and what their training took."""
    decoder_state = autoencoder_folder / "decoder.pt"
    if not decoder_state.exists():
        decoder_state = autoencoder_folder / "autoencoder.pt"
    autoencoder, model = Autoencoder(), Model(words)
    ae, dn = torch.load(decoder_state), torch.load(denoiser_folder / "denoiser.pt")
    autoencoder.load_state_dict(ae["average"])
    model.load_state_dict(dn["average"])
    training = dict(autoencoder_minutes=round(torch.load(autoencoder_folder / "autoencoder.pt")["seconds"] / 60, 1),
                    decoder_minutes=round(ae["seconds"] / 60, 1) if decoder_state.name == "decoder.pt" else 0.,
                    denoiser_minutes=round(dn["seconds"] / 60, 1), denoiser_steps=dn["step"])
    few = None
    if few_folder:
        state = torch.load(few_folder / "denoiser.pt")
        few = Model(words)
        few.load_state_dict(state["average"])
        few = rounded(few)
        training.update(few_step_minutes=round(state["seconds"] / 60, 1), few_step_steps=state["step"])
    return rounded(CleanEncoder(autoencoder)), rounded(CleanDecoder(autoencoder.decoder)), rounded(model), few, training


TOKEN_AXES, LATENT_AXES = {0: "batch", 1: "sequence"}, {0: "batch", 2: "height", 3: "width"}


def example_latent():
    return torch.randn(2, LATENT_CHANNELS, SIZE // DOWNSCALE, SIZE // DOWNSCALE)


def export_text_encoder(text, path):
    export_graph(text, (torch.zeros(2, tokenizer.LENGTH, dtype=torch.long),), path, ["input_ids"], ["last_hidden_state", "pooler_output"],
                 {"input_ids": TOKEN_AXES, "last_hidden_state": TOKEN_AXES, "pooler_output": {0: "batch"}})


def export_unet(unet, path):
    export_graph(unet, (example_latent(), torch.tensor([500]), torch.zeros(2, tokenizer.LENGTH, TEXT_WIDTH)), path,
                 ["sample", "timestep", "encoder_hidden_states"], ["out_sample"],
                 {"sample": LATENT_AXES, "timestep": {0: "steps"}, "encoder_hidden_states": TOKEN_AXES, "out_sample": LATENT_AXES})


PICTURE_AXES = {0: "batch", 2: "image_height", 3: "image_width"}


def export_decoder(decoder, path):
    export_graph(decoder, (example_latent(),), path, ["latent_sample"], ["sample"], {"latent_sample": LATENT_AXES, "sample": PICTURE_AXES}, fold=False)


def export_graphs(encoder, decoder, model, few, out):
    with torch.no_grad():
        export_text_encoder(model.text, out / "text_encoder/model.onnx")
        for folder, one in (("unet", model), (FEW_FOLDER, few)):
            if one:
                export_unet(one.unet, out / folder / "model.onnx")
        export_decoder(decoder, out / "vae_decoder/model.onnx")
        export_graph(encoder, (torch.zeros(2, 4, SIZE, SIZE),), out / "vae_encoder/model.onnx", ["sample"], ["latent_sample"],
                     {"sample": PICTURE_AXES, "latent_sample": LATENT_AXES}, fold=False)


def write_configs(out, words):
    side = SIZE // DOWNSCALE
    write_json(out / "model_index.json", {
        "_class_name": "OnnxStableDiffusionPipeline", "_diffusers_version": "0.27.0",
        "tokenizer": ["transformers", "CLIPTokenizer"], "text_encoder": ["diffusers", "OnnxRuntimeModel"], "unet": ["diffusers", "OnnxRuntimeModel"],
        "vae_decoder": ["diffusers", "OnnxRuntimeModel"], "scheduler": ["diffusers", CONFIG["_class_name"]],
        "vae_encoder": ["diffusers", "OnnxRuntimeModel"], "safety_checker": [None, None], "feature_extractor": [None, None], "requires_safety_checker": False})
    write_json(out / "text_encoder/config.json", {
        "_class_name": "TextEncoder", "hidden_size": TEXT_WIDTH, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": words,
        "max_position_embeddings": tokenizer.LENGTH, "bos_token_id": words - 2, "eos_token_id": words - 1, "pad_token_id": words - 1, "projection_dim": TEXT_WIDTH})
    write_json(out / "unet/config.json", {
        "_class_name": "UNet2DConditionModel", "in_channels": LATENT_CHANNELS, "out_channels": LATENT_CHANNELS, "sample_size": side,
        "cross_attention_dim": TEXT_WIDTH, "block_out_channels": [96, 192], "time_cond_proj_dim": None, "context_dim": CONTEXT})
    write_json(out / "vae_decoder/config.json", {
        "_class_name": "AutoencoderKL", "latent_channels": LATENT_CHANNELS, "out_channels": 4, "sample_size": SIZE, "scaling_factor": 1.0})
    write_json(out / "vae_encoder/config.json", {
        "_class_name": "AutoencoderKL", "latent_channels": LATENT_CHANNELS, "in_channels": 4, "sample_size": SIZE, "scaling_factor": 1.0})
    write_json(out / "scheduler/scheduler_config.json", CONFIG)


REFERENCE_PROMPTS = ("glossy gold coin, yuan sign, three-quarter view, warm light", "", "Red  PACKET, with coins!", "\u7ea2\u5305 gift zebra 888")


def reference_latent():
    return torch.sin(torch.arange(LATENT_CHANNELS * 256, dtype=torch.float32) * .1).reshape(1, LATENT_CHANNELS, 16, 16)


def figures(t):
    """A tensor in few numbers."""
    flat = t.double().flatten()
    return dict(shape=list(t.shape), first=[round(v, 6) for v in flat[:8].tolist()], sum=round(flat.sum().item(), 4),
                absolute_sum=round(flat.abs().sum().item(), 4), mean=round(flat.mean().item(), 7))


def denoiser_references(model, words_to_ids):
    """What text encoder and denoiser give for fixed prompts and latents."""
    ids = {p: words_to_ids(p) for p in REFERENCE_PROMPTS}
    first = REFERENCE_PROMPTS[0]
    with torch.no_grad():
        hidden, pooled = model.text(torch.tensor([ids[first]]))
        empty, _ = model.text(torch.tensor([ids[""]]))
        v = model.unet(reference_latent(), torch.tensor([500]), hidden)
        start = torch.sin(torch.arange(LATENT_CHANNELS * 256, dtype=torch.float32) * 12.9898).reshape(1, LATENT_CHANNELS, 16, 16) * 1.4142135

        def predict(x, t):
            a, b = model.unet(torch.cat([x, x]), torch.tensor([t]), torch.cat([hidden, empty])).chunk(2)
            return b + GUIDANCE * (a - b)
        final = sample(predict, start, STEPS)
    return dict(
        tokenizer=[dict(prompt=p, input_ids=i) for p, i in ids.items()],
        text=dict(prompt=first, last_hidden_state=figures(hidden), pooler_output=figures(pooled)),
        unet=dict(latent="sin(0.1 * i), i = flat index into [1, 8, 16, 16]", prompt=first, timestep=500, out_sample=figures(v)),
        denoise=dict(noise="1.4142135 * sin(12.9898 * i)", prompt=first, negative="", scheduler="dpmpp_2m", steps=STEPS, guidance=GUIDANCE,
                     timesteps=trailing(STEPS), latent=figures(final)))


def write_test_data(out, decoder, model, words_to_ids):
    """Reference values for other implementations: the same prompt and latents give these figures (1e-3 relative)."""
    with torch.no_grad():
        image = decoder(reference_latent())
    write_json(out / "testdata/reference.json", dict(denoiser_references(model, words_to_ids), vae_decoder=dict(latent="sin(0.1 * i)", sample=figures(image))))


def write_samples(path, decoder, model, words_to_ids):
    """Every shape in every view, hues, lights and materials in turn; nothing picked by hand: seed 0."""
    prompts = []
    for n, (s, view) in enumerate(modes()):
        kind, variant = shapes()[s]
        prompts.append(caption(kind, kind.variants[variant], kind.hues[n % len(kind.hues)], view, LIGHTS[n % 3], MATERIALS[n // 2 % 2]))
    start = time.process_time()
    images = to_images(paint(model, words_to_ids, decoder, prompts, STEPS, GUIDANCE, 0))
    print(f"{(time.process_time() - start) / len(prompts):.2f} s of processor time an element (torch)")
    sheet(images, 8, path)
    page = Image.open(path)
    page.resize((page.width * 7 // 16, page.height * 7 // 16), Image.LANCZOS).save(path, optimize=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--autoencoder", type=Path, required=True)
    parser.add_argument("--denoiser", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--few", type=Path, help="folder of the few-step denoiser (distill.py)")
    parser.add_argument("--version", default="2.0.0")
    parser.add_argument("--renders", type=int, default=16128)
    parser.add_argument("--quality", type=Path, help="JSON written by check.py quality")
    options = parser.parse_args()
    torch.set_num_threads(1)
    out = options.out
    words_to_ids = tokenizer.write(out / "tokenizer")
    words = len(words_to_ids.ids)
    encoder, decoder, model, few, training = load(options.autoencoder, options.denoiser, options.few, words)
    export_graphs(encoder, decoder, model, few, out)
    write_configs(out, words)
    write_test_data(out, decoder, model, words_to_ids)
    write_samples(out / "samples.png", decoder, model, words_to_ids)
    files = sorted(p for p in out.rglob("*") if p.is_file() and p.name not in ("model.json", "README.md", "samples.png") and "testdata" not in p.parts)
    by_class = lambda attribute: {kind.noun: list(getattr(kind, attribute)) for kind in CLASSES}
    write_json(out / "model.json", {
        "id": "elements-mini", "version": options.version, "kind": "elements", "family": "stable-diffusion", "licence": "Apache-2.0",
        "latent": {"channels": LATENT_CHANNELS, "height": 16, "width": 16, "downscale": DOWNSCALE},
        "image": {"width": SIZE, "height": SIZE, "channels": 4, "alpha": "premultiplied"},
        "defaults": {"scheduler": "dpmpp_2m", "steps": STEPS, "guidance": GUIDANCE},
        **({"few_steps": {"unet": FEW_FOLDER, "scheduler": "ddim", "steps": FEW_STEPS, "guidance": 1}} if few else {}),
        "prompts": {"template": TEMPLATE, "classes": [kind.noun for kind in CLASSES], "ids": {kind.noun: kind.id for kind in CLASSES},
                    "variants": by_class("variants"), "hues": by_class("hues"), "views": list(VIEWS),
                    "class_views": {kind.noun: list(kind.views) for kind in CLASSES if kind.views != VIEWS}, "textures": [kind.noun for kind in CLASSES if kind.is_texture],
                    "lights": list(LIGHTS), "materials": list(MATERIALS),
                    "synonyms": {"classes": NOUN_SYNONYMS, "views": VIEW_SYNONYMS, "lights": LIGHT_SYNONYMS, "materials": MATERIAL_SYNONYMS}},
        "training": dict(training, renders=options.renders, minutes=round(training["autoencoder_minutes"] + training["decoder_minutes"] + training["denoiser_minutes"], 1),
                         steps=training["denoiser_steps"], seed=1, command="models/train/README.md"),
        "quality": json.loads(options.quality.read_text()) if options.quality else {},
        "files": {str(p.relative_to(out)): sha256(p) for p in files}})
    print(f"{sum(p.stat().st_size for p in files) / 1e6:.1f} MB in {len(files)} files")


if __name__ == "__main__":
    main()
