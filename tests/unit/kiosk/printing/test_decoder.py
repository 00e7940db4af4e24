import pytest

from tests.support.escpos_decoder import DecodeError, Decoder, decode

DOT = b"\x1dv0\x00\x01\x00\x02\x00\x80\x01"  # one byte wide, two rows


def test_strips_feeds_and_cuts_become_a_sheet() -> None:
    """Two rows of dots, three of white by ``ESC J``, one text line by ``ESC d``."""
    [sheet] = decode(b"\0\0\x1b@" + DOT + b"\x1bJ\x03\x1bd\x01\x1dV\x01", 16)
    assert sheet.rows[:5] == [b"\x80\0", b"\x01\0", b"\0\0", b"\0\0", b"\0\0"]
    assert len(sheet.rows) == 5 + 30
    assert sheet.cut == "partial"


def test_bytes_may_come_one_by_one() -> None:
    """The line decides where a stream breaks, not the decoder."""
    stream = b"\0\x10\x04\x01\x1b@" + DOT + b"\x1dr\x01\x1dVB\x00"
    decoder = Decoder(8)
    for byte in stream:
        decoder.feed(bytes([byte]))
    [sheet] = decoder.finish()
    assert (len(sheet.rows), sheet.cut, decoder.padding) == (2, "partial", 1)
    assert decoder.questions == [("live", 1), ("turn", 1)]


@pytest.mark.parametrize(
    ("stream", "offset"),
    [
        (b"\0Hello", 1),
        (b"\x1b@\x1bt\x10", 2),
        (b"\x1dv0\x01\x01\x00\x01\x00\x00", 0),
        (b"\x1dv0\x00\x49\x00\x01\x00", 0),
        (b"\x1dv0\x00\x01\x00\x00\x00", 0),
        (b"\x1dV\x07", 0),
        (b"\x1dV\x00", 0),
        (b"\x10\x04\x09", 0),
        (b"\x1dr\x07", 0),
        (b"\x10\x14\x01", 0),
        (DOT[:-1], 0),
        (DOT, len(DOT)),
    ],
)
def test_whatever_is_not_understood_is_an_error_with_its_place(stream: bytes, offset: int) -> None:
    """Text, code pages, scaling, too wide, cut-off: a strict reader lets nothing pass."""
    with pytest.raises(DecodeError) as told:
        decode(stream)
    assert told.value.offset == offset


def test_a_reset_in_mid_ticket_leaves_a_torn_sheet() -> None:
    """A job that broke off is seen as a sheet of its own that was never cut."""
    torn, whole = decode(DOT + b"\x1b@" + DOT + b"\x1dV\x00", 8)
    assert (torn.cut, whole.cut) == ("", "full")
