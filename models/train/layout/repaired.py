"""Repaired layouts as a training set: what the service makes of the model's own proposals.

`./creative bench layout-data REPAIRED.jsonl --count 7000 --seed 5` writes them, `python3 repaired.py REPAIRED.jsonl OUT.npz`
encodes them. A role that was asked for and had to be left out is present, but not placed: its box is not learnt from.
"""
import json
import sys

import numpy as np

from canvas import Canvas
from encode import encode
from grammar import Layout
from roles import ROLES

NAMES = {"Headline": "headline", "Subhead": "subhead", "Benefit": "benefit", "CallToAction": "cta", "Disclaimer": "disclaimer",
         "Logo": "logo", "AiLabel": "ai_label", "Hero": "hero"}
COMPOSITIONS = {"Stacked": "stacked", "TextLeft": "text_left", "TextRight": "text_right", "HeroBehind": "hero_behind", "Strip": "strip"}


def read(line):
    """One example: boxes, present, lengths, canvas as the model reads them, and which roles were placed."""
    d = json.loads(line)
    w, h = d["width"], d["height"]
    top, right, bottom, left = d["safe"]
    canvas = Canvas(w, h, (top / h, right / w, bottom / h, left / w))
    lengths = {NAMES[r]: v for r, v in d["lengths"].items()}
    row = encode(Layout(canvas, COMPOSITIONS[d["composition"]], lengths, {NAMES[r]: b for r, b in d["boxes"].items()}))
    row["placed"] = row["present"]
    row["present"] = np.array([1.0 if r in lengths else 0.0 for r in ROLES])
    return row


def main(source, out):
    with open(source, encoding="utf-8") as file:
        rows = [read(line) for line in file]
    np.savez(out, **{k: np.stack([r[k] for r in rows]).astype(np.float32) for k in rows[0]})
    print(f"{len(rows)} layouts, {sum(r['present'].sum() - r['placed'].sum() for r in rows):.0f} roles left out")


if __name__ == "__main__":
    main(*sys.argv[1:3])
