"""How a name or a label stands inside a Vietnamese sentence. Pure."""


def capital(text: str) -> str:
    """The sentence with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def glued(label: str) -> str:
    """The label as it stands in a sentence: never torn apart at the end of a line."""
    return label.replace(" ", "\N{NO-BREAK SPACE}")
