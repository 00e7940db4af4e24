"""Alerts in words: one order, one tone, one way to say who takes care, for every screen."""

from datetime import timedelta

import pytest

from server.protocol.views import AlertRow
from server.words.alerts import (
    NOBODY,
    alert_name,
    alert_sentence,
    alert_tone,
    by_urgency,
    owner_words,
    who_was_told,
)
from tests.support.counter_samples import NOW, office

CLERK = office().clerks[0]
OFFICE = office().model_copy(update={"notify": CLERK.id})


def alert(id_: str, *, level: int = 1, minutes: int = 0, owner: str = "") -> AlertRow:
    """One raised so many minutes ago."""
    return AlertRow(
        id=id_,
        kind="device",
        subject="K1:printer",
        label="",
        level=level,
        amount=1,
        raised_at=NOW - timedelta(minutes=minutes),
        owner=owner,
    )


@pytest.mark.finding("H1")
def test_the_worst_that_nobody_takes_care_of_comes_first() -> None:
    """Then the oldest; what has an owner can wait."""
    owned = alert("owned", level=2, minutes=30, owner=CLERK.id)
    old, new, worst = alert("old", minutes=9), alert("new"), alert("worst", level=2)
    ordered = by_urgency([owned, new, old, worst])
    assert [each.id for each in ordered] == ["worst", "old", "new", "owned"]
    assert [alert_tone(each) for each in ordered] == ["alarm", "caution", "caution", "alarm"]


@pytest.mark.finding("H1")
def test_who_takes_care_is_said_by_name_else_who_was_told_else_that_nobody_does() -> None:
    """The second level tells a person, if the office names one."""
    owned, first, second = alert("a", owner=CLERK.id, level=2), alert("b"), alert("c", level=2)
    assert owner_words(OFFICE, owned) == CLERK.name
    assert (owner_words(OFFICE, first), who_was_told(OFFICE, first)) == (NOBODY, "")
    assert owner_words(OFFICE, second) == f"đã báo {CLERK.name}"
    assert owner_words(office().model_copy(update={"notify": ""}), second) == NOBODY
    assert who_was_told(OFFICE, owned) == ""


def test_a_kind_is_counted_under_a_name_and_told_in_a_sentence() -> None:
    """The report counts kinds, the wall tells each."""
    assert alert_name("device") == "Thiết bị gặp sự cố"
    assert alert_sentence(OFFICE, alert("a")) == "K1: máy in cần kiểm tra"
