"""The prompt language of elements-mini: what can be asked for, and how it is said.

A prompt is "{material} {hue} {noun}, {variant}, {view}, {light}", for example
"glossy gold coin, yuan sign, three-quarter view, warm light". Every word below is known to the model;
synonyms are mixed into the training captions so that nearby wordings work too.
"""
from dataclasses import dataclass

TEMPLATE = "{material} {hue} {noun}, {variant}, {view}, {light}"

METALS = ("gold", "silver", "rose gold")
VIEWS = ("three-quarter view", "front view", "right view", "top view")
LIGHTS = ("warm light", "neutral light", "cool light")
MATERIALS = ("glossy", "matte")


@dataclass(frozen=True)
class ElementClass:
    """One kind of element. noun: its word in the prompt; the first variant, hue and view is the default."""
    id: str
    noun: str
    variants: tuple[str, ...]
    hues: tuple[str, ...]
    views: tuple[str, ...] = VIEWS
    is_texture: bool = False


CLASSES = (
    ElementClass("gold-coin", "coin", ("yuan sign", "square hole", "star"), METALS),
    ElementClass("red-packet", "packet", ("plain", "with coins"), ("red", "orange", "purple", "blue")),
    ElementClass("gift-box", "gift box", ("single bow", "double bow"), ("red", "orange", "pink", "purple", "blue", "teal")),
    ElementClass("gold-bars", "bars", ("stack of three", "single bar"), METALS),
    ElementClass("piggy-bank", "piggy bank", ("with coin", "plain"), ("pink", "red", "yellow", "blue", "teal")),
    ElementClass("shield", "shield", ("check mark", "keyhole"), ("blue", "red", "green", "purple", "teal")),
    ElementClass("wallet", "wallet", ("with banknotes", "with card"), ("orange", "red", "blue", "purple", "teal")),
    ElementClass("rocket", "rocket", ("with flame",), ("red", "orange", "blue", "purple", "teal")),
    ElementClass("trophy", "trophy", ("star", "plain"), METALS),
    ElementClass("safe", "safe", ("round dial",), ("blue", "red", "teal", "purple", "silver")),
    ElementClass("calendar", "calendar page", ("date grid", "check mark"), ("red", "orange", "blue", "purple", "teal")),
    ElementClass("coupon", "coupon ticket", ("percent sign", "yuan sign"), ("red", "orange", "pink", "purple", "blue")),
    ElementClass("phone", "phone", ("bar chart", "yuan sign"), ("blue", "red", "purple", "teal", "gold")),
    ElementClass("bank-card", "bank card", ("gold chip",), ("blue", "red", "purple", "teal", "gold")),
    ElementClass("chart", "chart", ("with arrow",), ("blue", "red", "orange", "purple", "teal")),
    ElementClass("background", "background", ("silk folds", "soft bokeh", "light waves", "layered hills"),
                 ("red", "gold", "orange", "pink", "purple", "blue", "teal", "green"), ("front view",), is_texture=True),
)

NOUN_SYNONYMS = {
    "packet": ("red envelope", "envelope", "hongbao"),
    "gift box": ("gift", "present box"),
    "bars": ("ingots", "bullion bars"),
    "piggy bank": ("pig bank", "money box pig"),
    "coin": ("money coin",),
    "shield": ("safety shield",),
    "wallet": ("purse",),
    "rocket": ("spaceship",),
    "trophy": ("winner cup", "prize cup"),
    "safe": ("strongbox", "vault"),
    "calendar page": ("calendar",),
    "coupon ticket": ("coupon", "voucher"),
    "phone": ("smartphone", "mobile phone"),
    "bank card": ("credit card", "debit card"),
    "chart": ("growth chart",),
    "background": ("backdrop",),
}
VIEW_SYNONYMS = {"three-quarter view": ("left view", "3/4 view"), "front view": ("frontal view",),
                 "right view": ("right three-quarter view",), "top view": ("view from above",)}
LIGHT_SYNONYMS = {"warm light": ("golden light",), "neutral light": ("studio light",), "cool light": ("blue light",)}
MATERIAL_SYNONYMS = {"glossy": ("shiny",), "matte": ("satin",)}


def caption(kind: ElementClass, variant: str, hue: str, view: str, light: str, material: str = MATERIALS[0]) -> str:
    return TEMPLATE.format(hue=hue, noun=kind.noun, variant=variant, view=view, light=light, material=material)


def shapes() -> list[tuple[ElementClass, int]]:
    """Every (class, variant index): solids in the order of SHAPES in renderer.c, then the textures."""
    return [(kind, v) for kind in CLASSES for v in range(len(kind.variants))]


def modes() -> list[tuple[int, str]]:
    """Every (shape, view) that exists; its place in this list is its slot in the decoder's memory."""
    return [(s, view) for s, (kind, _) in enumerate(shapes()) for view in kind.views]
