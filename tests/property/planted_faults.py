"""Faults that the tests of the core must find: each a small slip somebody could really make.

``old`` must stand in the file exactly once. ``tests`` are those that should find it.
"""

from dataclasses import dataclass
from typing import Final

MACHINE: Final = "property/test_core_machine.py"
RULES: Final = "property/test_discipline_rules.py"
ORDER: Final = "unit/server/core/test_discipline.py"
HOURS: Final = "unit/server/core/test_calendar_hours.py"
UNDO: Final = "unit/server/core/test_undoing.py"
NUMBERS: Final = "unit/server/core/test_numbering.py"
ALONE: Final = "unit/server/core/test_issuing.py"


@dataclass(frozen=True)
class Fault:
    """In ``file`` of server/core, ``new`` for ``old`` breaks what ``breaks`` says."""

    file: str
    old: str
    new: str
    breaks: str
    tests: str = MACHINE


FAULTS: Final = (
    Fault(
        "undoing.py",
        "return tallied(changed, memory.service, memory.counted, times=-1)",
        "return changed",
        "an undo takes the counts back",
    ),
    Fault(
        "undoing.py",
        "restored = replace(memory.desk, front=now.front, services=now.services, memory=None)",
        "restored = replace(memory.desk, front=(), services=now.services, memory=None)",
        "an undo keeps the places others have at the desk",
        UNDO,
    ),
    Fault(
        "undoing.py",
        "restored = replace(memory.desk, front=now.front, services=now.services, memory=None)",
        "restored = replace(memory.desk, front=now.front, memory=None)",
        "an undo leaves what a supervisor assigned",
        UNDO,
    ),
    Fault(
        "evolve.py",
        '        state = placed(state, ticket, replace(ticket, only_at=""))\n',
        "",
        "a desk that closes releases the tickets sent to it",
        "unit/server/core/test_desks.py",
    ),
    Fault(
        "evolve.py",
        '        tickets = tickets.put(ticket_id, replace(tickets[ticket_id], front_of=""))\n',
        "        pass\n",
        "a desk that closes releases the places it kept",
        "unit/server/core/test_desks.py",
    ),
    Fault(
        "undoing.py",
        "if not ended_here and (now is None or now.touched != memory.version):",
        "if not ended_here and now is None:",
        "an undo is refused once another desk called the ticket",
    ),
    Fault(
        "undoing.py",
        "if command.at - memory.at > timedelta(seconds=state.in_force.limits.undo_s):",
        "if command.at - memory.at > timedelta(minutes=state.in_force.limits.undo_s):",
        "an undo is possible for a minute",
    ),
    Fault(
        "evolve.py",
        "return forgotten(listed(changed, call), event.counter)",
        "return listed(changed, call)",
        "a recall ends what can be undone",
        UNDO,
    ),
    Fault(
        "undoing.py",
        "    calls = with_status(changed.calls, before)\n",
        "    calls = changed.calls\n",
        "the lobby shows what an undo restored",
    ),
    Fault(
        "state_changes.py",
        "if new.status is not Status.WAITING or new.front_of != old.front_of:",
        "if True:",
        "a priority does not cost a kept place",
        UNDO,
    ),
    Fault(
        "evolve.py",
        "first_called_at=ticket.first_called_at or event.at,",
        "first_called_at=event.at,",
        "the first call is the first",
    ),
    Fault(
        "evolve.py",
        "    if ticket.first_called_at is None:\n",
        "    if True:\n",
        "a wait is counted once a ticket",
    ),
    Fault(
        "evolve.py",
        "    changed = emptied(moved(state, event, ticket), event.counter, event.at, served=1)",
        "    changed = emptied(moved(state, event, ticket), event.counter, event.at)",
        "a desk counts whom it served",
    ),
    Fault(
        "evolve.py",
        "return _with_priority(changed, event.priority)",
        "return changed",
        "a priority added later is counted",
    ),
    Fault(
        "evolve.py",
        "changed = emptied(changed, event.counter, event.at)\n"
        "    return remembered(changed, event, ticket, desk, Tally(no_show=1))",
        "return remembered(changed, event, ticket, desk, Tally(no_show=1))",
        "a no-show frees the desk",
    ),
    Fault(
        "evolve.py",
        "route=ticket.route[1:],",
        "route=ticket.route,",
        "a route comes to its end",
        "unit/server/core/test_routes.py",
    ),
    Fault(
        "decide.py",
        "    if desk.ticket:\n        raise Rejected(ErrorCode.COUNTER_BUSY, desk.id)\n"
        "    return (e.CounterClosed(",
        "    return (e.CounterClosed(",
        "nobody closes a desk with a ticket in hand",
        "unit/server/core/test_decide.py",
    ),
    Fault(
        "decide.py",
        "    if origin.ticket:\n        raise Rejected(ErrorCode.COUNTER_BUSY, origin.id)\n",
        "",
        "a moved clerk leaves nobody behind",
    ),
    Fault(
        "decide.py",
        "if other.clerk == command.clerk and other.id != desk.id:",
        "if False:",
        "a clerk sits at one desk",
        "unit/server/core/test_decide.py",
    ),
    Fault(
        "alerts.py",
        "if count > state.in_force.limits.transfers or (goes_back and count > 1):",
        "if goes_back and count > 1:",
        "too many transfers raise an alarm",
        "unit/server/core/test_desks.py",
    ),
    Fault(
        "decide.py",
        "if command.at - missed_at > timedelta(seconds=limits.no_show_grace_s):",
        "if False:",
        "a no-show may come back within the grace only",
        "unit/server/core/test_decide.py",
    ),
    Fault(
        "decide.py",
        "    if ticket.recall_count >= state.in_force.recall_limit:\n"
        "        raise Rejected(ErrorCode.RECALL_LIMIT, ticket.label)\n",
        "",
        "recalls have a limit",
        "unit/server/core/test_decide.py",
    ),
    Fault(
        "issuing.py",
        "        raise Rejected(ErrorCode.TICKET_ID_TAKEN, ticket)",
        "        pass",
        "a ticket id is used once",
    ),
    Fault(
        "issuing.py",
        "    if name in state.used_labels:\n"
        '        raise Rejected(ErrorCode.NUMBER_NOT_RESERVED, f"{name} is recorded already")\n',
        "",
        "an offline number is recorded once",
        "unit/server/core/test_decide.py",
    ),
    Fault(
        "numbering.py",
        "number = _beyond(kept, service.first_number if last is None else last + 1)",
        "number = _beyond(kept, service.first_number if last is None else last + 2)",
        "numbers have no gap",
    ),
    Fault(
        "issuing.py",
        "return booked_at if booked_at - early <= at <= booked_at + late else at",
        "return booked_at if at <= booked_at + late else at",
        "an appointment counts inside its window only",
        HOURS,
    ),
    Fault(
        "discipline.py",
        "if oldest.place < capped and ticket is not oldest:",
        "if False:",
        "nobody overtakes who has waited beyond the cap",
        RULES,
    ),
    Fault(
        "discipline.py",
        "return -priority.rank, *place",
        "return priority.rank, *place",
        "strict: the higher rank goes first",
        RULES,
    ),
    Fault(
        "discipline.py",
        "of_turn = [each for each in heads if (ranks[each.priority].rank > 0) == wants_priority]",
        "of_turn = [each for each in heads if ranks[each.priority].rank > 0]",
        "ratio: ordinary people have their turn",
        RULES,
    ),
    Fault(
        "discipline.py",
        "return -waited_us * priority.rate_percent, *place",
        "return -waited_us, *place",
        "accumulating: waits are weighted",
        RULES,
    ),
    Fault(
        "discipline.py",
        "return 0, stands_at - timedelta(seconds=priority.credit_s), sequence",
        "return 0, stands_at + timedelta(seconds=priority.credit_s), sequence",
        "credit: as if having come earlier",
        RULES,
    ),
    Fault(
        "discipline.py",
        "standing = [head for head in standing if head.service == preferred]",
        "pass",
        "preferred services go first",
        ORDER,
    ),
    Fault(
        "discipline.py",
        "    yield from left_for_others\n",
        "",
        "nobody left for another desk is lost to this one",
        RULES,
    ),
    Fault(
        "discipline.py",
        "if choice[1].code == explain.OLDEST and older:",
        "if False:",
        "nobody is called the oldest who is not",
        RULES,
    ),
    Fault(
        "discipline.py",
        "max(queue.rank(capped), _put_first(rules, code, queue, ticket, now))",
        "_put_first(rules, code, queue, ticket, now)",
        "those the cap protects count as ahead",
        RULES,
    ),
    Fault(
        "calendar.py",
        "left -= max(stretch.closes_at - begins, timedelta())",
        "left -= stretch.closes_at - stretch.opens_at",
        "a session that runs counts by what is left of it",
        HOURS,
    ),
    Fault(
        "calendar.py",
        "return begun[-1] if begun else None",
        "return begun[0] if begun else None",
        "the note names the session of the call",
        HOURS,
    ),
    Fault(
        "calendar.py",
        "local = at.astimezone(_zone(zone)) - timedelta(minutes=turns_min)",
        "local = at - timedelta(minutes=turns_min)",
        "the day is the office's and not UTC's",
        HOURS,
    ),
    Fault(
        "calendar.py",
        "at >= _moment(today(rules, at), cutoff, rules.zone)",
        "minute_of_day(at, rules.zone) >= cutoff",
        "after midnight it is still after three",
        HOURS,
    ),
    Fault(
        "numbering.py",
        "kept = _reserves(state, service)\n    last = state.numbers",
        "kept: list[Reserve] = []\n    last = state.numbers",
        "the hall steps over what kiosks keep",
        NUMBERS,
    ),
    Fault(
        "numbering.py",
        "if each.first <= last <= each.last:",
        "if each.first < last < each.last:",
        "two kiosks never keep the same number",
        NUMBERS,
    ),
    Fault(
        "evolve.py",
        "        issued = issued.put(event.instead_of, state.version)\n",
        "        pass\n",
        "a question that comes too late makes no ticket",
        ALONE,
    ),
    Fault(
        "issuing.py",
        "        *_withdrawn(state, command),\n",
        "",
        "a number nobody heard of ends",
        ALONE,
    ),
    Fault(
        "issuing.py",
        "ticket.kiosk != command.device",
        "False",
        "a kiosk ends its own tickets only",
        ALONE,
    ),
    Fault(
        "story.py",
        "other.place > ticket.place",
        "other.place < ticket.place",
        "who stood behind is said to have stood behind",
        "unit/server/core/test_story.py",
    ),
)
