"""From a notice to the screen and the voice, one call after the other."""

import threading
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from display.voice import conductor
from display.voice.announcer import CUT_OFF_S, HANDOVER_S, Announcement, Announcer, Kind
from display.voice.conductor import Conductor
from display.voice.sound import Done
from display.voice.speech import Utterance
from server.protocol.views import HallNotice
from tests.support import display_samples as d


class FakeLoudspeaker:
    """Remembers what it was asked to say; ends when told to, in a thread of its own."""

    def __init__(self) -> None:
        self.said: list[Utterance] = []
        self.gains: list[float] = []
        self.fault = ""
        self.is_willing = True
        self._dones: list[Done] = []

    def say(self, utterance: Utterance, done: Done, gain: float) -> bool:
        """Take it, if willing."""
        if self.is_willing:
            self.gains.append(gain)
            self.said.append(utterance)
            self._dones.append(done)
        return self.is_willing

    def end(self) -> None:
        """The sentence is over."""
        thread = threading.Thread(target=self._dones.pop(0))
        thread.start()
        thread.join()


class Hall:
    """A conductor with a fake loudspeaker, and what it told the screen, in order."""

    def __init__(self) -> None:
        self.loudspeaker = FakeLoudspeaker()
        self.now = d.NOW
        self.told: list[str] = []
        self.conductor = Conductor(Announcer(), self.loudspeaker, self._time)
        self.conductor.welcome(d.welcome(d.office(), d.display_view()))
        self.conductor.began.connect(self._began)
        self.conductor.ended.connect(lambda: self.told.append("ended"))
        self.conductor.saying.connect(self.told.append)
        self.spoke: list[str] = []
        self.conductor.spoke.connect(self.spoke.append)
        self.conductor.yielded.connect(lambda: self.spoke.append("yielded"))

    def _time(self) -> datetime:
        return self.now

    def _began(self, announcement: Announcement, caption: str) -> None:
        assert announcement.label in caption
        self.told.append(announcement.label)


@pytest.fixture
def hall(qapp: object) -> Hall:
    """An office with its desks."""
    return Hall()


def test_the_screen_shows_a_call_before_the_voice_speaks_it(hall: Hall, qtbot: QtBot) -> None:
    """And the voice says desk and number of that very call."""
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    assert hall.told == ["9 027"]
    assert hall.loudspeaker.said == []
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    assert hall.loudspeaker.said[0].units == ("ph_moi", "digit_9", "num_027", "desk_9")


def test_the_next_call_takes_over_without_a_gap(hall: Hall, qtbot: QtBot) -> None:
    """``ended`` comes after the last one only, so that the large place does not flicker."""
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    hall.conductor.hear(d.notice(2, "6 003", "q6"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    assert hall.told == ["9 027"]
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 2)
    assert hall.told == ["9 027", "6 003"]
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told == ["9 027", "6 003", "ended"])


def test_a_replayed_notice_changes_nothing(hall: Hall, qtbot: QtBot) -> None:
    """Neither on the screen nor in the ear."""
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told == ["9 027", "ended"])
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    assert hall.told == ["9 027", "ended"]


def test_a_voice_that_cannot_take_more_does_not_stop_the_queue(hall: Hall, qtbot: QtBot) -> None:
    """The call was shown; the next one is tried."""
    hall.loudspeaker.is_willing = False
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    qtbot.waitUntil(lambda: hall.told == ["9 027", "ended"])
    hall.loudspeaker.is_willing = True
    hall.conductor.hear(d.notice(2, "6 003", "q6"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)


def test_an_old_call_is_not_spoken(hall: Hall) -> None:
    """An hour of calls after an hour without network would help nobody."""
    hall.now += timedelta(hours=1)
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    assert hall.told == []


def test_a_fault_of_the_voice_is_told_when_it_comes_and_when_it_goes(
    hall: Hall, qtbot: QtBot
) -> None:
    """Once each."""
    faults: list[str] = []
    hall.conductor.faultChanged.connect(faults.append)

    def call(version: int, fault: str) -> None:
        hall.loudspeaker.fault = fault
        hall.conductor.hear(d.notice(version, f"9 {version:03}", "q9"))
        qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == version)
        hall.loudspeaker.end()
        qtbot.waitUntil(lambda: hall.told.count("ended") == version)

    for version, fault in enumerate(("no_device", "no_device", ""), start=1):
        call(version, fault)
    assert faults == ["no_device", ""]


def test_an_unknown_desk_is_left_out_of_the_sentence(hall: Hall, qtbot: QtBot) -> None:
    """The number is still worth saying."""
    hall.conductor.hear(d.notice(1, "9 027", "gone"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    assert hall.loudspeaker.said[0].units == ("ph_moi", "digit_9", "num_027")


def test_a_fault_found_between_calls_is_told_without_one(hall: Hall, qtbot: QtBot) -> None:
    """A loudspeaker pulled out in a quiet hour is known before somebody should have been called."""
    faults: list[str] = []
    hall.conductor.faultChanged.connect(faults.append)
    hall.loudspeaker.fault = "no_device"
    qtbot.waitUntil(lambda: faults == ["no_device"])
    assert hall.conductor.fault == "no_device"
    hall.loudspeaker.fault = ""
    qtbot.waitUntil(lambda: faults == ["no_device", ""])


def test_a_call_in_another_language_changes_its_caption(
    hall: Hall, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """English about when it is spoken, Khmer while there is time; a call that is over, never."""
    monkeypatch.setattr(conductor, "TRANSLATED_SPOKEN_MS", 300)
    monkeypatch.setattr(conductor, "TRANSLATED_SILENT_MS", 300)
    captions: list[str] = []
    hall.conductor.translated.connect(lambda _, caption: captions.append(caption))

    def call(version: int, language: str, translations: int) -> None:
        notice = d.notice(version, "9 027", "q9").model_copy(update={"language": language})
        hall.conductor.hear(notice)
        qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == version)
        qtbot.waitUntil(lambda: len(captions) == translations)
        hall.loudspeaker.end()
        qtbot.waitUntil(lambda: hall.told.count("ended") == version)

    call(1, "en", 1)
    call(2, "", 1)
    call(3, "km", 2)
    assert [len(each.sentences) for each in hall.loudspeaker.said] == [2, 1, 1]
    assert captions[0] == "Number 9 027, please go to counter 9."
    assert "9 027" in captions[1]


def test_an_urgent_notice_is_told_once_before_everything_else(hall: Hall, qtbot: QtBot) -> None:
    """On whatever day; the screen has its words."""
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    hall.conductor.hear(d.notice(2, "6 003", "q6"))
    urgent = HallNotice(id="n1", text="Mất điện.", until_at=d.NOW, is_urgent=True)
    usual = HallNotice(id="n2", text="Mời lấy nước.", until_at=d.NOW, is_urgent=False)
    hall.conductor.view(d.display_view(notices=(usual, urgent)))
    hall.loudspeaker.fault = "told at the next look around"
    qtbot.waitUntil(lambda: hall.conductor.fault == hall.loudspeaker.fault)
    for spoken in (1, 2, 3):
        qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == spoken)  # noqa: B023 -- used at once
        hall.loudspeaker.end()
    assert [each.units[0] for each in hall.loudspeaker.said] == ["ph_moi", "ph_antoan", "ph_moi"]


def test_the_volume_is_that_of_the_hour(hall: Hall, qtbot: QtBot) -> None:
    """The ward speaks at 80 % before eight; safety is told at full level at any hour."""
    hall.now = d.NOW.replace(hour=7, minute=10)
    hall.conductor.hear(d.notice(1, "9 027", "q9").model_copy(update={"at": hall.now}))
    safety = Announcement("2026-11-23/safety/1", hall.now, "", "", 0, Kind.SAFETY, "", "ph_antoan")
    hall.conductor.announce(safety)
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 2)
    assert hall.loudspeaker.gains == [pytest.approx(0.69, abs=0.01), 1.0]
    assert hall.told[1].startswith("Có thông báo khẩn")


def test_the_end_of_the_morning_is_announced_by_itself(hall: Hall, qtbot: QtBot) -> None:
    """Once, as a sentence and not as a call, when some service is open."""
    hall.conductor.view(d.display_view(services=(d.load("ho_tich", 3, 5, 9),)))
    hall.now = d.NOW.replace(hour=11, minute=21)
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    assert hall.loudspeaker.said[0].units == ("ph_hetgio",)
    assert hall.told == [hall.loudspeaker.said[0].caption]
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told[-1] == "ended")
    hall.loudspeaker.fault = "told at the next look around"
    qtbot.waitUntil(lambda: hall.conductor.fault == hall.loudspeaker.fault)
    assert len(hall.loudspeaker.said) == 1


def test_a_silent_display_keeps_step_with_the_one_that_speaks(hall: Hall, qtbot: QtBot) -> None:
    """It shows each call as long as it is spoken elsewhere, and goes on at the speaker's word."""
    hall.conductor.speaks = False
    assert hall.spoke == ["yielded"]
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    hall.conductor.hear(d.notice(2, "6 003", "q6"))
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [0.0])
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told == ["9 027", "ended"])
    hall.conductor.settle(f"{d.DAY}/1")
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [0.0, 0.0])
    assert hall.told == ["9 027", "ended", "6 003"]
    assert hall.spoke == ["yielded"]


@pytest.mark.slow
def test_who_takes_the_voice_over_speaks_what_was_not_spoken(hall: Hall, qtbot: QtBot) -> None:
    """The speaker died in the middle of a call: it is heard, from the new one."""
    hall.conductor.speaks = False
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [0.0])
    hall.conductor.speaks = True
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told == ["9 027", "ended"])
    hall.now += timedelta(seconds=HANDOVER_S)
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [0.0, 1.0])
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.spoke == ["yielded", f"{d.DAY}/1"])


def test_told_to_be_silent_in_the_middle_it_ends_its_sentence_first(
    hall: Hall, qtbot: QtBot
) -> None:
    """Then it says that it is silent, so that another may begin."""
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    hall.conductor.speaks = False
    assert hall.spoke == []
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.spoke == [f"{d.DAY}/1", "yielded"])


@pytest.mark.slow
@pytest.mark.parametrize(("others", "gains"), [(True, [1.0, 0.0]), (False, [1.0, 1.0])])
def test_without_a_link_it_goes_on_only_where_nobody_else_could_speak(
    hall: Hall, qtbot: QtBot, others: bool, gains: list[float]
) -> None:
    """The sentence it is in it ends; the next one waits, and is another display's after that."""
    hall.conductor.take_turns(True, others)
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    hall.conductor.hear(d.notice(2, "6 003", "q6"))
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [1.0])
    hall.conductor.connection("lost")
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told[0] == "9 027" and len(hall.spoke) == 1)
    if others:
        assert hall.loudspeaker.gains == [1.0]
        hall.now += timedelta(seconds=CUT_OFF_S)
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == gains)
    assert hall.conductor.speaks is not others


def test_a_link_that_is_back_at_once_leaves_the_voice_where_it_was(
    hall: Hall, qtbot: QtBot
) -> None:
    """The server says so; the queue goes on where it stood."""
    hall.conductor.take_turns(True, True)
    hall.conductor.connection("lost")
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    assert hall.told == []
    hall.now += timedelta(seconds=CUT_OFF_S / 2)
    hall.conductor.connection("live")
    hall.conductor.take_turns(True, True)
    qtbot.waitUntil(lambda: hall.loudspeaker.gains == [1.0])


@pytest.mark.parametrize(
    ("fault", "reported"), [("", 1), ("no_clip", 1), ("no_device", 0), ("stuck", 0)]
)
def test_what_nobody_heard_is_not_reported_as_spoken(
    hall: Hall, qtbot: QtBot, fault: str, reported: int
) -> None:
    """So another display says it; here it is not repeated for ever."""
    hall.loudspeaker.fault = fault
    hall.conductor.hear(d.notice(1, "9 027", "q9"))
    qtbot.waitUntil(lambda: len(hall.loudspeaker.said) == 1)
    hall.loudspeaker.end()
    qtbot.waitUntil(lambda: hall.told == ["9 027", "ended"])
    assert len(hall.spoke) == reported
