"""Layouts as the numbers the model reads and writes, and back."""
import math

import numpy as np

from roles import MAX_EM, ROLES


def encode_lengths(lengths):
    """ln(1+em)/ln(61) for texts, width over height / 6 (at most 1) for the logo, 0 for the hero."""
    out = np.zeros(len(ROLES))
    for i, role in enumerate(ROLES):
        if role in lengths and role != "hero":
            em = lengths[role]
            out[i] = min(em / 6, 1) if role == "logo" else math.log(1 + min(em, MAX_EM)) / math.log(1 + MAX_EM)
    return out


def encode(layout):
    """boxes [8,4] of cx, cy, w, h in [-1,1]; present [8]; lengths [8]; canvas [12]. Absent roles are 0."""
    c = layout.canvas
    boxes, present = np.zeros((len(ROLES), 4)), np.zeros(len(ROLES))
    for i, role in enumerate(ROLES):
        if role in layout.boxes:
            x0, y0, x1, y1 = layout.boxes[role]
            unit = [(x0 + x1) / 2 / c.w, (y0 + y1) / 2 / c.h, (x1 - x0) / c.w, (y1 - y0) / c.h]
            boxes[i] = [2 * u - 1 for u in unit]
            present[i] = 1
    return dict(boxes=boxes, present=present, lengths=encode_lengths(layout.lengths),
                canvas=np.array(c.features(layout.composition)))


def decode(boxes, present, canvas):
    """Role to px box from the model's [8,4]."""
    out = {}
    for i, role in enumerate(ROLES):
        if present[i] > .5:
            cx, cy, w, h = [(float(v) + 1) / 2 for v in boxes[i]]
            out[role] = ((cx - w / 2) * canvas.w, (cy - h / 2) * canvas.h, (cx + w / 2) * canvas.w, (cy + h / 2) * canvas.h)
    return out
