"""Text to message and back: the only JSON of the wire."""

from typing import Any, Final, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from server.protocol.messages import ClientMessage, ServerMessage
from server.protocol.version import PROTOCOL_VERSION

M = TypeVar("M")

_CLIENT: Final[TypeAdapter[ClientMessage]] = TypeAdapter(ClientMessage)
_SERVER: Final[TypeAdapter[ServerMessage]] = TypeAdapter(ServerMessage)


class BadMessage(ValueError):
    """The text is not a message of this protocol; ``str()`` says where and why, without the
    input.
    """


def encode(message: BaseModel) -> str:
    """One message as JSON text."""
    return message.model_dump_json(exclude_defaults=False)


def decode_client(text: str | bytes) -> ClientMessage:
    """What a client sent. Raises ``BadMessage``."""
    return _decode(_CLIENT, text)


def decode_server(text: str | bytes) -> ServerMessage:
    """What the server sent. Raises ``BadMessage``."""
    return _decode(_SERVER, text)


def _decode(adapter: TypeAdapter[M], text: str | bytes) -> M:
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadMessage(f"{where}: {first['msg']}" if where else str(first["msg"])) from None


def json_schema() -> dict[str, Any]:
    """The published schema: both directions of the wire."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Đến Lượt protocol",
        "version": PROTOCOL_VERSION,
        "client_to_server": _CLIENT.json_schema(),
        "server_to_client": _SERVER.json_schema(),
    }
