"""Walks an imagefolder as Hugging Face's loader does (datasets, folder_based_builder.py), and decodes every picture.

    python3 imagefolder.py DIR

Prints the columns and the number of examples of each split; ends with 1 and the reason at the first thing that loader would refuse.
"""
import json
import sys
from pathlib import Path

from PIL import Image

ALLOWED = ("metadata.csv", "metadata.jsonl", "metadata.parquet")


def kind(value):
    return type(value).__name__


def walk(folder):
    features = {}
    for split in sorted(p for p in folder.iterdir() if p.is_dir()):
        found = [p for p in split.rglob("metadata.*")]
        assert [p.name for p in found] == ["metadata.jsonl"] and found[0].name in ALLOWED, f"{split.name}: {found}"
        text = found[0].read_bytes()
        assert not text.startswith(b"\xef\xbb\xbf") and b"\r" not in text and text.endswith(b"\n"), f"{split.name}: bytes of {found[0].name}"
        rows = [json.loads(line) for line in text.decode("utf-8").splitlines()]
        files = set()
        for row in rows:
            seen = {name: kind(value) for name, value in row.items()}
            assert features.setdefault("all", seen) == seen, f"{split.name}: other features {seen}"
            names = [name for name in row if name == "file_name" or name.endswith("_file_name")]
            assert names, f"{split.name}: a row without a file"
            for name in names:
                path = row[name]
                assert not path.startswith("/") and "://" not in path and ".." not in path.split("/"), path
                with Image.open(split / path) as picture:
                    picture.load()
                files.add(path)
        pictures = {p.relative_to(split).as_posix() for p in split.rglob("*.png")}
        assert pictures == files, f"{split.name}: {len(pictures)} pictures, {len(files)} in rows"
        print(split.name, len(rows), ",".join(sorted(features["all"])))


if __name__ == "__main__":
    walk(Path(sys.argv[1]))
