"""From the office file to the core's rules and to what clients are told."""

import re
import unicodedata
from pathlib import Path

import pytest

from server.core.rules import OpeningPeriod
from server.profile.hours import hours_in_words
from server.profile.load import ProfileError, load_office, rules
from server.profile.model import OfficeProfile
from server.profile.office_info import office_info
from server.protocol.office import OfficeInfo
from tests.support.profile_samples import PROVINCE, WARD, Plant, planted

both = pytest.mark.parametrize("file", [WARD, PROVINCE], ids=lambda path: path.stem)


def told(profile: OfficeProfile, *, with_procedures: bool = True) -> OfficeInfo:
    """What a kiosk is told."""
    return office_info(profile, status_url="http://office/t/", with_procedures=with_procedures)


@both
def test_a_profile_survives_the_way_through_json(file: Path) -> None:
    """Nothing is lost or changed on the way out and back."""
    profile = load_office(file)
    assert OfficeProfile.model_validate_json(profile.model_dump_json(), strict=True) == profile


@both
def test_what_clients_are_told_agrees_with_the_cores_rules(file: Path) -> None:
    """Ids, prefixes, counters and codes are the same on both sides."""
    profile = load_office(file)
    info, core = told(profile), rules(profile)
    assert [(s.id, s.prefix) for s in info.services] == [(s.id, s.prefix) for s in core.services]
    assert [(c.id, c.services) for c in info.counters] == [
        (c.id, c.services) for c in core.counters
    ]
    assert [p.code for p in info.priorities] == [p.code for p in core.priorities]
    assert tuple(clerk.id for clerk in info.clerks) == core.clerks
    for words, codes in (
        (info.pause_reasons, core.pause_reasons),
        (info.transfer_reasons, core.transfer_reasons),
        (info.hold_reasons, core.hold_reasons),
        (info.outcomes, core.outcomes),
    ):
        assert tuple(word.code for word in words) == codes
    for service in info.services:
        assert service.counters == tuple(c.id for c in core.counters if service.id in c.services)
    assert (info.zone, info.recall_limit) == (core.zone, core.recall_limit)


@both
def test_every_label_fits_its_width_and_every_credit_its_cap(file: Path) -> None:
    """What the core takes for granted."""
    core = rules(load_office(file))
    assert all(len(str(service.last_number)) <= service.width for service in core.services)
    assert all(0 <= priority.credit_s <= core.cap_s for priority in core.priorities)
    assert len({service.prefix for service in core.services}) == len(core.services)


@both
def test_everything_clients_are_told_is_composed_and_polite(file: Path) -> None:
    """NFC everywhere, no exclamation mark, no "khách hàng", no "unknown"."""
    text = told(load_office(file)).model_dump_json()
    assert unicodedata.is_normalized("NFC", text)
    assert "khách hàng" not in text.casefold()
    assert "!" not in text
    assert "unknown" not in text


def test_the_ward_is_the_office_of_the_domain_description() -> None:
    """Thirteen desks, the agreed prefixes, hotline, waiting targets (domain.md C1)."""
    profile = load_office(WARD)
    info = told(profile)
    assert [c.number for c in info.counters] == list(range(13))
    assert {s.id: s.prefix for s in info.services} == {
        "huong_dan": "H", "thue": "1", "dat_dai_vpdk": "2", "dat_dai_ubnd": "3", "xay_dung": "4",
        "van_xa": "5", "chung_thuc": "6", "bao_tro": "7", "ket_hon": "8", "khai_sinh": "9",
        "kinh_doanh": "0", "cong_an": "A", "tra_ket_qua": "Q",
    }  # fmt: skip
    desks = {c.number: (c.services, c.clip) for c in info.counters}
    assert desks[0] == (("huong_dan",), "desk_guide")
    assert desks[8] == (("ket_hon", "khai_sinh"), "desk_8")
    assert desks[9] == (("khai_sinh", "ket_hon"), "desk_9")
    assert desks[12] == (("tra_ket_qua",), "desk_result")
    assert (info.promise_min, info.alert_min) == (15, 30)
    assert len(info.clerks) >= 16
    assert [clerk.role for clerk in profile.clerks].count("supervisor") == 1
    assert len(info.frequent) == 12


def test_every_ward_procedure_has_a_service() -> None:
    """All 116 collected procedures can be asked for at the ward."""
    codes = [procedure.code for procedure in told(load_office(WARD)).procedures]
    assert len(codes) == len(set(codes)) == 118
    groups = {"local.cu_tru", "local.can_cuoc"}
    assert len(set(codes) - groups) == 116


def test_the_province_has_its_departments_and_desks() -> None:
    """24 counters with guidance and results beside them, 14 departments (domain.md C2)."""
    info = told(load_office(PROVINCE))
    assert [c.number for c in info.counters] == list(range(26))
    departments = [s for s in info.services if re.fullmatch(r"\d\d", s.prefix)]
    assert [s.prefix for s in departments] == [f"{n:02d}" for n in range(1, 15)]
    assert len(info.procedures) == 21


def test_priorities_out_of_force_are_told_to_nobody() -> None:
    """P5 and P6 are local options, off by default (domain.md C4)."""
    profile = load_office(WARD)
    assert [p.code for p in profile.priorities if not p.enabled] == ["P5", "P6"]
    assert [p.code for p in told(profile).priorities] == ["P1", "P2", "P3", "P4"]


def test_the_catalogue_is_sent_only_where_it_is_wanted() -> None:
    """Displays are spared it."""
    profile = load_office(WARD)
    assert told(profile, with_procedures=False).procedures == ()
    assert told(profile, with_procedures=False).services == told(profile).services


def test_the_office_opens_in_its_two_sessions() -> None:
    """07:30–11:30 and 13:30–17:00, kiosk half an hour earlier; minutes of the local day."""
    core = rules(load_office(WARD))
    assert core.sessions[:2] == (OpeningPeriod(0, 450, 690), OpeningPeriod(0, 810, 1020))
    assert {session.weekday for session in core.sessions} == {0, 1, 2, 3, 4}
    assert core.kiosk_lead_min == 30


def test_hours_read_as_they_hang_on_the_door() -> None:
    """The office's days in one line, a service's own day in another."""
    assert hours_in_words(load_office(WARD)) == (
        "Thứ Hai đến thứ Sáu: 07:30–11:30 và 13:30–17:00",
        "Thứ Bảy: 07:30–11:30 (chỉ Công an: cư trú, căn cước, định danh)",
    )


def test_days_apart_are_listed_one_by_one(tmp_path: Path) -> None:
    """Different hours make different lines; two days in a row are no range."""
    plant = Plant(
        "", 'days = ["mon", "tue", "wed", "thu", "fri"]\nopens = "13:30"',
        'days = ["mon", "wed", "thu"]\nopens = "13:30"', "", "",
    )  # fmt: skip
    shorter = planted(tmp_path, plant)
    text = shorter.read_text("utf-8")
    shorter.write_text(
        re.sub(
            r"arrivals = \[.*?\n\]",
            'arrivals = [\n  { opens = "07:30", closes = "11:30", share = 1.0 },\n]',
            text,
            flags=re.DOTALL,
        ),
        "utf-8",
    )
    assert hours_in_words(load_office(shorter))[:2] == (
        "Thứ Hai, thứ Tư, thứ Năm: 07:30–11:30 và 13:30–17:00",
        "Thứ Ba, thứ Sáu: 07:30–11:30",
    )


def test_an_office_with_errors_is_refused_with_all_of_them(tmp_path: Path) -> None:
    """The exception carries the problems and reads as the report."""
    path = planted(
        tmp_path,
        Plant("", 'prefix = "3"', 'prefix = "2"', "", ""),
        Plant("", '"2.000815", #', '"2.999815", #', "", ""),
    )
    with pytest.raises(ProfileError, match="frequent") as refused:
        load_office(path)
    assert [p.key for p in refused.value.problems] == [
        "frequent[0]",
        "services[dat_dai_ubnd].prefix",
    ]


def test_an_office_with_warnings_opens(tmp_path: Path) -> None:
    """A warning is advice."""
    path = planted(tmp_path, Plant("", 'prefix = "5"', 'prefix = "K"', "", ""))
    assert rules(load_office(path)).service_by_id["van_xa"].prefix == "K"


def test_the_courtesy_pack_reaches_the_clerks() -> None:
    """As phrases of their own (domain.md C3, clerk prompts)."""
    phrases = told(load_office(WARD)).phrases
    assert phrases["courtesy_greeting"] == "Xin chào ông/bà, tôi có thể giúp gì?"
    assert phrases["call"].format(label="8 027", counter="quầy 9") == "Kính mời số 8 027 đến quầy 9"


def test_an_office_adds_its_own_words_to_those_of_the_catalogue(tmp_path: Path) -> None:
    """The kiosk's search is told both, the office's first, for procedures and for services."""
    path = planted(
        tmp_path,
        Plant(
            "own words", "[keywords]", '[keywords]\n"2.000815" = ["phô tô có dấu", "sao y"]', "", ""
        ),
    )
    info = office_info(load_office(path), status_url="", with_procedures=True)
    copy = next(one for one in info.procedures if one.code == "2.000815")
    assert copy.keywords[:2] == ("phô tô có dấu", "sao y")
    assert "công chứng" in copy.keywords
    assert copy.keywords.count("sao y") == 1
    results = next(one for one in info.services if one.id == "tra_ket_qua")
    assert "nhận kết quả" in results.keywords
