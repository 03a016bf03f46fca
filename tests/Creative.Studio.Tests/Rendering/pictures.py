"""Reference pictures for PictureRendererTests, drawn by the renderer of the training: writes pictures.npy.gz and pictures.json.

    gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC renderer.c -o renderer.so -lm   # in models/train/elements
    python3 pictures.py ../../../models/train/elements
"""
import gzip
import io
import json
import sys
from pathlib import Path

import numpy as np

HERE, SIZE = Path(__file__).parent, 48
sys.path.insert(0, sys.argv[1])
import prompts  # noqa: E402
import render  # noqa: E402

scenes, looks, attributes = [], [], []
rng = np.random.default_rng(5)
for s, (kind, variant) in enumerate(prompts.shapes()):
    if getattr(kind, "is_texture", False) or kind.id not in sys.argv[2:] and len(sys.argv) > 2:
        continue
    for view in ("three-quarter view", "top view") if s % 2 else ("front view", "right view"):
        k = len(scenes)
        jitter = [round(float(j), 3) for j in rng.uniform(-1, 1, 3)]
        hue, light, material = kind.hues[k % len(kind.hues)], prompts.LIGHTS[k % 3], prompts.MATERIALS[k // 2 % 2]
        scenes.append(render.framed(s, view, jitter))
        looks.append([render.look(s, hue, light, material)])
        attributes.append(dict(id=kind.id, variant=kind.variants[variant], hue=hue, view=view, light=light, material=material, jitter=jitter))

data = io.BytesIO()
np.save(data, render.render(np.array(scenes), np.array(looks), SIZE, 3)[:, 0])
(HERE / "pictures.npy.gz").write_bytes(gzip.compress(data.getvalue(), 9, mtime=0))
(HERE / "pictures.json").write_text("[\n" + ",\n".join(json.dumps(a) for a in attributes) + "\n]\n")
