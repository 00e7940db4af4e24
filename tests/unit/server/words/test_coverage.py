"""A language is offered at the kiosk only if a visit can be made in it."""

from dataclasses import replace
from pathlib import Path

import pytest

import assets
from assets.languages.language import languages
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.protocol.office import OfficeInfo
from server.words.coverage import ENOUGH_PERCENT, Coverage, coverage, left_out, offered

WARD = assets.OFFICES / "ward-hoa-binh.toml"
OLD = assets.PROJECT / "tests/golden/office-0.1.0.toml"


def told(path: Path = WARD, *wanted: str) -> OfficeInfo:
    """The office as its kiosks are told of it, wanting these languages."""
    office = office_info(load_office(path), status_url="", with_procedures=True)
    kiosk = office.kiosk.model_copy(update={"languages": ("vi", *wanted)})
    return office.model_copy(update={"kiosk": kiosk})


@pytest.mark.parametrize(("missing", "percent"), [(0, 100), (5, 95), (6, 94), (100, 0)])
def test_ninety_five_texts_of_a_hundred_are_enough(missing: int, percent: int) -> None:
    """Rounded down: nothing below the limit passes for it."""
    found = Coverage(100, ("x",) * missing)
    assert found.percent == percent
    assert found.is_enough is (percent >= ENOUGH_PERCENT)
    assert not Coverage(1000, ("x",) * 51).is_enough


@pytest.mark.parametrize("office", ["ward-hoa-binh", "province-song-lam"])
def test_english_says_everything_a_visit_shows(office: str) -> None:
    """Interface, ticket, names, papers and fees of both demo offices."""
    assert coverage(languages()["en"], told(assets.OFFICES / f"{office}.toml")).missing == ()


@pytest.mark.finding("H3-language")
def test_a_language_that_says_too_little_is_left_out_and_the_line_says_what_is_missing() -> None:
    """Khmer is begun and not whole; a code without a folder or a catalogue is named as such."""
    office = told(WARD, "en", "km", "rad", "xx")
    assert offered(office) == ("vi", "en")
    khmer, rhade, unknown = left_out(office)
    found = coverage(languages()["km"], office)
    assert found.percent < ENOUGH_PERCENT
    assert f"{found.percent} % of the {found.met} texts" in khmer
    assert all(text in khmer for text in found.missing[:3])
    assert rhade == "rad (Êđê): its screens are not translated"
    assert unknown.startswith("xx: there is no such language")


def test_each_kind_of_text_on_the_way_counts() -> None:
    """Without its ticket, or with a paper of the frequent procedures said in Vietnamese only."""
    office, english = told(WARD, "en"), languages()["en"]
    all_met = coverage(english, office).met
    wordless = coverage(replace(english, ticket={}), office)
    assert wordless.met == all_met
    assert languages()["vi"].ticket["scan"] in wordless.missing
    texts = {text: other for text, other in office.texts["en"].items() if text != "Miễn phí"}
    short = office.model_copy(update={"texts": {"en": texts}})
    assert coverage(english, short).missing == ("Miễn phí",)
    nameless = [each.model_copy(update={"names": {}, "name_en": ""}) for each in office.services]
    assert (
        "Trả kết quả"
        in coverage(english, office.model_copy(update={"services": tuple(nameless)})).missing
    )


def test_an_office_of_the_first_release_still_offers_english() -> None:
    """What it says in ``name_en`` is enough, with the catalogue that comes with the program."""
    assert offered(told(OLD, "en")) == ("vi", "en")
