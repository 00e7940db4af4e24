"""The recipes name files and tables that are there."""

import re

import pytest

import assets

RECIPES = (assets.PROJECT / "docs/recipes.md").read_text("utf-8")
CODE = re.findall(r"`([^`\s]+)`", RECIPES)
PATHS = sorted({each for each in CODE if re.fullmatch(r"[\w./]+/|[\w./]+/[\w.]+", each)})
NAMES = sorted({each for each in CODE if re.fullmatch(r"_?[A-Z][A-Za-z_]+", each)})


@pytest.mark.parametrize("path", PATHS)
def test_a_file_a_recipe_names_is_there(path: str) -> None:
    """Whoever follows it finds it at the first try."""
    assert (assets.PROJECT / path).exists()


def test_a_table_or_class_a_recipe_names_is_there() -> None:
    """As a whole word in some file of the product."""
    words: set[str] = set()
    for room in ("assets", "server", "kiosk", "counter", "display"):
        for file in (assets.PROJECT / room).rglob("*.py"):
            words |= set(re.findall(r"\w+", file.read_text("utf-8")))
    assert [name for name in NAMES if name not in words] == []


def test_the_recipes_are_read() -> None:
    """An empty list would prove nothing."""
    assert len(PATHS) > 30
    assert "RIGHTS" in NAMES
