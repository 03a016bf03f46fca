"""Writes the tables of measured figures of embed-mini's card from its model.json, so that the card cannot tell another tale.

    python3 card.py ../../embed-mini
"""
import json
import sys
from pathlib import Path

DEFECTS = dict(stray_marks="stray marks", shape_warp="shape warped", perspective="perspective", colour_mismatch="a part of another colour", hue="hue between the known ones",
               saturation="saturation", blur="blur", dirty_alpha="dirty alpha")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def tables(quality):
    rows = [f"| {words} | {quality['defects'][name]['r2']:.2f} | {quality['defects'][name]['auc']:.3f} |" for name, words in DEFECTS.items()]
    shares = ", ".join(f"{name} {share:.1%}" for name, share in quality["attributes_of_flawed_pictures"].items())
    return "\n".join(["| Defect | R² of its severity | area under the curve |", "|---|---|---|", *rows, "",
                      f"{quality['flawed_pictures']:,} flawed pictures of {quality['held_out_pictures']} held-out renders. Attributes read off the same vectors: {shares}."])


def main():
    folder = Path(sys.argv[1])
    card, quality = folder / "README.md", json.loads((folder / "model.json").read_text("utf-8"))["quality"]
    text = card.read_text("utf-8")
    before, after = text.index(BEGIN) + len(BEGIN), text.index(END)
    card.write_text(f"{text[:before]}\n{tables(quality)}\n{text[after:]}", "utf-8")


if __name__ == "__main__":
    main()
