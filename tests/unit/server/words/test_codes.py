"""Every code of the wire that a person may meet has its words, and no words lack their code."""

import ast
from collections.abc import Collection
from pathlib import Path
from typing import get_args

import pytest

from assets import PROJECT
from assets.voicebank.loudspeaker import Fault
from kiosk.maintenance.health import disk_status
from kiosk.printing.port import PrinterStatus
from server.codes import ErrorCode
from server.core import alerts
from server.core import events as e
from server.core.explain import CODES
from server.protocol.commands import PaperOutcome, ReportDevice
from server.protocol.messages import Role
from server.simulator.rest_of_day import ASSIGN, MOVE, OPEN
from server.store.serialise import KINDS
from server.wire import snake
from server.words.advice import DEEDS
from server.words.alerts import ALERTS, OUTCOMES, alert_name, outcome_name
from server.words.devices import FAULTS, PARTS, ROLES, fault_alone, fault_name, part_name
from server.words.papers import PAPERS, paper_name
from server.words.refusals import SENTENCES, refusal_fact, refusal_sentence
from server.words.story import CANCELLED, STEPS
from server.words.why import REASONS

OF_THE_KIOSK = {"offset", "broken", "disk", "clock", "refused"}
"""Faults of its clock, its spool and its numbers without the server (kiosk/offline)."""


def cancelled_by_the_server() -> set[str]:
    """The reasons the core itself writes into ``TicketCancelled``; a clerk's are the office's."""
    return {
        call.args[2].value
        for path in sorted((PROJECT / "server/core").glob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "e.TicketCancelled"
        and isinstance(call.args[2], ast.Constant)
        and isinstance(call.args[2].value, str)
    }


@pytest.mark.finding("H1")
@pytest.mark.parametrize(
    ("codes", "words"),
    [
        pytest.param(set(ErrorCode), SENTENCES, id="refusals"),
        pytest.param(set(alerts.KINDS), ALERTS, id="kinds of alerts"),
        pytest.param({*alerts.OUTCOMES, alerts.OVER}, OUTCOMES, id="how an alert ends"),
        pytest.param(set(CODES), REASONS, id="reasons of a call"),
        pytest.param(
            {snake(name) for name, kind in KINDS.items() if issubclass(kind, e.TicketEvent)},
            STEPS,
            id="events of a ticket",
        ),
        pytest.param(cancelled_by_the_server(), CANCELLED, id="ends of a ticket by the server"),
        pytest.param({OPEN, ASSIGN, MOVE}, DEEDS, id="advised actions"),
        pytest.param(set(PaperOutcome), PAPERS, id="outcomes of printing"),
        pytest.param(
            set(get_args(ReportDevice.model_fields["part"].annotation)),
            PARTS,
            id="parts of a device",
        ),
        pytest.param(set(Role), ROLES, id="roles of a device"),
        pytest.param(
            {*PrinterStatus, *Fault, "low", "unwritable", *OF_THE_KIOSK} - {"ok", ""},
            FAULTS,
            id="faults of a part",
        ),
    ],
)
def test_every_code_has_its_words_and_all_words_have_their_code(
    codes: Collection[str], words: Collection[str]
) -> None:
    """A new code without words, or words of a code nobody sends, is seen here."""
    assert {str(code) for code in words} == {str(code) for code in codes}


def test_the_disk_says_what_the_words_know(tmp_path: Path) -> None:
    """The faults of a disk are no enumeration: asked of who finds them."""
    (tmp_path / "file").touch()
    told = {
        disk_status(tmp_path, least_free=2**80),
        disk_status(tmp_path / "file" / "beneath"),
    }
    assert told == {"low", "unwritable"}


@pytest.mark.parametrize("code", ["gremlins", ""])
def test_a_code_of_a_newer_program_is_shown_as_it_is(code: str) -> None:
    """Better an odd word than none, and never a crash."""
    shown = {
        *(refusal_sentence(code), refusal_fact(code), alert_name(code), outcome_name(code)),
        *(part_name(code), fault_name(code), fault_alone(code), paper_name(code)),
    }
    assert shown == {code}


def test_a_fault_reads_well_behind_its_part_and_by_itself() -> None:
    """On the wall of many devices, and on the device itself."""
    assert f"{part_name('sound')} {fault_name('stuck')}" == "loa không phản hồi"
    assert fault_alone("stuck") == "Loa không phản hồi"
    assert fault_alone("paper_out") == "Hết giấy"
