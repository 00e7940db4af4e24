"""Layouts of tickets: which text stands where and how large. Data, from ``assets/ticket``."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, ValidationError

from assets import TICKET
from kiosk.printing.receipt import LONGEST_PAPER, MOST_PAPERS, WIDTHS, TextRole

Dots = Annotated[int, Field(ge=0, le=200)]
SMALLEST: Final = 18
"""With fewer dots Vietnamese diacritics run together."""
TypeSize = Annotated[int, Field(ge=SMALLEST, le=240)]
KINDS: Final = ("text", "say", "rule", "space", "qr")


class LayoutError(ValueError):
    """A layout that cannot be used; the message names the file, every place and its fault."""


class Weight(StrEnum):
    """How heavy letters are."""

    MEDIUM = "medium"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Align(StrEnum):
    """Where lines stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Part(BaseModel):
    """Base of the parts of a layout; an unknown key is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class TextStyle(Part):
    """How a paragraph looks. All lengths in dots.

    ``gap`` is the white above, ``again`` the size of the second language (0: not printed). With
    ``one_line`` the letters shrink, down to half, until the text stands on one line. With ``tight``
    a line is as high as its ink: the line height of very large figures is mostly white.
    """

    size: TypeSize
    weight: Weight = Weight.MEDIUM
    align: Align = Align.LEFT
    gap: Dots = 0
    again: Literal[0] | TypeSize = 0
    one_line: bool = False
    tight: bool = False
    bullet: Annotated[str, Field(max_length=2)] = ""


class TextBlock(TextStyle):
    """One of the ticket's texts. ``most`` lines and ``longest`` characters bound the list of
    papers.
    """

    text: TextRole
    most: Annotated[int, Field(ge=1, le=MOST_PAPERS)] = MOST_PAPERS
    longest: Annotated[int, Field(ge=20, le=LONGEST_PAPER)] = LONGEST_PAPER


class SayBlock(TextStyle):
    """The office's own words, the same on every ticket."""

    say: Annotated[str, Field(min_length=1, max_length=300)]


class RuleBlock(Part):
    """A line across the paper, ``rule`` dots thick; drawn only between two other things."""

    rule: Annotated[int, Field(ge=1, le=12)]
    gap: Dots = 0


class SpaceBlock(Part):
    """White, ``space`` dots high."""

    space: Dots


def _kind(given: Any) -> str | None:
    if isinstance(given, Mapping):
        return next((kind for kind in KINDS if kind in given), None)
    name = type(given).__name__.removesuffix("Block").lower()
    return "qr" if name == "code" else name


Words = Annotated[
    Annotated[TextBlock, Tag("text")] | Annotated[SayBlock, Tag("say")], Discriminator(_kind)
]


class CodeBlock(Part):
    """The QR code, ``qr`` dots a module, with texts ``beside`` it."""

    qr: Annotated[int, Field(ge=3, le=12)]
    align: Align = Align.LEFT
    gap: Dots = 0
    beside: tuple[Words, ...] = ()


Block = Annotated[
    Annotated[TextBlock, Tag("text")]
    | Annotated[SayBlock, Tag("say")]
    | Annotated[RuleBlock, Tag("rule")]
    | Annotated[SpaceBlock, Tag("space")]
    | Annotated[CodeBlock, Tag("qr")],
    Discriminator(_kind),
]


class Layout(Part):
    """A ticket from top to bottom. ``margin`` is white left and right: paper wanders.

    A ticket of more than ``most_bytes`` (0: no limit) lists fewer papers.
    """

    width_dots: int
    margin: Annotated[int, Field(ge=0, le=64)] = 12
    most_bytes: Annotated[int, Field(ge=0)] = 0
    block: tuple[Block, ...]

    def roles(self) -> Iterator[TextBlock]:
        """All texts of the layout, those beside the code as well."""
        for block in self.block:
            inner = block.beside if isinstance(block, CodeBlock) else (block,)
            yield from (each for each in inner if isinstance(each, TextBlock))

    @property
    def papers(self) -> TextBlock | None:
        """The block of the papers to bring; ``None`` when the layout has none."""
        return next((each for each in self.roles() if each.text is TextRole.PAPERS), None)


Layouts = Mapping[int, Layout]
"""A layout for each width of paper, in dots."""


@cache
def shipped_layouts() -> Layouts:
    """The layouts that come with the kiosk, for 80 and 58 mm paper. Raises ``LayoutError`` when one
    is broken.
    """
    return read_layouts(TICKET)


def read_layouts(folder: Path) -> Layouts:
    """All ``layout-*.toml`` in ``folder``; a width without one keeps the shipped layout.

    Raises:
        LayoutError: there is none, two are for one paper, or one cannot be used.

    """
    found: dict[int, Layout] = {}
    for path in sorted(folder.glob("layout-*.toml")):
        layout = read_layout(path)
        if layout.width_dots in found:
            raise LayoutError(f"{path.name}: another file is for {layout.width_dots} dots as well")
        found[layout.width_dots] = layout
    if not found:
        raise LayoutError(f"{folder}: there is no layout-*.toml")
    return found if set(WIDTHS) <= set(found) else {**shipped_layouts(), **found}


def read_layout(path: Path) -> Layout:
    """The layout in ``path``.

    Raises:
        LayoutError: it cannot be read or used.

    """
    try:
        layout = Layout.model_validate(tomllib.loads(path.read_text("utf-8")))
    except ValidationError as error:
        faults = "\n".join(f"{path.name}: {_place(e['loc'])}{_said(e)}" for e in error.errors())
        raise LayoutError(faults) from error
    except (OSError, ValueError) as error:
        raise LayoutError(f"{path.name}: {error}") from error
    faults = "\n".join(f"{path.name}: {fault}" for fault in _faults(layout))
    if faults:
        raise LayoutError(faults)
    return layout


def _faults(layout: Layout) -> Iterator[str]:
    """Faults of the layout as a whole."""
    if layout.width_dots not in WIDTHS:
        yield f"width_dots: must be one of {', '.join(map(str, WIDTHS))}"
    counted = Counter(block.text for block in layout.roles())
    if TextRole.LABEL not in counted:
        yield 'block: a ticket needs a block with text = "label"'
    yield from (f"block: {role} stands {n} times" for role, n in counted.items() if n > 1)
    if sum(isinstance(block, CodeBlock) for block in layout.block) > 1:
        yield "block: there are two codes"


def _place(loc: tuple[int | str, ...]) -> str:
    """``block 3, size: `` from pydantic's path, blocks counted from 1."""
    words: list[str] = []
    for before, step in zip((None, *loc), loc, strict=False):
        if isinstance(step, int):
            words[-1] += f" {step + 1}"
        elif not isinstance(before, int):  # behind a number stands the kind of block
            words.append(step)
    return f"{', '.join(words)}: " if words else ""


def _said(error: Any) -> str:
    kind = error["type"]
    if kind == "union_tag_not_found":
        return f"must have one of {', '.join(KINDS)}"
    if kind == "union_tag_invalid":
        return f"{error['ctx']['tag']} cannot stand here"
    if kind == "extra_forbidden":
        return "is not known here"
    return str(error["msg"])
