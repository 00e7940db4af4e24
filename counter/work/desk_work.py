"""What a clerk does at the desk: sends commands, asks, or says why not. No Qt."""

from dataclasses import replace
from typing import Final

from counter.presenter import sheets, ticket_actions, undo
from counter.presenter.dialogs import first_ask
from counter.presenter.keys import BY_ID, RETURN, UNDO, Action, bring_back, command_of, take_back
from counter.presenter.papers import ticked
from counter.presenter.refusals import why_unlit
from counter.situation.situation import Ask, Situation
from counter.situation.ticket_in_view import find_ticket
from counter.work.desk_session import DeskSession
from server.protocol.views import Move

ENDING: Final = frozenset({Move.COMPLETE, Move.HOLD, Move.TRANSFER, Move.NO_SHOW, Move.RESUME})
"""Actions after which *Gọi tiếp* may be pressed before the server has answered."""


def _comes_next(action: Action, situation: Situation) -> bool:
    flight = situation.flight
    under_way = flight is not None and flight.action in ENDING
    return action.move is Move.CALL_NEXT and under_way and situation.is_live


class DeskWork:
    """The keys, the ticket in hand, and the sheets of tickets."""

    def __init__(self, session: DeskSession) -> None:
        """``session`` is the window's own."""
        self._session = session

    def press(self, code: str) -> None:
        """A big key: sends, asks, or says why it is not lit."""
        session, situation = self._session, self._session.situation
        desk, office = session.desk, session.office
        if desk is None or office is None or situation.ask is not None or situation.page:
            return
        action = BY_ID[code]
        if _comes_next(action, situation):
            session.set(replace(situation, eager=True, note=None))
        elif not (situation.is_free and action.move in desk.moves):
            session.say(why_unlit(action, desk, situation, office))
        elif action.asks:
            session.set(replace(situation, ask=first_ask(code, desk, office), note=None))
        else:
            self.do(action, Ask(code, desk.ticket.id if desk.ticket else ""))

    def follow_up(self) -> None:
        """Carry out an F1 that was pressed while the last command was under way."""
        situation = self._session.situation
        if situation.eager and situation.flight is None:
            self._session.set(replace(situation, eager=False))
            self.press(Move.CALL_NEXT)

    def do(self, action: Action, ask: Ask) -> None:
        """Send the command of a key."""
        seat = self._session.situation.seat
        if seat is not None:
            self._session.send(action.id, command_of(action, seat, ask))

    def bring(self, ticket: str) -> None:
        """Bring a held or missed ticket back into the line."""
        if self._session.desk is not None and self._session.situation.is_free:
            self._session.send(RETURN, bring_back(ticket), ticket)

    def take_back(self) -> None:
        """Undo the last action at this desk, or say why that is not possible."""
        session, situation = self._session, self._session.situation
        desk, seat = session.desk, situation.seat
        if desk is None or seat is None or situation.ask is not None or situation.page:
            return
        known = undo.undoable(desk, session.link.now())
        if known is not None and situation.is_free:
            words = undo.undo_words(known)
            session.send(UNDO, take_back(seat), done=f"Đã hoàn tác: {words}.")
        else:
            session.say(undo.why_not(desk, situation))

    def tick(self, place: int) -> None:
        """Tick a paper off, or undo that."""
        desk, situation = self._session.desk, self._session.situation
        if desk is not None and desk.ticket is not None:
            checks = ticked(situation.checks, desk.ticket.id, place)
            self._session.set(replace(situation, checks=checks))

    def tag(self, code: str) -> None:
        """Note a difficulty of the ticket in hand; once more takes it back."""
        desk, situation = self._session.desk, self._session.situation
        seat = situation.seat
        if desk is None or desk.ticket is None or seat is None or not situation.is_free:
            return
        command = ticket_actions.tag_command(seat, desk.ticket.id, code)
        self._session.send(ticket_actions.TAG, command, desk.ticket.id)

    def open(self, ticket: str, kind: str = ticket_actions.SHEET) -> None:
        """The sheet of a ticket, or one of the questions behind it."""
        session, situation = self._session, self._session.situation
        subject = find_ticket(session.desk, ticket)
        if session.office is None or subject is None:
            return
        ask = sheets.asked_about(subject, session.office, kind)
        session.set(replace(situation, ask=ask, note=None))
        if kind == ticket_actions.SHEET and situation.is_live:
            session.ask_story(ticket)
