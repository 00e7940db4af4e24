"""The connected clients, and what each still has to be sent.

A view is whole, so the newest wins and a slow client skips frames. A notice is a call that must be
heard, so it is kept for the day, never skipped, and replayed to a client that was away. A client
that does not even read its notices is disconnected: it reconnects and resumes.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import dropwhile
from typing import Final

import structlog

from server.protocol import codec
from server.protocol.messages import Role, SpeakerMessage, Spoken

MAX_OUTBOX: Final = 1000
"""Texts a client may leave unread before it is disconnected."""
NOTICES_KEPT: Final = 10_000
MIN_FRAME_S: Final = 0.05
"""Seconds between two views to a client at least, however much happens."""

NOTICE_LEAD_S: Final = 0.01
"""Seconds by which views wait after a notice, so that all displays get the call first."""

Position = tuple[str, int]
"""The position of a notice in the log: business day and version."""


@dataclass(frozen=True, slots=True)
class KeptNotice:
    """A notice as it is sent. ``device`` names the kiosk it is for; empty, it is for displays.

    A display of a zone hears the calls of its zone.
    """

    position: Position
    text: str
    device: str = ""
    zone: str = ""

    def is_for(self, connection: "Connection") -> bool:
        """Whether this notice goes to this client."""
        if self.device:
            return connection.role is Role.KIOSK and connection.device == self.device
        return connection.role is Role.DISPLAY and connection.scope in ("", self.zone)


Render = Callable[[Role, str], str]

log = structlog.get_logger("hub")


def parse_position(text: str) -> Position:
    """``day/version`` as sent by a client. Raises ``ValueError``."""
    day, _, version = text.rpartition("/")
    return day, int(version)


@dataclass(eq=False, slots=True)
class Connection:
    """One client. Its outbox is read by one writer task; nothing here waits.

    ``speaks``: a display whose loudspeaker works; ``is_speaker`` and ``has_others``: what it was
    told last.
    """

    role: Role
    device: str
    scope: str = ""
    outbox: deque[str] = field(default_factory=deque)
    wants_view: bool = False
    lost: bool = False
    speaks: bool = False
    is_speaker: bool | None = None
    has_others: bool = False
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    def post(self, text: str) -> None:
        """Put a text in the outbox, in order; a client whose outbox is full is disconnected."""
        if len(self.outbox) >= MAX_OUTBOX:
            self.lost = True
        else:
            self.outbox.append(text)
        self.wake.set()

    def refresh(self) -> None:
        """Send the newest view when its turn comes."""
        self.wants_view = True
        self.wake.set()


class Hub:
    """All connections of the server. Lives on the event loop, owns no task but a frame timer."""

    def __init__(self, render: Render) -> None:
        self._render = render
        self._connections: dict[Connection, None] = {}
        self._notices: deque[KeptNotice] = deque(maxlen=NOTICES_KEPT)
        self._frame: dict[tuple[Role, str], str] = {}
        self._frame_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self.last_position: Position = ("", 0)

    def join(self, connection: Connection, greeting: str, resume_from: Position | None) -> None:
        """Greet and subscribe without an ``await`` between, so that nothing is missed or sent
        twice.
        """
        connection.post(greeting)
        self._connections[connection] = None
        # The speaker is chosen first, so that missed calls are spoken by one display only.
        self._choose_speakers()
        if resume_from is not None:
            for kept in dropwhile(lambda kept: kept.position <= resume_from, self._notices):
                if kept.is_for(connection):
                    connection.post(kept.text)

    def leave(self, connection: Connection) -> None:
        """Forget a connection; if it was the voice of its zone another one takes over."""
        self._connections.pop(connection, None)
        self._choose_speakers()

    def heard_of_sound(self, connection: Connection, *, is_well: bool) -> None:
        """A display's loudspeaker has failed, or works again."""
        if connection.role is Role.DISPLAY and connection.speaks != is_well:
            connection.speaks = is_well
            self._choose_speakers()

    def spoken(self, speaker: Connection, n: str) -> None:
        """Tell the other displays of the zone what its voice has spoken to its end."""
        if not speaker.is_speaker:
            return
        text = codec.encode(Spoken(n=n))
        for each in self._connections:
            if each is not speaker and each.is_speaker is not None and each.scope == speaker.scope:
                each.post(text)

    def is_connected(self, role: Role, device: str) -> bool:
        """Whether a device of this role and name is here."""
        return any((each.role, each.device) == (role, device) for each in self._connections)

    def devices(self) -> list[tuple[Role, str]]:
        """The connected devices, in the order in which they came."""
        return [(each.role, each.device) for each in self._connections]

    def _choose_speakers(self) -> None:
        """In each zone one display speaks: the one that does already, else the first that
        connected. A working speaker is never replaced: it would break off, or two would speak at
        once.
        """
        voices: dict[str, Connection] = {}
        able = [c for c in self._connections if c.role is Role.DISPLAY and c.speaks]
        for each in sorted(able, key=lambda connection: not connection.is_speaker):
            voices.setdefault(each.scope, each)
        able_in = Counter(each.scope for each in able)
        for each in self._connections:
            if each.role is not Role.DISPLAY or not (each.speaks or each.is_speaker is not None):
                continue
            is_speaker = voices.get(each.scope) is each
            has_others = able_in[each.scope] > each.speaks
            if (each.is_speaker, each.has_others) != (is_speaker, has_others):
                each.is_speaker, each.has_others = is_speaker, has_others
                each.post(codec.encode(SpeakerMessage(speaks=is_speaker, others=has_others)))

    def count(self) -> dict[str, int]:
        """How many devices of each role are connected."""
        counts = dict.fromkeys((role.value for role in Role), 0)
        for connection in self._connections:
            counts[connection.role.value] += 1
        return counts

    def remember(self, notices: Iterable[KeptNotice]) -> None:
        """Keep notices for replay without sending them (those of a log that was replayed)."""
        for kept in notices:
            self._notices.append(kept)
            self.last_position = kept.position

    def tell(self, text_for: Callable[[Role], str]) -> None:
        """Send everybody a text of their role, before any view rendered from now on."""
        texts = {role: text_for(role) for role in {each.role for each in self._connections}}
        for connection in self._connections:
            connection.post(texts[connection.role])

    def publish(self, notices: Iterable[KeptNotice]) -> None:
        """Send notices now and views as soon as a frame is due."""
        # A view asked for between two frames must contain this change.
        self._frame.clear()
        lead_s = 0.0
        for kept in notices:
            lead_s = NOTICE_LEAD_S
            self.remember([kept])
            for connection in self._connections:
                if kept.is_for(connection):
                    connection.post(kept.text)
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        due_s = max(lead_s, self._frame_at + MIN_FRAME_S - loop.time())
        if due_s <= 0:
            self._show()
        else:
            self._timer = loop.call_later(due_s, self._show)

    def _show(self) -> None:
        self._timer = None
        self._frame_at = asyncio.get_running_loop().time()
        for connection in self._connections:
            connection.refresh()

    def view_text(self, connection: Connection) -> str:
        """The newest view for this connection, rendered once a frame for all of its kind."""
        key = connection.role, connection.scope
        text = self._frame.get(key)
        if text is None:
            text = self._frame[key] = self._render(*key)
        return text
