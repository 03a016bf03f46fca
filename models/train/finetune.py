"""Fine-tunes an elements model on an export of the dataset service, and writes a model folder that can be registered.

    python3 finetune.py --export DIR --base ../elements-mini --out ../work/tuned --minutes 4
    python3 finetune.py --method dpo --export DIR --base ../elements-mini --out ../work/tuned --minutes 4
    python3 finetune.py ... --register http://localhost:5000      # and sends it to the registry

sft learns from the usable pictures, drawn by their weight; dpo from pairs of which one was preferred. A run that was broken off
goes on from its checkpoint in OUT when it is started again. With --steps instead of --minutes the same input ends in the same weights.
"""
import argparse
import copy
import subprocess
import sys
from pathlib import Path

import torch

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "finetuning"), str(HERE / "elements")]
import base  # noqa: E402
import package  # noqa: E402
from autoencoder import use_onednn_for_pointwise  # noqa: E402
from base import InvalidInput  # noqa: E402
from dataset import read  # noqa: E402
from graphs import write_json  # noqa: E402
from loop import Plan, train  # noqa: E402
from methods import Captions, dpo, encode, sft  # noqa: E402

RATE = dict(sft=2e-4, dpo=2e-5)
WORDS = dict(sft="Fine-tuned on pictures that were scored as usable.", dpo="Fine-tuned on pairs of pictures of which one was preferred (Diffusion-DPO).")


def parsed(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--export", type=Path, required=True, help="folder of an export: imagefolder for sft, dpo for dpo")
    parser.add_argument("--base", type=Path, required=True, help="model folder to start from")
    parser.add_argument("--out", type=Path, required=True, help="gets the model, in a folder of its id")
    parser.add_argument("--method", choices=RATE, default="sft")
    parser.add_argument("--version", help="of the new model; default: the base's with its second number raised")
    length = parser.add_mutually_exclusive_group(required=True)
    length.add_argument("--minutes", type=float, help="of training; reading and encoding come on top")
    length.add_argument("--steps", type=int)
    length.add_argument("--tiny", action="store_true", help="four steps of two pictures: shows that every part works")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, help="default: %s" % ", ".join(f"{v} for {k}" for k, v in RATE.items()))
    parser.add_argument("--min-usable", type=float, default=.5, help="sft: pictures whose probability of being usable is below are left out")
    parser.add_argument("--beta", type=float, default=2000., help="dpo: how little it may move from the base")
    parser.add_argument("--drop-captions", type=float, default=.1, help="share of the captions that say nothing, for guidance")
    parser.add_argument("--train-text", action="store_true", help="the text encoder too")
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unchecked", action="store_true", help="do without ./creative models check at the end")
    parser.add_argument("--register", metavar="URL", help="server that the model is registered with")
    options = parser.parse_args(arguments)
    if options.tiny:
        options.steps, options.batch = 4, 2
    options.rate = options.rate or RATE[options.method]
    return options


def next_version(version):
    major, minor, *_ = version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def progress(total):
    def say(done):
        if done == total or done % 512 == 0:
            print(f"{done}/{total} pictures encoded", flush=True)
    return say


def prepared(options, start, model):
    """The loss of the chosen method, and (rows of the export, rows learnt from)."""
    found = read(options.export, pairs=options.method == "dpo")
    texts = lambda rows: Captions(start.tokenizer, [row.text for row in rows], options.drop_captions, options.device)
    encoded = lambda paths: encode(start, paths, options.device, progress(len(paths)))
    if options.method == "dpo":
        better, worse = encoded([p.better for p in found.rows]), encoded([p.worse for p in found.rows])
        return dpo(model, better, worse, texts(found.rows), options.beta, options.batch), found, len(found.rows)
    rows = [row for row in found.rows if row.usable and row.usable_p >= options.min_usable and row.weight > 0]
    if not rows:
        raise InvalidInput([f"{options.export}: none of its {len(found.rows)} pictures is usable with a probability of {options.min_usable} or more"])
    print(f"{len(rows)} of {len(found.rows)} pictures are usable", flush=True)
    return sft(model, encoded([row.picture for row in rows]), texts(rows), [row.weight for row in rows], options.batch), found, len(rows)


def run(options):
    torch.set_num_threads(options.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(options.seed)
    start = base.load(options.base)
    model = use_onednn_for_pointwise(copy.deepcopy(start.model)).to(options.device).train()
    model.unet.to(memory_format=torch.channels_last)
    model.text.requires_grad_(options.train_text)
    loss, found, used = prepared(options, start, model)
    plan = Plan(options.rate, options.seed, minutes=options.minutes, steps=options.steps, warm_up=30, decay_from=.3, every=30., weight_decay=0.)
    options.out.mkdir(parents=True, exist_ok=True)
    checkpoint, folder = options.out / "finetune.pt", options.out / start.manifest["id"]
    done = train(model, [dict(params=[p for p in model.parameters() if p.requires_grad])], plan, checkpoint, loss)
    settings = dict(method=options.method, steps=done.step, minutes=round(done.seconds / 60, 1), batch=options.batch, rate=options.rate, drop_captions=options.drop_captions,
                    train_text=options.train_text, seed=options.seed, device=options.device, **({"beta": options.beta} if options.method == "dpo" else {"min_usable": options.min_usable}))
    manifest = package.write(start, done.average, folder, version=options.version or next_version(start.manifest["version"]), words=WORDS[options.method],
                             settings=settings, text_trained=options.train_text, dataset=dict(id=found.id, sha256=found.sha256, rows=len(found.rows), used=used))
    print(f"{folder}: version {manifest['version']}", flush=True)
    launcher = HERE.parent.parent / "creative"
    if not options.unchecked:
        subprocess.run([launcher, "models", "check", folder], check=True)
    if options.register:
        origin = options.out / "settings.json"
        write_json(origin, settings)
        subprocess.run([launcher, "models", "register", folder, "--server", options.register, "--base", start.manifest["version"], "--settings", origin,
                        *(["--dataset", found.id] if found.id else [])], check=True)
    checkpoint.unlink()


if __name__ == "__main__":
    try:
        run(parsed())
    except InvalidInput as problems:
        sys.exit(str(problems))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{failed.cmd[1]} {failed.cmd[2]} ended with {failed.returncode}")
