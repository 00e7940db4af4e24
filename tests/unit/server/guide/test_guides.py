"""The printed guides: one sheet for each role, and nothing in them that the office does not say."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

import assets
from counter.presenter.keys import BY_ID
from server.guide.clerk import KEYS
from server.guide.guides import guide
from server.guide.page import GuideRole
from server.guide.pdf import DoesNotFitOnAPage, write_pdf
from server.profile.load import load_office
from server.profile.model import OfficeProfile, Staff
from tests.support.server_process import denluot

OFFICES = sorted(assets.OFFICES.glob("*.toml"))
MONDAY = date(2026, 11, 23)


def an_office(file: Path = OFFICES[0], *, pins: bool = True) -> OfficeProfile:
    """A shipped office, with PINs or without."""
    return load_office(file).model_copy(update={"staff": Staff(pins=pins)})


def printed(profile: OfficeProfile, role: GuideRole, file: Path) -> str:
    """Write the guide and read the sheet's words; it must be one sheet with nothing at its rim."""
    write_pdf(guide(profile, role), file, MONDAY)
    document = pypdfium2.PdfDocument(file)
    try:
        assert len(document) == 1
        picture = document[0].render(scale=1.0, grayscale=True).to_numpy()
        for rim in (picture[:20], picture[-20:], picture[:, :30], picture[:, -30:]):
            assert rim.min() == 255
        words = str(document[0].get_textpage().get_text_range())
    finally:
        document.close()
    return " ".join(words.replace("\xa0", " ").split())


@pytest.mark.slow
@pytest.mark.parametrize("pins", [True, False])
@pytest.mark.parametrize("role", list(GuideRole))
@pytest.mark.parametrize("file", OFFICES, ids=lambda file: file.stem)
def test_every_role_of_every_office_has_one_sheet(
    tmp_path: Path, file: Path, role: GuideRole, pins: bool
) -> None:
    """With the office's name, its telephone and the day of printing."""
    profile = an_office(file, pins=pins)
    words = printed(profile, role, tmp_path / "guide.pdf")
    for said in (profile.office.name, profile.office.hotline, "in ngày 23/11/2026"):
        assert said in words
    assert ("mã PIN" in words) is pins
    assert "!" not in words
    assert "khách hàng" not in words


def test_the_clerks_sheet_names_the_offices_own_reasons_and_sentences(tmp_path: Path) -> None:
    """Every choice of F4, F5, F6 and F8, the difficulties, and the courtesy pack."""
    profile = an_office()
    words = printed(profile, GuideRole.CLERK, tmp_path / "guide.pdf")
    for choices in (
        *(profile.outcomes, profile.hold_reasons, profile.transfer_reasons),
        *(profile.pause_reasons, profile.tags),
    ):
        assert [choice.name for choice in choices if choice.name not in words] == []
    pack = profile.courtesy
    for said in (pack.name, pack.greeting, pack.permission, pack.apology, pack.listening):
        assert said in words
    assert f"trong {profile.limits.undo_s} giây" in words


def test_the_keys_are_those_of_the_counter_app() -> None:
    """Same key, same name, none missing."""
    of_app = {action.key: action.name for action in BY_ID.values() if action.key}
    of_app["F8"] = "Tạm dừng"  # the same key goes on again
    assert {line.key: line.name for line in KEYS} == of_app


def test_an_office_without_undo_is_not_told_of_it() -> None:
    """A key that does nothing is no key."""
    profile = an_office()
    without = profile.limits.model_copy(update={"undo_s": 0})
    keys = guide(profile.model_copy(update={"limits": without}), GuideRole.CLERK).keys
    assert [line.key for line in keys] == [f"F{number}" for number in range(1, 9)]


@pytest.mark.slow
def test_what_cannot_be_read_is_not_printed(tmp_path: Path) -> None:
    """An office with a hundred reasons is told so, and no sheet is written."""
    profile = an_office()
    many = tuple(profile.outcomes[0] for _ in range(400))
    file = tmp_path / "guide.pdf"
    with pytest.raises(DoesNotFitOnAPage):
        write_pdf(
            guide(profile.model_copy(update={"outcomes": many}), GuideRole.CLERK), file, MONDAY
        )
    assert not file.exists()


@pytest.mark.slow
def test_the_command_writes_the_sheet(tmp_path: Path) -> None:
    """Its path is printed; a file that is no office is refused with its mistakes."""
    file = tmp_path / "guide.pdf"
    said = denluot("guide", "--role", "helper", "--office", str(OFFICES[0]), "--out", str(file))
    assert (said.returncode, said.stdout.strip()) == (0, str(file))
    assert file.read_bytes().startswith(b"%PDF")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("format = 1")
    said = denluot("guide", "--role", "clerk", "--office", str(wrong), "--out", str(file))
    assert said.returncode == 2
    assert "office" in said.stderr
