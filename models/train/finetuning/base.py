"""The model that a fine-tuning starts from: its folder, read back into torch."""
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import torch

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "elements")]
import weights  # noqa: E402
from autoencoder import Autoencoder  # noqa: E402
from graphs import sha256  # noqa: E402
from tokenizer import Tokenizer  # noqa: E402
from denoiser import Model  # noqa: E402

READ_BACK = 1e-3  # largest error of the weights read back, against the folder's own reference values


class InvalidInput(Exception):
    """Says every problem of what was given, each naming its file and field."""

    def __init__(self, problems):
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Base:
    """A model folder: model.json as it is, the tokenizer, text encoder and denoiser (float32), and the encoder of pictures."""
    folder: Path
    manifest: dict
    tokenizer: Tokenizer
    model: Model
    autoencoder: Autoencoder

    @property
    def identity(self):
        """{id, version, sha256}, the hash as the service forms it: SHA-256 of the files' hashes, sorted, one a line."""
        hashes = "\n".join(sorted(self.manifest["files"].values()))
        return dict(id=self.manifest["id"], version=self.manifest["version"], sha256=hashlib.sha256(hashes.encode("ascii")).hexdigest())


def _check_files(folder, manifest):
    problems = []
    for name, digest in manifest["files"].items():
        path = folder / name
        if not path.is_file():
            problems.append(f"{path}: is missing")
        elif sha256(path) != digest:
            problems.append(f"{path}: is not the file of model.json (another SHA-256)")
    if "vae_encoder/model.onnx" not in manifest["files"]:
        problems.append(f"{folder / 'model.json'}: files: lists no vae_encoder/model.onnx, without which pictures cannot be learnt from")
    if problems:
        raise InvalidInput(problems)


@torch.no_grad()
def _check_read_back(folder, model):
    """The weights must give the numbers that the folder says its graphs give: a graph of another layout is refused, not half read."""
    path = folder / "testdata/reference.json"
    if not path.exists():
        raise InvalidInput([f"{path}: is missing; without it the weights read back cannot be checked"])
    known = json.loads(path.read_text("utf-8"))
    hidden, _ = model.text(torch.tensor([known["tokenizer"][0]["input_ids"]]))
    latent = torch.sin(torch.arange(8 * 256, dtype=torch.float32) * .1).reshape(1, 8, 16, 16)
    seen, meant = model.unet(latent, torch.tensor([500]), hidden).flatten(), known["unet"]["out_sample"]
    error = max(float((seen[:8] - torch.tensor(meant["first"])).abs().max()), abs(seen.mean().item() - meant["mean"]))
    if error > READ_BACK:
        raise InvalidInput([f"{folder / 'unet/model.onnx'}: read back, it is off its reference values by {error:.4f}"])


def load(folder):
    """Reads a model folder back. Raises InvalidInput where files are missing, changed or of another architecture."""
    path = folder / "model.json"
    if not path.exists():
        raise InvalidInput([f"{path}: is missing"])
    manifest = json.loads(path.read_text("utf-8"))
    _check_files(folder, manifest)
    tokenizer = Tokenizer.load(folder / "tokenizer")
    model, autoencoder = Model(len(tokenizer.ids)).eval(), Autoencoder().eval()
    weights.load_denoiser(model, folder, tokenizer)
    weights.load_whole_encoder(autoencoder, folder)
    _check_read_back(folder, model)
    return Base(folder, manifest, tokenizer, model, autoencoder)
