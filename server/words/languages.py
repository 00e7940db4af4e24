"""The spoken languages by their Vietnamese names. Pure."""

from typing import Final

SPOKEN: Final = {
    "vi": "tiếng Việt",
    "en": "tiếng Anh",
    "km": "tiếng Khmer",
    "zh": "tiếng Hoa",
}


def language_name(code: str) -> str:
    """The language inside a sentence: "tiếng Anh"; one without a name here by its code."""
    return SPOKEN.get(code, f"tiếng {code}")
