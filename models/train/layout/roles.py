"""The words shared by grammar, model and service: slot order of the roles and order of the compositions."""

ROLES = ["headline", "subhead", "benefit", "cta", "disclaimer", "logo", "ai_label", "hero"]
COMPOSITIONS = ["stacked", "text_left", "text_right", "hero_behind", "strip"]
TEXT = ["headline", "subhead", "benefit", "cta", "disclaimer", "ai_label"]
FIXED = [r for r in ROLES if r != "hero"]
MAX_EM = 60.0
