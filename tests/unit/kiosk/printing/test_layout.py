from pathlib import Path

import pytest

from assets import TICKET
from assets.languages.language import languages
from kiosk.printing.layout import (
    KINDS,
    CodeBlock,
    LayoutError,
    read_layout,
    read_layouts,
    shipped_layouts,
)
from kiosk.printing.raster import compose, draw
from kiosk.printing.receipt import WIDTHS, TextRole
from kiosk.printing.ticket_texts import OWN, wording
from tests.support.receipts import USUAL, usual

LABEL = '{ text = "label", size = 120 }'


def written(folder: Path, blocks: str, head: str = "width_dots = 576") -> Path:
    """A layout file of these blocks."""
    path = folder / "layout-own.toml"
    path.write_text(f"{head}\nblock = [{blocks}]\n", "utf-8")
    return path


def test_there_is_a_layout_for_each_paper() -> None:
    """80 and 58 mm, each with everything a ticket says but the unit above the office."""
    layouts = shipped_layouts()
    assert set(layouts) == set(WIDTHS)
    for width_dots, layout in layouts.items():
        assert layout.width_dots == width_dots
        assert {block.text for block in layout.roles()} == set(TextRole) - {TextRole.UNIT}
        assert any(isinstance(block, CodeBlock) for block in layout.block)


def test_the_file_explains_every_word_it_may_use() -> None:
    """Who changes a layout reads what there is at its head."""
    head = (TICKET / "layout-80.toml").read_text("utf-8").partition("width_dots =")[0]
    assert [word for word in (*TextRole, *KINDS) if word not in head] == []


def test_blocks_may_be_put_in_another_order_or_left_out(tmp_path: Path) -> None:
    """Without a line of code: the hotline on top, the label under it, and nothing else."""
    top = '{ text = "hotline", size = 30 }, { rule = 3, gap = 9 }'
    path = written(tmp_path, top + ', { text = "label", size = 120, gap = 15 }')
    page = compose(USUAL, read_layout(path), 5)
    hotline, rule, label = page.pieces
    assert hotline.box[1] < rule.box[1] < label.box[1]
    assert rule.box[3] - rule.box[1] == 3
    assert rule.box[1] - hotline.box[3] == 9
    assert label.box[1] - rule.box[3] == 15


def test_a_rule_with_nothing_above_it_is_not_drawn(tmp_path: Path) -> None:
    """Neither one that the file puts on top, nor one whose neighbours are not on this ticket."""
    blocks = "{ rule = 2 }, " + LABEL + ', { rule = 2 }, { text = "offline", size = 30 }'
    assert len(compose(USUAL, read_layout(written(tmp_path, blocks)), 5).pieces) == 1


def test_an_office_may_say_words_of_its_own(tmp_path: Path) -> None:
    """The same on every ticket, as large as it likes."""
    more = LABEL + ', { space = 40 }, { say = "Giữ phiếu đến khi xong việc", size = 30 }'
    plain, own = (compose(USUAL, read_layout(written(tmp_path, b)), 5) for b in (LABEL, more))
    assert own.height - plain.height >= 40 + 30
    assert len(own.pieces) == len(plain.pieces) + 1


def test_a_layout_without_papers_says_nothing_of_papers(tmp_path: Path) -> None:
    """Neither the heading nor how many more there are."""
    blocks = LABEL + ', { text = "prepare", size = 24 }, { text = "more", size = 24 }'
    assert len(compose(USUAL, read_layout(written(tmp_path, blocks)), 5).pieces) == 1


def test_a_folder_of_ones_own_replaces_what_it_holds(tmp_path: Path) -> None:
    """The other width stays as shipped."""
    written(tmp_path, LABEL)
    layouts = read_layouts(tmp_path)
    assert layouts[384] == shipped_layouts()[384]
    assert draw(USUAL, layouts).height < 200
    small = usual(width_dots=384)
    assert draw(small, layouts).tobytes() == draw(small).tobytes()


@pytest.mark.parametrize(
    ("blocks", "fault"),
    [
        ('{ text = "labell", size = 30 }', "block 1, text: Input should be 'unit'"),
        (LABEL + ', { text = "slogan", size = 10 }', "block 2, size: Input should be greater"),
        (LABEL + ', { text = "slogan", sise = 30, size = 30 }', "block 2, sise: is not known here"),
        (LABEL + ", { size = 30 }", "block 2: must have one of text, say, rule, space, qr"),
        (
            LABEL + ", { qr = 6, beside = [{ rule = 2 }] }",
            "block 2, beside 1: rule cannot stand here",
        ),
        (LABEL + ", { qr = 6 }, { qr = 5 }", "block: there are two codes"),
        (LABEL + ", " + LABEL, "block: label stands 2 times"),
        ('{ text = "slogan", size = 30 }', 'a ticket needs a block with text = "label"'),
        ("{ rule = ", "layout-own.toml: "),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, blocks: str, fault: str) -> None:
    """File, block and key, as somebody who edits the file counts them."""
    with pytest.raises(LayoutError) as told:
        read_layout(written(tmp_path, blocks))
    assert str(told.value).startswith("layout-own.toml: ")
    assert fault in str(told.value)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    """Nobody wants to try again for each."""
    blocks = '{ text = "label", size = 4 }, { text = "slogan", size = 30, align = "middle" }'
    with pytest.raises(LayoutError) as told:
        read_layout(written(tmp_path, blocks))
    assert "block 1, size" in str(told.value)
    assert "block 2, align" in str(told.value)


@pytest.mark.parametrize("head", ["width_dots = 500", "width_dots = 576\nmargin = 99", ""])
def test_paper_of_another_kind_is_refused(tmp_path: Path, head: str) -> None:
    """Only 80 and 58 mm, with a margin the paper has."""
    with pytest.raises(LayoutError, match=r"width_dots|margin"):
        read_layout(written(tmp_path, LABEL, head))


def test_folders_of_nothing_or_of_too_much_are_refused(tmp_path: Path) -> None:
    """No layout, or two for one paper."""
    with pytest.raises(LayoutError, match="no layout"):
        read_layouts(tmp_path)
    written(tmp_path, LABEL)
    (tmp_path / "layout-x.toml").write_text(f"width_dots = 576\nblock = [{LABEL}]", "utf-8")
    with pytest.raises(LayoutError, match="another file is for 576 dots"):
        read_layouts(tmp_path)


def test_every_language_has_every_word() -> None:
    """A ticket is whole in every language it has words in; others have none."""
    own = wording(OWN)
    assert own is not None
    spoken = [code for code in languages() if wording(code) is not None]
    assert spoken == ["vi", "en", "km"]
    for code in spoken:
        assert (wording(code) or {}).keys() == own.keys()
    assert wording("fr") is None
    assert wording("../vi") is None
