"""A byte-pair tokenizer in CLIP's own format, its merges learned on the prompts of this model.

Any text can be tokenised: bytes are mapped to printable symbols first (CLIP's bytes_to_unicode), so an unknown
word falls apart into pieces and, in the end, into bytes. Text is lower-cased; a word ends in "</w>".

    python3 tokenizer.py ../../elements-mini/tokenizer
"""
import itertools
import json
import re
import sys
from collections import Counter
from pathlib import Path

from prompts import CLASSES, LIGHT_SYNONYMS, LIGHTS, MATERIAL_SYNONYMS, MATERIALS, NOUN_SYNONYMS, VIEW_SYNONYMS, VIEWS

START, END = "<|startoftext|>", "<|endoftext|>"
LENGTH = 32
# letters | one digit | anything else that is not a space: CLIP's pattern without the \p classes Python lacks
PATTERN = re.compile(r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|(?:[^\s\w]|_)+")


def bytes_to_unicode():
    """CLIP's map from byte to a printable character, in CLIP's order."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("\u00a1"), ord("\u00ac") + 1), *range(ord("\u00ae"), ord("\u00ff") + 1)]
    others = [b for b in range(256) if b not in printable]
    return dict(zip(printable + others, [chr(b) for b in printable] + [chr(256 + i) for i in range(len(others))]))


BYTES = bytes_to_unicode()


def words(text):
    """Lower-cased words of a text, each as a tuple of byte symbols, the last one closed by </w>."""
    for word in PATTERN.findall(re.sub(r"\s+", " ", text).strip().lower()):
        symbols = [BYTES[b] for b in word.encode("utf-8")]
        yield tuple(symbols[:-1]) + (symbols[-1] + "</w>",)


def joined(word, pair):
    out, i = [], 0
    while i < len(word):
        if word[i:i + 2] == pair:
            out.append(word[i] + word[i + 1])
            i += 2
        else:
            out.append(word[i])
            i += 1
    return tuple(out)


def learn_merges(corpus):
    """Merges until every word of the corpus is one symbol; ties broken by the pair itself."""
    counts = Counter(word for text in corpus for word in words(text))
    merges = []
    while True:
        pairs = Counter()
        for word, n in counts.items():
            for pair in zip(word, word[1:]):
                pairs[pair] += n
        if not pairs:
            return merges
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merges.append(best)
        merged = Counter()
        for word, n in counts.items():
            merged[joined(word, best)] += n
        counts = merged


def corpus():
    """Every prompt once, and words people add to prompts, so that these are not spelt out in bytes."""
    for kind in CLASSES:
        nouns = (kind.noun, *NOUN_SYNONYMS.get(kind.noun, ()))
        for noun, variant, hue in itertools.product(nouns, kind.variants, kind.hues):
            for view, light in itertools.product((v for x in VIEWS for v in (x, *VIEW_SYNONYMS[x])),
                                                 (v for x in LIGHTS for v in (x, *LIGHT_SYNONYMS[x]))):
                yield f"{hue} {noun}, {variant}, {view}, {light}"
    yield from MATERIALS
    for others in MATERIAL_SYNONYMS.values():
        yield from others
    yield "a an the and with on in of matte metal plastic 3d render icon large small medium white black soft bright isolated background"


class Tokenizer:
    def __init__(self, vocabulary, merges):
        self.ids, self.rank = vocabulary, {pair: i for i, pair in enumerate(merges)}

    @staticmethod
    def load(folder):
        lines = (Path(folder) / "merges.txt").read_text("utf-8").splitlines()[1:]
        return Tokenizer(json.loads((Path(folder) / "vocab.json").read_text("utf-8")), [tuple(line.split()) for line in lines if line])

    def __call__(self, text, length=LENGTH):
        """Ids of the text between start and end marks, cut and padded with the end mark to length."""
        ids = [self.ids[START]]
        for word in words(text):
            while len(word) > 1:
                pair = min(zip(word, word[1:]), key=lambda p: self.rank.get(p, 1 << 30))
                if pair not in self.rank:
                    break
                word = joined(word, pair)
            ids += [self.ids[symbol] for symbol in word]
        end = self.ids[END]
        ids = ids[:length - 1] + [end]
        return ids + [end] * (length - len(ids))


def build():
    merges = learn_merges(corpus())
    symbols = list(BYTES.values())
    symbols += [s + "</w>" for s in symbols] + ["".join(pair) for pair in merges] + [START, END]
    return Tokenizer({s: i for i, s in enumerate(symbols)}, merges), merges


def write(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer, merges = build()
    dump = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False, indent=None if name == "vocab.json" else 2) + "\n", "utf-8")
    dump("vocab.json", tokenizer.ids)
    (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in merges), "utf-8")
    special = dict(bos_token=START, eos_token=END, unk_token=END, pad_token=END)
    dump("special_tokens_map.json", special)
    dump("tokenizer_config.json", dict(special, tokenizer_class="CLIPTokenizer", model_max_length=LENGTH, do_lower_case=True, errors="replace", add_prefix_space=False))
    return tokenizer


if __name__ == "__main__":
    t = write(sys.argv[1])
    print(len(t.ids), "symbols", t("gold coin, yuan sign, three-quarter view, warm light"), t("\u91d1\u5e01")[:9])
