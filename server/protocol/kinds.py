"""Every command and every query there is, as its class and by its tag."""

from typing import Final, get_args

from server.protocol.commands import AnyCommand
from server.protocol.messages import AnyQuery
from server.protocol.office import Wire

COMMANDS: Final[tuple[type[Wire], ...]] = get_args(get_args(AnyCommand)[0])
QUERIES: Final[tuple[type[Wire], ...]] = get_args(get_args(AnyQuery)[0])


def kind_of(asked: type[Wire]) -> str:
    """The tag by which the wire names a command or a query of this class."""
    return str(asked.model_fields["kind"].default)
