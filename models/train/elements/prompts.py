"""The prompt language of elements-mini: what can be asked for, and how it is said.

A prompt is "{hue} {noun}, {variant}, {view}, {light}", for example
"gold coin, yuan sign, three-quarter view, warm light". Every word below is known to the model;
synonyms are mixed into the training captions so that nearby wordings work too.
"""
from dataclasses import dataclass

TEMPLATE = "{hue} {noun}, {variant}, {view}, {light}"

METALS = ("gold", "silver", "rose gold")


@dataclass(frozen=True)
class ElementClass:
    """One kind of element. noun: its word in the prompt; variants and hues: first one is the default."""
    id: str
    noun: str
    variants: tuple[str, ...]
    hues: tuple[str, ...]


CLASSES = (
    ElementClass("gold-coin", "coin", ("yuan sign", "square hole", "star"), METALS),
    ElementClass("red-packet", "packet", ("plain", "with coins"), ("red", "orange", "purple", "blue")),
    ElementClass("gift-box", "gift box", ("single bow", "double bow"), ("red", "orange", "pink", "purple", "blue", "teal")),
    ElementClass("gold-bars", "bars", ("stack of three", "single bar"), METALS),
    ElementClass("piggy-bank", "piggy bank", ("with coin", "plain"), ("pink", "red", "yellow", "blue", "teal")),
    ElementClass("shield", "shield", ("check mark", "keyhole"), ("blue", "red", "green", "purple", "teal")),
)
VIEWS = ("three-quarter view", "front view", "right view", "top view")
LIGHTS = ("warm light", "neutral light", "cool light")
MATERIALS = ("glossy",)

NOUN_SYNONYMS = {
    "packet": ("red envelope", "envelope", "hongbao"),
    "gift box": ("gift", "present box"),
    "bars": ("ingots", "bullion bars"),
    "piggy bank": ("pig bank", "money box pig"),
    "coin": ("money coin",),
    "shield": ("safety shield",),
}
VIEW_SYNONYMS = {"three-quarter view": ("left view", "3/4 view"), "front view": ("frontal view",),
                 "right view": ("right three-quarter view",), "top view": ("view from above",)}
LIGHT_SYNONYMS = {"warm light": ("golden light",), "neutral light": ("studio light",), "cool light": ("blue light",)}


def caption(kind: ElementClass, variant: str, hue: str, view: str, light: str) -> str:
    return TEMPLATE.format(hue=hue, noun=kind.noun, variant=variant, view=view, light=light)


def shapes() -> list[tuple[ElementClass, int]]:
    """Every (class, variant index) in the order of SHAPES in renderer.c."""
    return [(kind, v) for kind in CLASSES for v in range(len(kind.variants))]
