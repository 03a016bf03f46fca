"""Captions of renders, as the denoiser is trained on them."""
from prompts import LIGHT_SYNONYMS, MATERIAL_SYNONYMS, NOUN_SYNONYMS, VIEW_SYNONYMS, caption, shapes
from tokenizer import build


class Captions:
    """Token ids of a picture's attributes, worded at random: synonyms, dropped phrases, sometimes nothing."""

    def __init__(self, attributes, rng):
        self.attributes, self.rng, self.tokenizer, self.cache = attributes, rng, build()[0], {}

    def ids(self, text):
        if text not in self.cache:
            self.cache[text] = self.tokenizer(text)
        return self.cache[text]

    def _worded(self, word, synonyms):
        others = synonyms.get(word, ())
        return others[self.rng.integers(len(others))] if others and self.rng.random() < .12 else word

    def random(self, index):
        """The ids, and whether the words say which shape and view it is."""
        if self.rng.random() < .10:
            return self.ids(""), False
        a = self.attributes[index]
        kind, variant = shapes()[a["shape"]]
        noun = self._worded(kind.noun, NOUN_SYNONYMS)
        finish = self._worded(a["material"], MATERIAL_SYNONYMS) + " " if self.rng.random() > .04 else ""
        parts = [f"{finish}{a['hue']} {noun}", kind.variants[variant], self._worded(a["view"], VIEW_SYNONYMS), self._worded(a["light"], LIGHT_SYNONYMS)]
        kept = parts[:1] + [p for p in parts[1:] if self.rng.random() > .04]
        return self.ids(", ".join(kept)), parts[1] in kept and parts[2] in kept

    def plain(self, index):
        a = self.attributes[index]
        kind, variant = shapes()[a["shape"]]
        return self.ids(caption(kind, kind.variants[variant], a["hue"], a["view"], a["light"], a["material"]))
