"""Text and messages: what comes in is checked, what goes out comes back the same."""

import json

import pytest

from server.protocol import codec
from server.protocol.messages import CommandMessage, Error, Hello
from tests.support.tiny_office import ISSUE, call_notice, greeting

HELLO = '{"type":"hello","protocol":1,"role":"kiosk","device":"K1"}'
COMMAND = (
    '{"type":"command","id":"c1","command":{"kind":"issue_ticket","ticket":"t","service":"s"}}'
)

BAD = {
    "nothing": "",
    "no JSON": "{",
    "no object": "[]",
    "no type": "{}",
    "unknown type": '{"type":"shout"}',
    "unknown role": HELLO.replace("kiosk", "chief"),
    "field missing": HELLO.replace(',"device":"K1"', ""),
    "unknown field": HELLO.replace("}", ',"colour":"crimson"}'),
    "unknown field in the command": COMMAND.replace('"ticket":', '"vip":true,"ticket":'),
    "unknown command": COMMAND.replace("issue_ticket", "close_the_office"),
    "id with a space": COMMAND.replace('"c1"', '"c 1"'),
    "empty id": COMMAND.replace('"c1"', '""'),
    "id too long": COMMAND.replace('"c1"', f'"{"x" * 65}"'),
    "number where text belongs": COMMAND.replace('"t"', "7"),
    "bytes that are no text": b"\xff\xfe",
    "nested beyond reason": "[" * 10_000,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_text_that_is_no_message_is_refused_and_not_quoted_back(text: str | bytes) -> None:
    """One kind of error for everything unreadable; what was sent does not get into logs."""
    with pytest.raises(codec.BadMessage) as refusal:
        codec.decode_client(text)
    assert "c1" not in str(refusal.value)
    assert "crimson" not in str(refusal.value)


def test_a_message_says_the_same_after_the_way_over_the_wire() -> None:
    """In both directions."""
    for message in (greeting(), call_notice(7), Error(id=None, code="forbidden")):  # type: ignore[arg-type]  # pydantic makes the code of it
        assert codec.decode_server(codec.encode(message)) == message
    asked = CommandMessage(id="c1", command=ISSUE)
    assert codec.decode_client(codec.encode(asked)) == asked
    assert isinstance(codec.decode_client(HELLO.encode()), Hello)


def test_vietnamese_goes_over_the_wire_as_it_is_and_not_as_escapes() -> None:
    """A person may read the log of a line."""
    assert "Trung tâm Phục vụ" in codec.encode(greeting())


def test_the_schema_is_json_and_names_both_directions() -> None:
    """It is what a vendor's own kiosk is made from."""
    schema = json.loads(json.dumps(codec.json_schema()))
    assert {"client_to_server", "server_to_client", "version"} <= schema.keys()
