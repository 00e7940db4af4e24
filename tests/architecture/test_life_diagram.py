"""The picture of a ticket's life in ARCHITECTURE.md is the one life table."""

import re

import assets
from server.core.lifecycle import diagram


def test_the_diagram_in_the_architecture_page_is_made_from_the_life_table() -> None:
    """After a change of the table: paste ``server.core.lifecycle.diagram()`` there."""
    page = (assets.PROJECT / "ARCHITECTURE.md").read_text("utf-8")
    blocks = re.findall(r"```mermaid\n(stateDiagram.*?)```", page, re.DOTALL)
    assert [block.strip() for block in blocks] == [diagram()]
