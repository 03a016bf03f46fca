"""Writes an elements model whose decoder was trained on: everything else stays as it was exported."""
import json
import shutil

import torch

from export import CleanDecoder, export_decoder, figures, reference_latent, write_samples
from graphs import rounded, sha256, write_json


def write(base, autoencoder, out, version, training):
    """base: the model that was started from (finetuning/base.py); training: what is new under "training" of model.json. out may be its folder."""
    decoder = rounded(CleanDecoder(autoencoder.decoder))
    for name in base.manifest["files"]:
        if out.resolve() != base.folder.resolve():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(base.folder / name, out / name)
    export_decoder(decoder, out / "vae_decoder/model.onnx")
    known = json.loads((base.folder / "testdata/reference.json").read_text("utf-8"))
    with torch.no_grad():
        image = decoder(reference_latent())
    write_json(out / "testdata/reference.json", {**known, "vae_decoder": {**known["vae_decoder"], "sample": figures(image)}})
    write_samples(out / "samples.png", decoder, base.model, base.tokenizer)
    manifest = dict(base.manifest, version=version, training={**base.manifest["training"], **training}, files={name: sha256(out / name) for name in base.manifest["files"]})
    write_json(out / "model.json", manifest)
