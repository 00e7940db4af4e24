"""The catalogue of procedures: facts of the sources, and silence where they are silent."""

import json
import unicodedata
from datetime import date
from pathlib import Path

import pytest

import assets
from server.profile.catalogue import MORE_DOCUMENTS, load_catalogue, shipped_catalogue
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.profile.problem import ProfileError
from server.protocol.office import ProcedureInfo
from tests.support.profile_samples import WARD

FILE = assets.OFFICES / "procedures.json"

# The portal prints "Miễn phí" for these while a note says that the province or a ministry sets the
# fee (domain.md C1, trap 1), or only for filing online.
PLACEHOLDERS = (
    "1.000689", "1.004884", "1.004772", "2.000528", "1.004746", "2.000806", "1.004873", "1.000656",
    "1.005461", "1.001022", "1.004837", "1.004845", "1.004859", "1.013067", "1.013076", "1.013079",
    "1.013978", "1.012796", "1.012817", "1.012812", "1.013967", "1.013962", "1.013949", "1.013225",
    "1.013226", "1.013227", "1.013228", "1.013229", "1.014159", "2.000720", "1.001570", "1.001266",
    "2.000575", "1.005280", "1.001612", "1.010041", "1.010039",
)  # fmt: skip

NO_UNIT = ("1.001193", "1.000894", "1.004873", "1.000656", "2.000720", "1.011606", "2.002226")
CUTOFF = {"1.001193", "1.000656", "2.000635", "2.000528", "1.004859", "1.011441"}


def told() -> dict[str, ProcedureInfo]:
    """The ward's procedures as a kiosk is told of them."""
    info = office_info(load_office(WARD), status_url="", with_procedures=True)
    return {procedure.code: procedure for procedure in info.procedures}


def test_no_placeholder_is_passed_off_as_a_fee() -> None:
    """An undetermined fee is not shown, least of all as "Miễn phí"."""
    procedures = shipped_catalogue().by_code()
    assert [code for code in PLACEHOLDERS if procedures[code].fee is not None] == []


def test_a_bare_number_is_no_time_limit() -> None:
    """The source gives no unit, so the limit is unknown; and so is one the sources dispute."""
    procedures = shipped_catalogue().by_code()
    assert [code for code in NO_UNIT if procedures[code].time_limit is not None] == []
    assert procedures["1.012812"].time_limit is None
    limits = [p.time_limit for p in procedures.values() if p.time_limit]
    assert all("ngày" in limit or "giờ" in limit for limit in limits)
    assert all("nguồn" not in limit for limit in limits)


def test_what_is_not_known_is_nowhere_written_as_a_word() -> None:
    """No "unknown", no empty string, no text that is not composed."""
    text = FILE.read_text("utf-8")
    assert "unknown" not in text
    assert '""' not in text
    assert unicodedata.is_normalized("NFC", text)


def test_fees_by_channel_are_those_at_the_desk() -> None:
    """Registering a residence costs more in person than online; the citizen stands at the kiosk."""
    procedures = told()
    assert procedures["1.004222"].fee == "20.000 đồng; có trường hợp được miễn"
    assert procedures["1.013979"].time_limit == "20 ngày làm việc"
    assert procedures["2.001255"].fee == "Miễn phí"


def test_the_fifteen_oclock_rule_is_kept() -> None:
    """Exactly the six procedures whose text has it (domain.md B1.8)."""
    ruled = {p.code for p in shipped_catalogue().procedures if p.same_day_cutoff == "15:00"}
    assert ruled == CUTOFF


def test_facts_of_suspected_old_texts_are_not_shown() -> None:
    """They stay findable, but citizens are sent to a person."""
    old = [p for p in shipped_catalogue().procedures if p.needs_review]
    assert len(old) == 6
    shown = told()
    for procedure in old:
        info = shown[procedure.code]
        assert (info.documents, info.fee, info.time_limit, info.updated) == ((), None, None, "")
        assert info.keywords


def test_an_incomplete_list_of_papers_says_so() -> None:
    """Its last line sends people to the guide; a complete one has no such line."""
    procedures = told()
    assert procedures["1.013225"].documents[-1] == MORE_DOCUMENTS
    assert MORE_DOCUMENTS not in procedures["1.001193"].documents
    assert procedures["1.001613"].documents == ()


def test_everyday_words_lead_to_procedures() -> None:
    """People ask for a red book or for a birth paper."""
    by_keyword = {
        keyword: {p.code for p in shipped_catalogue().procedures if keyword in p.keywords}
        for keyword in ("sổ đỏ", "giấy khai sinh", "làm căn cước", "sao y", "hộ khẩu")
    }
    assert "1.013978" in by_keyword["sổ đỏ"]
    assert "1.001193" in by_keyword["giấy khai sinh"]
    assert "1.014061" in by_keyword["làm căn cước"]
    assert all(by_keyword.values())


def test_papers_and_labels_fit_a_screen() -> None:
    """Facts were condensed, not copied."""
    for procedure in shipped_catalogue().procedures:
        assert len(procedure.documents) <= 7
        assert all(len(line) <= 150 for line in procedure.documents), procedure.code
        assert procedure.keywords


def test_the_day_of_collection_is_printed_as_a_date() -> None:
    """ISO in the file, dd/mm/yyyy on screens."""
    assert shipped_catalogue().by_code()["1.001193"].updated == date(2026, 7, 20)
    assert told()["1.001193"].updated == "20/07/2026"
    assert told()["1.001776"].updated == ""


def test_a_broken_catalogue_names_all_its_mistakes(tmp_path: Path) -> None:
    """Duplicates, unknown keys and decomposed letters at once."""
    raw = json.loads(FILE.read_text("utf-8"))
    raw["procedures"][1]["code"] = raw["procedures"][0]["code"]
    raw["procedures"][2]["label"] = "Li\u00ean th\u00f4ng ho\u0302\u0323 tich"
    raw["procedures"][3]["price"] = 5
    del raw["procedures"][4]["fee"]
    path = tmp_path / "procedures.json"
    path.write_text(json.dumps(raw), "utf-8")
    with pytest.raises(ProfileError) as refused:
        load_catalogue(path)
    reasons = {(p.key, p.reason.split(":")[0]) for p in refused.value.problems}
    codes = [p["code"] for p in raw["procedures"]]
    assert reasons == {
        (f"procedures[{codes[0]}].code", "stands 2 times"),
        (f"procedures[{codes[2]}].label", "is not NFC"),
        (f"procedures[{codes[3]}].price", "is not a known key"),
        (f"procedures[{codes[4]}].fee", "is missing"),
    }


def test_a_catalogue_that_is_no_json_is_refused(tmp_path: Path) -> None:
    """With its name and a reason."""
    path = tmp_path / "procedures.json"
    path.write_text("{", "utf-8")
    with pytest.raises(ProfileError, match="cannot be read"):
        load_catalogue(path)
