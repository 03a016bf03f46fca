"""Writes a fine-tuned model as a folder of its own: new denoiser (and text encoder, where trained), everything else as in the base."""
import copy
import json
import shutil

from base import Base
from export import FEW_FOLDER, denoiser_references, export_text_encoder, export_unet
from graphs import rounded, sha256, write_json

NOT_LISTED = ("model.json", "README.md", "samples.png")


def _card(manifest, words):
    training = manifest["training"]
    settings = "\n".join(f"| {name} | {value} |" for name, value in training["settings"].items())
    return f"""# {manifest["id"]} {manifest["version"]}

{words} The prompt language, the decoder and the encoder are those of {training["base"]["id"]} {training["base"]["version"]}
(SHA-256 of its files {training["base"]["sha256"]}). There is no denoiser for few steps: it would have to be distilled anew.

| Setting | Value |
|---|---|
{settings}

Not measured yet: `./creative bench elements --model DIR` gives the usable rate.
"""


def write(base: Base, state, out, *, version, words, settings, identity=None, text_trained=False, dataset=None):
    """The averaged weights `state` as a model folder.

    words: a sentence or two for the card; settings: what the training was given, for card and model.json; dataset: what it learnt
    from, as far as it is known ({id, sha256, rows, used}).
    """
    model = copy.deepcopy(base.model).float().cpu()
    model.load_state_dict({k: v.float().cpu() for k, v in state.items()})
    model = rounded(model)
    out.mkdir(parents=True, exist_ok=True)
    for name in base.manifest["files"]:
        if not name.startswith((f"{FEW_FOLDER}/", "unet/model.onnx")):
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(base.folder / name, out / name)
    export_unet(model.unet, out / "unet/model.onnx")
    if text_trained:
        export_text_encoder(model.text, out / "text_encoder/model.onnx")
    known = json.loads((base.folder / "testdata/reference.json").read_text("utf-8"))
    write_json(out / "testdata/reference.json", {**known, **denoiser_references(model, base.tokenizer)})
    files = sorted(p for p in out.rglob("*") if p.is_file() and p.name not in NOT_LISTED and "testdata" not in p.parts)
    kept = {k: v for k, v in base.manifest.items() if k not in ("few_steps", "training", "quality", "files")}
    manifest = dict(kept, id=identity or base.manifest["id"], version=version,
                    training=dict(base=base.identity, **({"dataset": dataset} if dataset else {}), settings=settings), quality={},
                    files={p.relative_to(out).as_posix(): sha256(p) for p in files})
    write_json(out / "model.json", manifest)
    (out / "README.md").write_text(_card(manifest, words), "utf-8")
    return manifest
