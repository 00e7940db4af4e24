"""What an office file may say of a day's order, hours and people, and what the core gets of it."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.core.calendar import is_after_cutoff, kiosk_is_open, special_day, stretches
from server.core.rules import (
    DayException,
    Discipline,
    DisciplineKind,
    Limits,
    OpeningPeriod,
    PriorityRule,
    Rules,
    SkillRule,
)
from server.profile.hours import hours_in_words
from server.profile.load import load_office, load_office_text, rules
from server.profile.office_info import office_info
from tests.support.profile_samples import PROVINCE, WARD

OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def changed(*pairs: tuple[str, str]) -> Rules:
    """The ward's rules with some words of its file replaced."""
    text = WARD.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return rules(load_office_text(text, "ward"))


def local(text: str) -> datetime:
    """A moment of the office's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def test_a_file_that_says_nothing_of_them_has_the_cores_own_defaults() -> None:
    """Every key of the second round is optional."""
    text = WARD.read_text("utf-8")
    for header in ("[discipline]", "[limits]", "[[special_days]]"):
        begin = text.index(header)
        text = text[:begin] + text[text.index("\n\n", begin) + 2 :]
    begin, end = text.index("[[call_reasons]]"), text.index("[phrases]")
    lines = (text[:begin] + text[end:]).splitlines()
    bare = [x for x in lines if not x.startswith(("cutoff", "rank", "rate_percent"))]
    core = rules(load_office_text("\n".join(bare), "bare"))
    assert (core.discipline, core.limits) == (Discipline(), Limits())
    assert (core.call_reasons, core.special_days, core.exceptions, core.skills) == ((), (), (), ())
    assert core.priorities[0] == PriorityRule("P1", 2700)
    assert (core.refuses_beyond_closing, core.day_turns_min) == (True, 0)
    assert all(s.cutoff_min is None and s.daily_capacity == 0 for s in core.services)


def test_the_chosen_discipline_reaches_the_core() -> None:
    """ChangeKind, turns, preference, and the figures of the priorities."""
    core = changed(
        ('kind = "credit"', 'kind = "ratio"\npriority_turns = 2\nordinary_turns = 3'),
        ("preferred_first = false", "preferred_first = true"),
    )
    assert core.discipline == Discipline(DisciplineKind.RATIO, True, 2, 3)
    assert core.priority_by_code["P1"] == PriorityRule("P1", 2700, rank=2, rate_percent=300)


@pytest.mark.parametrize("kind", list(DisciplineKind))
def test_every_rule_of_the_core_can_be_chosen(kind: DisciplineKind) -> None:
    """The file knows all five by the core's own names."""
    assert changed(('kind = "credit"', f'kind = "{kind}"')).discipline.kind is kind


def test_limits_are_minutes_in_the_file_and_seconds_in_the_core() -> None:
    """But for the undo, which is seconds in both."""
    core = changed(
        ("no_show_grace_min = 30", "no_show_grace_min = 20"),
        ("undo_s = 60", "undo_s = 45"),
        ("appointment_early_min = 30", "appointment_early_min = 10"),
        ("offline_skew_min = 10", "offline_skew_min = 2"),
    )
    assert core.limits == Limits(
        no_show_grace_s=1200, undo_s=45, appointment_early_s=600, offline_skew_s=120
    )


def test_the_police_desk_gives_numbers_on_saturday_morning_and_nobody_else_does() -> None:
    """A service's own hours count (domain.md C1)."""
    core, saturday = rules(load_office(WARD)), local("2026-11-28T08:00")
    assert kiosk_is_open(core, saturday, "cong_an")
    assert not kiosk_is_open(core, saturday, "chung_thuc")
    assert not kiosk_is_open(core, local("2026-11-28T11:30"), "cong_an")


def test_a_fields_hours_are_those_of_its_services_that_have_none() -> None:
    """The service's own come first, then the field's, then the office's."""
    tuesday = '[[fields.sessions]]\ndays = ["tue"]\nopens = "08:00"\ncloses = "10:00"'
    land = 'names = { en = "Land, farming, environment" }'
    police = 'names = { en = "Police: residence, identity" }'
    core = changed(
        *((f"{english}\n", f"{english}\n\n{tuesday}\n") for english in (land, police)),
    )
    assert core.service_by_id["dat_dai_ubnd"].sessions == (OpeningPeriod(1, 480, 600),)
    assert len(core.service_by_id["cong_an"].sessions) == 11
    assert core.service_by_id["thue"].sessions == ()


def test_births_after_three_are_answered_the_next_working_day() -> None:
    """The 15:00 rule stands where the procedures have it (domain.md B1.8)."""
    core = rules(load_office(WARD))
    assert is_after_cutoff(core, "khai_sinh", local("2026-11-23T15:00"))
    assert not is_after_cutoff(core, "khai_sinh", local("2026-11-23T14:59"))
    assert not is_after_cutoff(core, "chung_thuc", local("2026-11-23T16:00"))


def test_a_daily_capacity_is_the_services_own() -> None:
    """0, the default, is no limit."""
    core = changed(("usual_min = 8.0", "usual_min = 8.0\ndaily_capacity = 40"))
    assert core.service_by_id["thue"].daily_capacity == 40
    assert core.service_by_id["chung_thuc"].daily_capacity == 0


def test_a_holiday_has_no_hours_and_overtime_has_its_own() -> None:
    """An exception holds for every service of its date, whatever the weekday says."""
    holiday = '[[exceptions]]\ndate = "2027-01-01"\nname = "Tết Dương lịch"\n\n'
    overtime = (
        '[[exceptions]]\ndate = "2026-12-05"\nname = "Làm thêm giờ"\n'
        'sessions = [{ opens = "07:30", closes = "11:30" }]\n\n'
    )
    core = changed(("[[special_days]]", holiday + overtime + "[[special_days]]"))
    assert core.exceptions == (
        DayException("2027-01-01", "Tết Dương lịch"),
        DayException("2026-12-05", "Làm thêm giờ", (OpeningPeriod(5, 450, 690),)),
    )
    assert not kiosk_is_open(core, local("2027-01-01T08:00"), "cong_an")
    assert kiosk_is_open(core, local("2026-12-05T08:00"), "chung_thuc")


def test_friday_has_a_name_services_and_locked_reasons_on_both_sides() -> None:
    """Ngày thứ 6 nhanh (S0-01, S0-02): the core decides by it, clients can say it."""
    profile = load_office(WARD)
    found = special_day(rules(profile), local("2026-11-27T09:00"))
    assert found is not None
    assert (found.name, found.locked_reasons) == ("Ngày thứ 6 nhanh", ("hop", "di_co_so"))
    assert special_day(rules(profile), local("2026-11-26T09:00")) is None
    (told,) = office_info(profile, status_url="", with_procedures=False).special_days
    assert (told.weekday, told.name, told.services) == (4, found.name, found.services)
    assert told.locked_pause_reasons == found.locked_reasons


def test_an_office_may_work_over_midnight() -> None:
    """``"26:00"`` is two in the morning, before the business day turns."""
    core = changed(
        ("kiosk_lead_min = 30", 'kiosk_lead_min = 30\nday_turns = "03:00"'),
        ('closes = "17:00"', 'closes = "26:00"'),
    )
    assert core.day_turns_min == 180
    last = stretches(core, "2026-11-23")[-1]
    assert last.closes_at == local("2026-11-24T02:00")
    assert kiosk_is_open(core, local("2026-11-24T01:30"))


def test_midnight_work_reads_as_the_hour_it_is() -> None:
    """Nobody hangs 26:00 on a door."""
    text = WARD.read_text("utf-8").replace('closes = "17:00"', 'closes = "26:00"', 1)
    text = text.replace("kiosk_lead_min = 30", 'kiosk_lead_min = 30\nday_turns = "03:00"')
    assert hours_in_words(load_office_text(text, "night"))[0].endswith("13:30–02:00")


def test_beyond_closing_can_be_said_instead_of_refused() -> None:
    """The office chooses."""
    lead = "kiosk_lead_min = 30"
    core = changed((lead, f'{lead}\nbeyond_closing = "warn"'))
    assert not core.refuses_beyond_closing


def test_clerks_have_skills_and_languages_only_where_the_file_says_so() -> None:
    """Everybody else can do all of the desk, in Vietnamese."""
    title = 'title = "Cán bộ thuế"'
    core = changed((title, f'{title}\nskills = ["thue"]\nlanguages = ["vi", "km"]'))
    assert core.skills == (SkillRule("cb03", ("thue",), ("vi", "km")),)
    assert core.skill_by_clerk["cb04"] == SkillRule("cb04")


@pytest.mark.parametrize("file", [WARD, PROVINCE], ids=lambda path: path.stem)
def test_both_offices_have_a_supervisor_and_reasons_to_call_out_of_order(file: Path) -> None:
    """And clients are told the same as the core."""
    profile = load_office(file)
    core, told = rules(profile), office_info(profile, status_url="", with_procedures=False)
    assert core.supervisors
    assert told.supervisors == core.supervisors
    assert core.call_reasons
    assert tuple(reason.code for reason in told.call_reasons) == core.call_reasons
    assert told.discipline == core.discipline.kind


def test_clients_are_told_whether_one_signs_in_and_who_helps_at_the_kiosks() -> None:
    """Both demo offices ask for PINs; a file that says nothing of it does not."""
    for file in (WARD, PROVINCE):
        profile = load_office(file)
        info = office_info(profile, status_url="", with_procedures=False)
        assert info.has_pins
        assert set(info.helpers) == {each.id for each in profile.clerks if each.role == "helper"}
        assert not set(info.helpers) & set(info.supervisors)
    silent = WARD.read_text("utf-8").replace("[staff]\npins = true\n", "", 1)
    assert not load_office_text(silent, "silent").staff.pins
