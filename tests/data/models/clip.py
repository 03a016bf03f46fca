"""CLIP's tokenizer and text model, small: what the text encoders of Stable Diffusion and SDXL are made of."""
import torch
from torch import nn

START, END, LENGTH = "<|startoftext|>", "<|endoftext|>", 77
LETTERS = "abcdefghijklmnopqrstuvwxyz,."
MERGES = [("c", "o"), ("i", "n</w>"), ("co", "in</w>"), ("r", "e"), ("re", "d</w>"), ("g", "o"), ("go", "l"), ("gol", "d</w>")]


def vocabulary():
    """'!' is 0 and the end has the highest id, as in CLIP's own: the one pads SDXL's second encoder, the other marks the pooled row."""
    words = ["!", *LETTERS, *(c + "</w>" for c in "!" + LETTERS), *(a + b for a, b in MERGES), START, END]
    return {word: i for i, word in enumerate(words)}


def encode(prompt, pad):
    """Ids of a prompt of words of a to z, comma and full stop; an independent reading of byte-pair encoding."""
    ids, known = [], vocabulary()
    for word in prompt.lower().replace(",", " , ").replace(".", " . ").split():
        parts = [*word[:-1], word[-1] + "</w>"]
        for left, right in MERGES:
            i = 0
            while i + 1 < len(parts):
                if (parts[i], parts[i + 1]) == (left, right):
                    parts[i:i + 2] = [left + right]
                i += 1
        ids += [known.get(part, known[END]) for part in parts]
    ids = [known[START], *ids[:LENGTH - 2], known[END]]
    return ids + [known[pad]] * (LENGTH - len(ids))


class Layer(nn.Module):
    def __init__(self, width, heads, quick):
        super().__init__()
        self.heads, self.quick = heads, quick
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.wide, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = (t.reshape(batch, length, self.heads, -1).transpose(1, 2) for t in self.qkv(self.norm1(x)).chunk(3, -1))
        weights = (q @ k.transpose(2, 3) * (width // self.heads) ** -0.5 + mask).softmax(-1)
        x = x + self.out((weights @ v).transpose(1, 2).reshape(batch, length, width))
        wide = self.wide(self.norm2(x))
        return x + self.narrow(wide * torch.sigmoid(1.702 * wide) if self.quick else nn.functional.gelu(wide))


class ClipText(nn.Module):
    """Every hidden state, the last one normalized too, and the row at the end token: projected when there is a projection."""

    def __init__(self, width, layers, projection=None, quick=True):
        super().__init__()
        self.words, self.places = nn.Embedding(len(vocabulary()), width), nn.Embedding(LENGTH, width)
        self.layers = nn.ModuleList(Layer(width, 2, quick) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.projection = nn.Linear(width, projection, bias=False) if projection else None
        self.register_buffer("mask", torch.full((LENGTH, LENGTH), -1e4).triu(1), persistent=False)

    def states(self, ids):
        length = ids.shape[1]
        x = self.words(ids) + self.places.weight[:length]
        hidden = [x]
        for layer in self.layers:
            x = layer(x, self.mask[:length, :length])
            hidden.append(x)
        last = self.norm(x)
        pooled = last[torch.arange(ids.shape[0]), ids.argmax(-1)]
        return last, pooled if self.projection is None else self.projection(pooled), hidden
