"""Every list of the window for QML."""

from operator import attrgetter
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from counter.presenter.screen import (
    ActionRow,
    AsideRow,
    DeskRow,
    LineRow,
    LoadRow,
    PickRow,
    Screen,
    StoryRow,
)

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ListsModel(QObject):
    """One model a list; ``show`` changes only the rows that differ."""

    made = Signal()

    def __init__(self, parent: QObject) -> None:
        """All empty."""
        super().__init__(parent)
        self._actions, self._line = self._rows(ActionRow), self._rows(LineRow)
        self._aside, self._desks = self._rows(AsideRow), self._rows(DeskRow)
        self._loads = self._rows(LoadRow)
        self._clerks, self._places = self._rows(PickRow), self._rows(PickRow)
        self._choices, self._services = self._rows(PickRow), self._rows(PickRow)
        self._minutes, self._steps = self._rows(PickRow), self._rows(StoryRow)
        self._papers, self._tags = self._rows(PickRow), self._rows(PickRow)
        self._outcomes, self._found = self._rows(PickRow), self._rows(PickRow)
        self._priorities, self._kiosks = self._rows(PickRow), self._rows(PickRow)
        self._staff, self._duties = self._rows(PickRow), self._rows(PickRow)
        self._empty, self._story = self._rows(PickRow), self._rows(StoryRow)

    def _rows(self, row_type: type[Any]) -> RowsModel:
        return RowsModel(row_type, self)

    def show(self, screen: Screen) -> None:
        """Show the lists of this screen."""
        asked, papers, issue, steer = screen.dialog, screen.papers, screen.issue, screen.steer
        for model, rows in (
            *((self._actions, screen.actions), (self._line, screen.line)),
            *((self._aside, screen.aside), (self._desks, screen.desks)),
            *((self._loads, screen.loads), (self._steps, asked.steps)),
            *((self._clerks, screen.login.clerks), (self._places, screen.login.desks)),
            *((self._choices, asked.choices), (self._services, asked.services)),
            *((self._minutes, asked.minutes), (self._papers, papers.papers)),
            *((self._tags, papers.tags), (self._outcomes, papers.outcomes)),
            *((self._found, issue.found), (self._priorities, issue.priorities)),
            *((self._kiosks, issue.kiosks), (self._staff, steer.desks)),
            *((self._duties, steer.services), (self._empty, steer.places)),
            (self._story, steer.steps),
        ):
            model.show(rows)

    _get_actions = attrgetter("_actions")
    actions = Property(QObject, _get_actions, notify=made)
    _get_line = attrgetter("_line")
    line = Property(QObject, _get_line, notify=made)
    _get_aside = attrgetter("_aside")
    aside = Property(QObject, _get_aside, notify=made)
    _get_desks = attrgetter("_desks")
    desks = Property(QObject, _get_desks, notify=made)
    _get_loads = attrgetter("_loads")
    loads = Property(QObject, _get_loads, notify=made)
    _get_clerks = attrgetter("_clerks")
    clerks = Property(QObject, _get_clerks, notify=made)
    _get_places = attrgetter("_places")
    places = Property(QObject, _get_places, notify=made)
    _get_choices = attrgetter("_choices")
    choices = Property(QObject, _get_choices, notify=made)
    _get_services = attrgetter("_services")
    services = Property(QObject, _get_services, notify=made)
    _get_minutes = attrgetter("_minutes")
    minutes = Property(QObject, _get_minutes, notify=made)
    _get_steps = attrgetter("_steps")
    steps = Property(QObject, _get_steps, notify=made)
    _get_papers = attrgetter("_papers")
    papers = Property(QObject, _get_papers, notify=made)
    _get_tags = attrgetter("_tags")
    tags = Property(QObject, _get_tags, notify=made)
    _get_outcomes = attrgetter("_outcomes")
    outcomes = Property(QObject, _get_outcomes, notify=made)
    _get_found = attrgetter("_found")
    found = Property(QObject, _get_found, notify=made)
    _get_priorities = attrgetter("_priorities")
    priorities = Property(QObject, _get_priorities, notify=made)
    _get_kiosks = attrgetter("_kiosks")
    kiosks = Property(QObject, _get_kiosks, notify=made)
    _get_staff = attrgetter("_staff")
    staff = Property(QObject, _get_staff, notify=made)
    _get_duties = attrgetter("_duties")
    duties = Property(QObject, _get_duties, notify=made)
    _get_empty = attrgetter("_empty")
    empty = Property(QObject, _get_empty, notify=made)
    _get_story = attrgetter("_story")
    story = Property(QObject, _get_story, notify=made)
