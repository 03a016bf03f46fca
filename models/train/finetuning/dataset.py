"""Reads an export of the dataset service: an imagefolder of scored pictures, or pairs of which one was preferred.

Layout: DIR/manifest.json and DIR/imagefolder/train/metadata.jsonl (Hugging Face's imagefolder) or DIR/dpo/train/metadata.jsonl (the
same with pairs, in the columns of Pick-a-Pic v2); or DIR/train/metadata.jsonl alone. Everything else of an export is left alone.
"""
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from base import InvalidInput

MOST_PROBLEMS = 20  # as many are told
PICTURES, PAIRS, ROWS = "imagefolder", "dpo", "train/metadata.jsonl"


@dataclass(frozen=True)
class Row:
    """A scored picture. weight: how much it counts, above 0; usable_p: the probability that it is usable, 0 to 1."""
    picture: Path
    text: str
    usable: bool
    usable_p: float
    weight: float


@dataclass(frozen=True)
class Pair:
    """Two pictures of one caption, the better first."""
    better: Path
    worse: Path
    text: str


@dataclass(frozen=True)
class Dataset:
    """What an export says it is (id and Merkle root, empty where there is no manifest), and its rows."""
    id: str
    sha256: str
    rows: tuple


class _Fields:
    """Reads the fields of a line and notes what is wrong with each."""

    def __init__(self, where, line, folder):
        self.problems, self._where, self._folder = [], where, folder
        try:
            self._values = json.loads(line)
        except json.JSONDecodeError as e:
            self._values = {}
            self.problems.append(f"{where}: not JSON ({e.msg})")
        if not isinstance(self._values, dict):
            self._values = {}
            self.problems.append(f"{where}: not a JSON object")

    def of(self, name, kinds, expected, default=None):
        value = self._values.get(name, default)
        if isinstance(value, bool) and bool not in kinds or not isinstance(value, kinds):
            if not self.problems or self._values:
                self.problems.append(f"{self._where}: {name}: {value!r}, expected {expected}")
            return kinds[0]()
        return value

    def number(self, name, least, most, default):
        value = float(self.of(name, (float, int), "a number", default))
        if not least <= value <= most:
            self.problems.append(f"{self._where}: {name}: {value}, expected {least} to {most}")
        return value

    def picture(self, name):
        path = self.of(name, (str,), "the path of a picture")
        inside = (self._folder / path).resolve()
        if path and (not inside.is_relative_to(self._folder.resolve()) or not inside.is_file()):
            self.problems.append(f"{self._where}: {name}: '{path}' is not a file of the export")
        return inside


def _row(fields):
    usable = fields.of("usable", (bool,), "true or false")
    return Row(fields.picture("file_name"), fields.of("text", (str,), "a caption"), usable,
               fields.number("usable_p", 0, 1, float(usable)), fields.number("sample_weight", 0, 1000, 1.))


def _pair(fields):
    first, second, text = fields.picture("jpg_0_file_name"), fields.picture("jpg_1_file_name"), fields.of("caption", (str,), "a caption")
    label = fields.number("label_0", 0, 1, None)
    if label not in (0., 1.):
        fields.problems.append(f"{fields._where}: label_0: {label}, expected 0 or 1 (ties teach nothing)")
    return Pair(*((first, second) if label == 1 else (second, first)), text)


def read(folder, pairs=False):
    """The training split of an export. Raises InvalidInput with the problems of all lines."""
    name, parse = (PAIRS, _pair) if pairs else (PICTURES, _row)
    path = next((p for p in (folder / name / ROWS, folder / ROWS) if p.is_file()), None)
    if path is None:
        raise InvalidInput([f"{folder}: holds neither {name}/{ROWS} nor {ROWS}"])
    problems, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = _Fields(f"{path.name}:{number}", line, path.parent)
            rows.append(parse(fields))
            problems += fields.problems
    if not rows:
        problems.append(f"{path}: is empty")
    if problems:
        more = [f"and {len(problems) - MOST_PROBLEMS} more"] if len(problems) > MOST_PROBLEMS else []
        raise InvalidInput(problems[:MOST_PROBLEMS] + more)
    manifest = folder / "manifest.json"
    said = json.loads(manifest.read_text("utf-8")) if manifest.exists() else {}
    return Dataset(str(said.get("dataset_id", "")), str(said.get("merkle_root", "")), tuple(rows))


def load_picture(path, side):
    """uint8 [side, side, 4], premultiplied RGBA; a picture of another size is fitted in, centred."""
    try:
        with Image.open(path) as file:
            picture = file.convert("RGBA")
    except (UnidentifiedImageError, OSError) as e:
        raise InvalidInput([f"{path}: not a picture ({e})"]) from e
    if picture.size != (side, side):
        scale = side / max(picture.size)
        fitted = picture.resize([max(1, round(n * scale)) for n in picture.size], Image.LANCZOS)
        picture = Image.new("RGBA", (side, side))
        picture.paste(fitted, ((side - fitted.width) // 2, (side - fitted.height) // 2))
    pixels = np.asarray(picture, np.uint16)
    colour = (pixels[..., :3] * pixels[..., 3:] + 127) // 255
    return np.concatenate([colour, pixels[..., 3:]], 2).astype(np.uint8)
