"""A command is known in every room it passes, or a test here says in which one it was forgotten.

Its two classes are compared when ``server.wire`` is imported (``tests/unit/server/test_wire.py``).
"""

from types import ModuleType

import pytest

from server.core import alerts, decide, events, evolve
from server.core import commands as core
from server.office import rights
from server.protocol import commands as wire
from server.protocol.kinds import COMMANDS, QUERIES, kind_of
from server.protocol.messages import Role
from server.protocol.office import Wire
from server.wire import core_class, snake
from server.words import story


@pytest.mark.finding("H8")
@pytest.mark.parametrize("asked", COMMANDS, ids=kind_of)
def test_a_command_of_the_wire_has_its_tag_its_decision_and_somebody_who_may_send_it(
    asked: type[Wire],
) -> None:
    """``tag_ticket`` is ``TagTicket`` there and in the core."""
    assert kind_of(asked) == snake(asked.__name__)
    assert core_class(asked) in decide._DECIDE
    assert [role for role in Role if asked in rights.RIGHTS[role].commands] != []


@pytest.mark.finding("H8")
def test_rights_name_commands_and_queries_only_and_every_role() -> None:
    """A class of something else in the table would be a right to nothing."""
    assert set(rights.RIGHTS) == set(Role)
    may = rights.RIGHTS.values()
    assert frozenset().union(*(each.commands for each in may)) == set(COMMANDS)
    assert frozenset().union(*(each.queries for each in may)) == set(QUERIES)


@pytest.mark.finding("H8")
def test_every_core_command_is_decided_and_every_event_evolved() -> None:
    """And those of a ticket can be told in words."""
    assert set(decide._DECIDE) == _leaves(core, core.Command)
    assert set(evolve._EVOLVE) == _leaves(events, events.Event)
    of_tickets = {snake(each.__name__) for each in _leaves(events, events.TicketEvent)}
    assert of_tickets == set(story.STEPS)


def _leaves(module: ModuleType, parent: type) -> set[type]:
    """The classes of a module below ``parent`` that nothing else there is below of."""
    kinds = {
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, parent)
    }
    return kinds - {above for kind in kinds for above in kind.__mro__[1:]}


@pytest.mark.finding("H9")
def test_the_outcomes_of_an_alert_are_named_where_a_third_party_reads() -> None:
    """In the text of the command, from which ``docs/protocol.md`` is written."""
    said = wire.ResolveAlert.__doc__ or ""
    assert [each for each in alerts.OUTCOMES if f"``{each}``" not in said] == []
