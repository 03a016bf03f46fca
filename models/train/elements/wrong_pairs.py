"""Latents that do not show what their caption says, each kind by a rule: what a badly trained denoiser paints now and then."""
import sys
from pathlib import Path

import torch

sys.path.append(str(Path(__file__).parent.parent / "recognition"))
from defects import DEFECTS  # noqa: E402

FLAWS = ("shape_warp", "perspective", "colour_mismatch", "saturation", "hue")
SEVERITY = (.45, 1.)
KINDS = ("another hue", "another view", "a blend", "flawed")


class Companions:
    """For each picture others of the training that differ from it in one attribute alone."""

    def __init__(self, attributes):
        self._by = {}
        for i, a in enumerate(attributes):
            for kind, key in self._keys(a):
                self._by.setdefault((kind, key), []).append(i)
        self._attributes = attributes

    @staticmethod
    def _keys(a):
        yield "another hue", (a["shape"], a["view"])
        yield "another view", (a["shape"], a["hue"])

    def of(self, index, kind):
        """The index of a companion that differs in what the kind says, or the index itself where there is none."""
        a = self._attributes[index]
        differs = "hue" if kind == "another hue" else "view"
        others = [i for i in self._by[kind, dict(self._keys(a))[kind]] if self._attributes[i][differs] != a[differs]]
        return others[torch.randint(len(others), (1,)).item()] if others else index


def flawed(x):
    """Pictures [n, 4, h, w] in -1..1, each with one defect made on purpose."""
    x = (x + 1) / 2
    kinds, severity = torch.randint(len(FLAWS), (len(x),)), SEVERITY[0] + (SEVERITY[1] - SEVERITY[0]) * torch.rand(len(x))
    for k, name in enumerate(FLAWS):
        rows = torch.nonzero(kinds == k).flatten()
        if len(rows):
            x[rows] = DEFECTS[name](x[rows], severity[rows])
    return x.clamp(0, 1) * 2 - 1


def wrong(latents, flawed_latents, companions, index, kind):
    """The latent that the caption of picture `index` is wrongly given."""
    if kind == "flawed":
        return flawed_latents[index]
    if kind == "a blend":
        other = latents[companions.of(index, "another view")]
        return .55 * latents[index] + .45 * other
    return latents[companions.of(index, kind)]
