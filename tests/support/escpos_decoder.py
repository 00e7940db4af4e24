"""Reads the bytes of a job as a printer would, but strictly: what it does not know is an error.

Independent of python-escpos and of ``kiosk.printing``: it shares no table and no constant with
them. Bytes may come in pieces of any size.
"""

from dataclasses import dataclass, field

from PIL import Image

LINE_DOTS = 30
"""Height of an empty text line, for ``ESC d``."""


class DecodeError(ValueError):
    """A byte no printer of ours would understand, with its offset in the stream."""

    def __init__(self, offset: int, fault: str) -> None:
        super().__init__(f"offset {offset}: {fault}")
        self.offset = offset


@dataclass
class Sheet:
    """What came out between a reset and a cut: rows of packed dots, 1 is black."""

    width_dots: int
    rows: list[bytes] = field(default_factory=list)
    cut: str = ""

    def image(self) -> Image.Image:
        """The sheet as a 1-bit picture, 0 is black."""
        size = (self.width_dots, len(self.rows))
        inverted = bytes(byte ^ 0xFF for row in self.rows for byte in row)
        return Image.frombytes("1", size, inverted)


@dataclass
class Decoder:
    """Feed it bytes. ``questions`` are status requests in the order met: ``("live", n)`` for
    ``DLE EOT n`` and ``("turn", n)`` for ``GS r n``; ``padding`` counts idle NUL bytes.
    """

    width_dots: int = 576
    sheets: list[Sheet] = field(default_factory=list)
    questions: list[tuple[str, int]] = field(default_factory=list)
    padding: int = 0
    strips: int = 0
    tallest_strip: int = 0
    resets: int = 0
    _pending: bytearray = field(default_factory=bytearray)
    _offset: int = 0
    _open: Sheet | None = None

    def feed(self, data: bytes) -> None:
        """Take in bytes; whole commands are done at once, the rest waits."""
        self._pending += data
        while self._pending:
            used = self._step(bytes(self._pending[:16]))
            if used == 0 or used > len(self._pending):
                return
            self._do(bytes(self._pending[:used]))
            del self._pending[:used]
            self._offset += used

    def finish(self) -> list[Sheet]:
        """All sheets; an error if a command or a sheet was left open."""
        if self._pending:
            raise DecodeError(self._offset, f"{len(self._pending)} bytes of a broken-off command")
        if self._open is not None:
            raise DecodeError(self._offset, "the last sheet was never cut")
        return self.sheets

    @property
    def inside_strip(self) -> bool:
        """Whether a raster strip is still waiting for dots."""
        return self._pending[:3] == b"\x1dv0" and len(self._pending) >= 8

    @property
    def rows_printed(self) -> int:
        """Rows on paper so far, over all sheets."""
        done = sum(len(sheet.rows) for sheet in self.sheets)
        return done + (len(self._open.rows) if self._open else 0)

    def _step(self, head: bytes) -> int:
        """Length of the command at the front, 0 when too little of it is there to know."""
        if head[0] == 0:
            return 1
        for prefix, length in (
            (b"\x1b@", 2),
            (b"\x1bJ", 3),
            (b"\x1bd", 3),
            (b"\x1dr", 3),
            (b"\x10\x04", 3),
            (b"\x1dV", 0),
            (b"\x1dv0", -1),
        ):
            if not head.startswith(prefix[: len(head)]):
                continue
            if len(head) < len(prefix):
                return 0
            if length > 0:
                return length
            return self._cut_length(head) if length == 0 else self._strip_length(head)
        raise DecodeError(self._offset, f"unknown bytes {head[:4].hex(' ')}")

    def _cut_length(self, head: bytes) -> int:
        if len(head) < 3:
            return 0
        if head[2] in (0, 1, 48, 49):
            return 3
        if head[2] in (65, 66):
            return 4
        raise DecodeError(self._offset, f"unknown cut {head[2]}")

    def _strip_length(self, head: bytes) -> int:
        if len(head) < 8:
            return 0
        if head[3] != 0:
            raise DecodeError(self._offset, f"scaled raster, mode {head[3]}")
        row_bytes, rows = self._strip_size(head)
        if not 0 < row_bytes <= self.width_dots // 8:
            raise DecodeError(self._offset, f"a strip {row_bytes} bytes wide does not fit")
        if rows == 0:
            raise DecodeError(self._offset, "a strip without rows")
        return 8 + row_bytes * rows

    @staticmethod
    def _strip_size(head: bytes) -> tuple[int, int]:
        return head[4] + 256 * head[5], head[6] + 256 * head[7]

    def _do(self, command: bytes) -> None:
        if command[0] == 0:
            self.padding += 1
        elif command[:2] == b"\x1b@":
            self.resets += 1
            self._close("")
        elif command[:2] == b"\x1bJ":
            self._white(command[2])
        elif command[:2] == b"\x1bd":
            self._white(command[2] * LINE_DOTS)
        elif command[:2] == b"\x1dr":
            self._ask("turn", command[2], (1, 2, 49, 50))
        elif command[:2] == b"\x10\x04":
            self._ask("live", command[2], (1, 2, 3, 4))
        elif command[:2] == b"\x1dV":
            self._close("partial" if command[2] in (1, 49, 66) else "full")
        else:
            self._strip(command)

    def _ask(self, kind: str, number: int, known: tuple[int, ...]) -> None:
        if number not in known:
            raise DecodeError(self._offset, f"unknown status request {number}")
        self.questions.append((kind, number))

    def _sheet(self) -> Sheet:
        if self._open is None:
            self._open = Sheet(self.width_dots)
        return self._open

    def _white(self, rows: int) -> None:
        self._sheet().rows += [bytes(self.width_dots // 8)] * rows

    def _strip(self, command: bytes) -> None:
        row_bytes, rows = self._strip_size(command)
        self.strips += 1
        self.tallest_strip = max(self.tallest_strip, rows)
        right = bytes(self.width_dots // 8 - row_bytes)
        sheet = self._sheet()
        for at in range(8, len(command), row_bytes):
            sheet.rows.append(command[at : at + row_bytes] + right)

    def _close(self, cut: str) -> None:
        if self._open is None:
            if cut:
                raise DecodeError(self._offset, "a cut without anything printed")
            return
        self._open.cut = cut
        self.sheets.append(self._open)
        self._open = None


def decode(data: bytes, width_dots: int = 576) -> list[Sheet]:
    """The sheets of a whole stream; any doubt is a ``DecodeError``."""
    decoder = Decoder(width_dots)
    decoder.feed(data)
    return decoder.finish()
