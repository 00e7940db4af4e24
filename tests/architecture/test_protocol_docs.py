"""``docs/protocol.md`` says what the code does: it is the contract with other programs."""

import ast
import json
import re
import unicodedata
from pathlib import Path
from typing import get_args

import pytest
from fastapi import FastAPI

from assets import PROJECT
from server import serve
from server.codes import OF_THE_RULES, ErrorCode
from server.office import hub, running_office
from server.protocol import codec
from server.protocol.commands import AnyCommand
from server.protocol.messages import ClientMessage, ServerMessage
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import AnyView
from server.web import socket
from server.words.refusals import SENTENCES, refusal_sentence
from tests.architecture.protocol_reference import PAGE, advice_in, written_anew
from tests.support.protocol_session import held, session_of
from tests.support.server_process import denluot


def page() -> str:
    """The page as it stands."""
    return PAGE.read_text("utf-8")


def test_the_reference_is_what_the_code_would_write() -> None:
    """After a change: ``python -m tests.architecture.protocol_reference``."""
    assert page() == written_anew(page())


def test_every_message_command_and_view_has_its_entry() -> None:
    """Asked of the Python types, not of the schema the reference is made from."""
    tags = {
        kind.model_fields[tag].default
        for union, tag in (
            (ClientMessage, "type"),
            (ServerMessage, "type"),
            (AnyCommand, "kind"),
            (AnyView, "kind"),
        )
        for kind in get_args(get_args(union)[0])
    }
    entries = set(re.findall(r"^### `(\w+)`$", page(), re.MULTILINE))
    assert tags == entries


def test_every_error_code_has_both_sentences_and_an_advice() -> None:
    """A code nobody can act on is no answer."""
    assert set(SENTENCES) == set(ErrorCode)
    advice = advice_in(page())
    assert set(advice) == {code.value for code in ErrorCode}
    assert [code for code, text in advice.items() if not text] == []
    for english, vietnamese in ((each.english, each.vietnamese) for each in SENTENCES.values()):
        assert english.endswith(".")
        assert vietnamese.endswith(".")
        assert "!" not in english + vietnamese
        assert "khách hàng" not in vietnamese.lower()
        assert unicodedata.is_normalized("NFC", vietnamese)
        assert "|" not in english + vietnamese


@pytest.mark.finding("H8")
def test_the_rules_refuse_with_every_code_of_theirs_and_with_no_other() -> None:
    """Asked of the source: a code nobody gives is dead, a code of the wire is not the core's."""
    given = {
        node.attr
        for room in ("server/core", "server/profile")
        for path in sorted((PROJECT / room).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "ErrorCode"
    }
    assert given == {code.name for code in OF_THE_RULES}


@pytest.mark.finding("H8")
def test_every_code_is_written_once_as_a_code() -> None:
    """No second enumeration repeats one: the core and the wire read the same."""
    codes = {code.value for code in ErrorCode}
    enumerations = [
        f"{path.relative_to(PROJECT).as_posix()}: {node.name}"
        for path in sorted((PROJECT / "server").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and codes & _values(node)
    ]
    assert enumerations == ["server/codes.py: ErrorCode"]


def _values(enumeration: ast.ClassDef) -> set[object]:
    """What the members of a class are set to, as far as it is plain text."""
    return {
        line.value.value
        for line in enumeration.body
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
    }


def test_a_code_of_a_newer_server_is_shown_as_it_is() -> None:
    """Better an odd word than none."""
    assert refusal_sentence("too_sunny") == "too_sunny"
    assert refusal_sentence("day_full", "en") == SENTENCES[ErrorCode.DAY_FULL].english
    assert refusal_sentence("day_full") == SENTENCES[ErrorCode.DAY_FULL].vietnamese


@pytest.mark.slow
def test_the_published_schema_is_the_codecs() -> None:
    """The command a vendor is told to use."""
    told = denluot("protocol", "--json-schema")
    assert json.loads(told.stdout) == json.loads(json.dumps(codec.json_schema()))
    assert denluot("protocol").stdout.strip() == str(PROTOCOL_VERSION)


def test_the_figures_in_the_text_are_those_of_the_code() -> None:
    """Seconds, counts and close codes."""
    text = page()
    limits = dict(re.findall(r"^\| ([a-z][^|]*?) \| ([\d,]+)[^|]*\|[^|]*\|$", text, re.MULTILINE))
    assert limits == {
        "a message of a client": str(_limits()["ws_max_size"] // 2**20),
        "silence before `hello`": f"{socket.HELLO_TIMEOUT_S:.0f}",
        "unanswered commands": str(socket.MAX_IN_FLIGHT),
        "texts a client has not read": f"{hub.MAX_OUTBOX:,}",
        "not reading at all": f"{socket.SEND_TIMEOUT_S:.0f}",
        "no answer to a ping (every 5 s)": f"{_limits()['ws_ping_timeout']:.0f}",
    }
    assert f"closed with {socket.CLOSE_REFUSED}" in text
    assert f"closed with {socket.CLOSE_OVERLOADED}" in text
    assert f"every {running_office.REFRESH_S:.0f} seconds" in text
    assert f"Version {PROTOCOL_VERSION}." in text
    assert hub.MIN_FRAME_S == 1 / 20
    assert _limits()["ws_ping_interval"] == 5


def _limits() -> dict[str, int]:
    """What uvicorn is told."""
    config = serve._config(FastAPI())
    names = ("ws_max_size", "ws_ping_timeout", "ws_ping_interval")
    return {name: int(getattr(config, name)) for name in names}


def test_every_id_of_the_wire_is_what_the_text_says_an_id_is() -> None:
    """The reference says only *id*."""
    schema = json.dumps(codec.json_schema())
    patterns = set(re.findall(r'"pattern": "([^"]*)"', schema))
    pins = {"^[0-9]*$"}
    assert patterns == pins | {"^[A-Za-z0-9_.:-]+$", "^[A-Za-z0-9_.:-]*$"}
    assert "1 to 64 letters, digits or `_.:-`" in page()


async def test_the_example_session_is_what_a_real_server_says(tmp_path: Path) -> None:
    """Said again word for word; every line passes the codec in its direction."""
    script = session_of(page())
    for line in script:
        (codec.decode_client if line.speaks else codec.decode_server)(line.text)
    really = await held(script, tmp_path)
    assert [str(line) for line in really] == [str(line) for line in script]
