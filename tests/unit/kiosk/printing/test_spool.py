"""The spool keeps what a power cut must not forget, and forgets what nobody waits for."""

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from kiosk.printing.spool import (
    EXPIRE_S,
    KEPT_S,
    MOST_WAITING,
    TOLD_KEPT_S,
    Job,
    JobState,
    Spool,
)

PAGE = b"\x1b@ the dots of a ticket"
NO_PAPER = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
DONE = PrintOutcome(PrintState.CONFIRMED, PrintReason.OK)


class Clock:
    """Moves when it is told to."""

    def __init__(self) -> None:
        self.at = 1_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "paper.db"


def job(clock: Clock, ticket: str = "t1", **more: object) -> Job:
    return Job(ticket=ticket, page=PAGE, made_at=clock.at, **more)  # type: ignore[arg-type]  # fields by name


def tried(spool: Spool, ticket: str) -> None:
    """The printer had no paper for it."""
    spool.begin(f"{ticket}.0.")
    spool.end(f"{ticket}.0.", NO_PAPER)


def restarted(spool: Spool, file: Path, clock: Clock) -> Spool:
    """The same spool after the power came back."""
    spool.close()
    return Spool(file, clock)


@pytest.mark.parametrize(
    ("outcome", "state", "waits"),
    [
        (DONE, JobState.CONFIRMED, False),
        (PrintOutcome(PrintState.UNCONFIRMED, PrintReason.ONE_WAY), JobState.UNCONFIRMED, False),
        (PrintOutcome(PrintState.UNKNOWN, PrintReason.DROPPED), JobState.UNKNOWN, False),
        (NO_PAPER, JobState.NOT_SENT, True),
        (PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_PRINTER), JobState.NOT_SENT, False),
    ],
)
def test_only_what_was_certainly_not_sent_is_tried_again(
    clock: Clock, file: Path, outcome: PrintOutcome, state: JobState, waits: bool
) -> None:
    """Anything else may have left paper; and without a printer trying again is of no use."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    begun = spool.begin("t1.0.")
    assert begun is not None
    assert begun.state is JobState.SENDING
    ended = spool.end("t1.0.", outcome)
    assert (ended.state, ended.reason, ended.attempts) == (state, outcome.reason, 1)
    assert ended.is_waiting is waits
    after = restarted(spool, file, clock).get("t1.0.")
    assert after == ended


def test_the_same_paper_is_never_taken_in_twice(clock: Clock, file: Path) -> None:
    """A wish told again after a reconnect or a restart is known; another copy is another paper."""
    spool = Spool(file, clock)
    assert spool.put(job(clock, notice="2026-11-23/57"))
    assert spool.put(job(clock, notice="2026-11-23/57")) is None
    spool = restarted(spool, file, clock)
    assert spool.put(job(clock, notice="2026-11-23/57")) is None
    assert spool.put(job(clock, copy_number=1, notice="2026-11-23/58"))
    assert spool.put(job(clock))


def test_what_was_being_sent_at_a_power_cut_is_unknown(clock: Clock, file: Path) -> None:
    """Half of it may hang from the printer: it is never sent again by itself, and staff hear."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    spool.begin("t1.0.")
    spool = restarted(spool, file, clock)
    left = spool.get("t1.0.")
    assert left is not None
    assert (left.state, left.reason, left.page) == (JobState.UNKNOWN, PrintReason.POWER_CUT, b"")
    assert spool.waiting() == []
    assert spool.untold() == [left]


def test_what_waited_at_a_power_cut_is_still_printed_in_its_order(clock: Clock, file: Path) -> None:
    """The owner still stands there when the kiosk is back after some seconds."""
    spool = Spool(file, clock)
    for ticket in ("b", "a", "c"):
        clock.at += 1
        spool.put(job(clock, ticket))
    clock.at += 20
    spool = restarted(spool, file, clock)
    assert [(one.ticket, one.page) for one in spool.waiting()] == [(t, PAGE) for t in "bac"]


@pytest.mark.parametrize("passed_s", [EXPIRE_S + 1, -60.0], ids=["too old", "clock set back"])
def test_nothing_old_comes_out_when_paper_returns(
    clock: Clock, file: Path, passed_s: float
) -> None:
    """After the limit, or when nobody can say how old it is, a job expires unprinted."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    tried(spool, "t1")
    clock.at += passed_s
    spool = restarted(spool, file, clock)
    left = spool.get("t1.0.")
    assert left is not None
    assert (left.state, left.reason, left.page) == (JobState.EXPIRED, PrintReason.TOO_OLD, b"")
    assert spool.waiting() == []


def test_a_job_expires_while_the_kiosk_runs(clock: Clock, file: Path) -> None:
    """At the limit it may still be printed, after it not, and it is told of once."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    clock.at += EXPIRE_S
    assert spool.expire() == []
    clock.at += 1
    assert [one.reason for one in spool.expire()] == [PrintReason.TOO_OLD]
    assert spool.expire() == []
    assert spool.begin("t1.0.") is None


def test_a_wish_that_comes_too_late_is_remembered_as_expired(clock: Clock, file: Path) -> None:
    """Staff asked while the kiosk was away; nobody waits for that slip any more."""
    spool = Spool(file, clock)
    late = Job("t1", notice="d/1", page=PAGE, made_at=clock.at - EXPIRE_S - 1)
    taken = spool.put(late)
    assert taken is not None
    assert (taken.state, taken.is_waiting) == (JobState.EXPIRED, False)
    assert spool.put(late) is None


def test_what_its_owner_has_left_is_given_up(clock: Clock, file: Path) -> None:
    """Only what was tried in vain; not what the printer is at, or what only waits its turn."""
    spool = Spool(file, clock)
    for ticket in ("t1", "t2", "t3"):
        spool.put(job(clock, ticket))
    tried(spool, "t1")
    spool.begin("t3.0.")
    [given_up] = spool.give_up("t1")
    assert (given_up.state, given_up.reason) == (JobState.EXPIRED, PrintReason.GIVEN_UP)
    assert spool.give_up("t2") == spool.give_up("t3") == []
    assert [one.ticket for one in spool.waiting()] == ["t2"]
    assert [one.ticket for one in spool.give_up("t2", untried_too=True)] == ["t2"]


def test_a_spool_that_is_full_takes_no_more(clock: Clock, file: Path) -> None:
    """The ticket's owner is told at once instead of waiting behind so many."""
    spool = Spool(file, clock)
    for place in range(MOST_WAITING):
        spool.put(job(clock, f"t{place}"))
    refused = spool.put(job(clock, "one more"))
    assert refused is not None
    assert (refused.state, refused.reason) == (JobState.NOT_SENT, PrintReason.SPOOL_FULL)
    assert not refused.is_waiting
    assert len(spool.waiting()) == MOST_WAITING


def test_the_server_is_told_until_it_has_heard(clock: Clock, file: Path) -> None:
    """Across a restart too; a newer state is news again, an older acknowledgement is not enough."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    assert spool.untold() == []
    spool.begin("t1.0.")
    spool.end("t1.0.", NO_PAPER)
    spool.tell("t1.0.", JobState.NOT_SENT)
    assert spool.untold() == []
    spool.begin("t1.0.")
    spool.end("t1.0.", DONE)
    spool = restarted(spool, file, clock)
    assert [one.state for one in spool.untold()] == [JobState.CONFIRMED]
    spool.tell("t1.0.", JobState.CONFIRMED)
    assert restarted(spool, file, clock).untold() == []


def test_old_rows_are_deleted(clock: Clock, file: Path) -> None:
    """Our own jobs soon after the server knows, all others when nobody can ask for them again."""
    spool = Spool(file, clock)
    for one in (job(clock, "told"), job(clock, "untold"), job(clock, "asked", notice="d/1")):
        spool.put(one)
        spool.begin(one.id)
        spool.end(one.id, DONE)
    spool.tell("told.0.", JobState.CONFIRMED)
    spool.tell("asked.0.d/1", JobState.CONFIRMED)

    def left_after(seconds: float) -> list[str]:
        clock.at += seconds
        spool.put(job(clock, f"new{seconds}"))
        tried(spool, f"new{seconds}")
        spool.give_up(f"new{seconds}")
        return [t for t in ("told", "untold", "asked") if spool.get(_id(t))]

    assert left_after(TOLD_KEPT_S - 60) == ["told", "untold", "asked"]
    assert left_after(120) == ["untold", "asked"]
    assert left_after(KEPT_S + 1) == []
    spool.close()
    with sqlite3.connect(file) as base:
        assert base.execute("SELECT ticket FROM job").fetchall() == [(f"new{KEPT_S + 1}",)]
    base.close()


def _id(ticket: str) -> str:
    return "asked.0.d/1" if ticket == "asked" else f"{ticket}.0."


def test_the_spool_never_grows_without_end(
    clock: Clock, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server gone for days leaves thousands of untold rows: the oldest go first."""
    monkeypatch.setattr("kiosk.printing.spool.MOST_KEPT", 100)
    spool = Spool(file, clock)
    for number in range(140):
        spool.put(job(clock, f"t{number}"))
        tried(spool, f"t{number}")
        spool.give_up(f"t{number}")
    assert spool.get("t20.0.") is None
    assert spool.get("t60.0.") is not None
    assert len(spool.untold()) <= 101
    spool = restarted(spool, file, clock)
    assert len(spool.untold()) <= 101


def test_printed_pages_are_wiped_from_the_file(clock: Clock, file: Path) -> None:
    """Nothing of a ticket's picture stays behind once it is printed."""
    spool = Spool(file, clock)
    spool.put(job(clock))
    assert PAGE in whole(file)
    spool.begin("t1.0.")
    spool.end("t1.0.", DONE)
    spool.close()
    assert PAGE not in whole(file)


def whole(file: Path) -> bytes:
    """Every byte the spool has on the disk."""
    return b"".join(each.read_bytes() for each in sorted(file.parent.iterdir()))


@pytest.mark.parametrize(
    "content", [b"this is no database" * 100, b"", b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_an_unreadable_file_is_set_aside(clock: Clock, file: Path, content: bytes) -> None:
    """A card that lost its sectors must not stop the kiosk from printing and remembering."""
    file.parent.mkdir()
    file.write_bytes(content)
    spool = Spool(file, clock)
    assert spool.is_durable
    spool.put(job(clock))
    assert [one.ticket for one in restarted(spool, file, clock).waiting()] == ["t1"]
    assert file.with_name("paper.db.broken").exists() is bool(content)


def test_a_file_of_another_shape_is_set_aside(clock: Clock, file: Path) -> None:
    """An older or newer kiosk wrote it: nobody guesses what it means."""
    file.parent.mkdir()
    base = sqlite3.connect(file)
    base.execute("CREATE TABLE job (id TEXT PRIMARY KEY, made_at REAL)")
    base.execute("INSERT INTO job VALUES ('x', 1)")
    base.commit()
    base.close()
    spool = Spool(file, clock)
    assert spool.waiting() == []
    assert spool.is_durable


def test_without_a_place_for_the_file_the_spool_works_from_memory(clock: Clock) -> None:
    """And says so."""
    spool = Spool(Path("/dev/null/no spool here"), clock)
    assert not spool.is_durable
    assert spool.put(job(clock))
    assert spool.begin("t1.0.")
    assert spool.end("t1.0.", DONE).state is JobState.CONFIRMED
    assert not spool.is_durable


def test_a_second_kiosk_on_the_same_file_does_not_print_its_jobs(clock: Clock, file: Path) -> None:
    """Two programs with one memory would both print what waits."""
    first = Spool(file, clock)
    first.put(job(clock))
    second = Spool(file, clock)
    assert second.waiting() == []
    assert not second.is_durable
    assert [one.ticket for one in restarted(first, file, clock).waiting()] == ["t1"]


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows any more."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_stops_no_ticket_and_is_made_good_later(clock: Clock, file: Path) -> None:
    """What could not be written is written with the next change once there is room again."""
    spool = Spool(file, clock)
    spool.put(job(clock, "before"))
    with full_disk():
        assert spool.put(job(clock, "during"))
        assert spool.begin("before.0.")
        spool.end("before.0.", DONE)
        assert [one.ticket for one in spool.waiting()] == ["during"]
        durable = [spool.is_durable]
    spool.put(job(clock, "after"))
    assert [*durable, spool.is_durable] == [False, True]
    spool = restarted(spool, file, clock)
    assert [one.ticket for one in spool.waiting()] == ["after", "during"]
    before = spool.get("before.0.")
    assert before is not None
    assert before.state is JobState.CONFIRMED


KILLED: str = """
import os, sys
from pathlib import Path
from kiosk.printing.spool import Job, Spool
spool = Spool(Path(sys.argv[1]), lambda: 1_000_000.0)
spool.put(Job("waiting", page=b"dots", made_at=1_000_000.0))
spool.put(Job("sending", page=b"dots", made_at=1_000_000.0))
spool.begin("sending.0.")
os._exit(9)
"""


def test_a_killed_kiosk_has_written_everything_down(clock: Clock, file: Path) -> None:
    """A process that ends without a word leaves its last states behind."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False, timeout=60)
    assert done.returncode == 9
    spool = Spool(file, clock)
    states = {one: spool.get(f"{one}.0.") for one in ("waiting", "sending")}
    assert [one and one.state for one in states.values()] == [JobState.QUEUED, JobState.UNKNOWN]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.sampled_from("abc"), st.sampled_from(["", "d/1", "d/2"])),
        st.tuples(st.just("print"), st.sampled_from(list(PrintState)), st.just("")),
        st.tuples(st.just("give_up"), st.sampled_from("abc"), st.just("")),
        st.tuples(st.just("pass"), st.sampled_from(["10", "100", "200"]), st.just("")),
        st.tuples(st.just("cut"), st.booleans(), st.just("")),
    ),
    max_size=25,
)


@settings(deadline=None)  # every step waits for the disk
@given(steps=STEPS)
def test_no_paper_is_ever_handed_to_the_printer_twice(
    steps: list[tuple[str, str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever happens in whatever order: only a job certainly not sent is sent again, none late.

    ``cut`` is a power cut, amid a job where the flag is true.
    """
    clock, file = Clock(), tmp_path_factory.mktemp("spool") / "paper.db"
    spool, perhaps_out = Spool(file, clock), set[str]()

    def begin() -> Job | None:
        spool.expire()
        jobs = spool.waiting()
        begun = spool.begin(jobs[0].id) if jobs else None
        if begun is not None:
            assert begun.id not in perhaps_out
            assert clock.at - begun.made_at <= EXPIRE_S
        return begun

    for what, which, notice in steps:
        if what == "put":
            spool.put(job(clock, which, notice=notice))
        elif what == "give_up":
            spool.give_up(which)
        elif what == "pass":
            clock.at += float(which)
        elif what == "print" and (begun := begin()) is not None:
            spool.end(begun.id, PrintOutcome(PrintState(which), PrintReason.OK))
            if which != PrintState.NOT_SENT:
                perhaps_out.add(begun.id)
        elif what == "cut":
            begun = begin() if which else None
            perhaps_out |= {begun.id} if begun else set()
            spool = restarted(spool, file, clock)
    spool.close()
