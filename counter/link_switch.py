"""Switches one window between two links: to the real office, and to its training office.

During training the real link stays up but disconnected from the window: the sign-in is kept, and on
return the newest greeting, view and connection state are shown at once.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, SignalInstance, Slot

from counter.situation.seat_file import SeatFile
from counter.viewmodels.window import CounterViewModel
from counter.work.desk_session import CommandLink, remember_nothing
from server.protocol.messages import SignedIn, Welcome
from server.protocol.views import CounterView

TRAINING_PATH: Final = "/training/ws"


class SignalLink(CommandLink, Protocol):
    """The signals and methods of a server link that are used here."""

    @property
    def welcomed(self) -> SignalInstance:
        """A greeting came."""

    @property
    def viewed(self) -> SignalInstance:
        """A view came."""

    @property
    def answered(self) -> SignalInstance:
        """A command was answered."""

    @property
    def told(self) -> SignalInstance:
        """A question was answered."""

    @property
    def signedIn(self) -> SignalInstance:  # noqa: N802 -- the link's own name for it
        """A sign-in was answered, or ended."""

    @property
    def connectionChanged(self) -> SignalInstance:  # noqa: N802 -- the link's own name for it
        """The link is in another state."""

    def start(self) -> None:
        """Connect."""

    def stop(self) -> None:
        """Close for good."""


def join(link: SignalLink, view_model: CounterViewModel) -> None:
    """Connect the link's signals to the view model."""
    link.welcomed.connect(view_model.welcome)
    link.viewed.connect(view_model.view)
    link.answered.connect(view_model.answer)
    link.told.connect(view_model.told)
    link.signedIn.connect(view_model.signed)
    link.connectionChanged.connect(view_model.connection)


def part(link: SignalLink, view_model: CounterViewModel) -> None:
    """Disconnect the link's signals from the view model."""
    link.welcomed.disconnect(view_model.welcome)
    link.viewed.disconnect(view_model.view)
    link.answered.disconnect(view_model.answer)
    link.told.disconnect(view_model.told)
    link.signedIn.disconnect(view_model.signed)
    link.connectionChanged.disconnect(view_model.connection)


def training_url(url: str) -> str:
    """The address of this server's training office."""
    return url.removesuffix("/ws").removesuffix("/") + TRAINING_PATH


class LinkSwitch(QObject):
    """Switches the window between the two."""

    def __init__(
        self,
        link: SignalLink,
        view_model: CounterViewModel,
        seats: SeatFile,
        connect: Callable[[str], SignalLink],
        url: str,
    ) -> None:
        """``connect`` makes a link that keeps nothing; ``url`` is the real server's."""
        super().__init__()
        self._real, self._view_model, self._seats = link, view_model, seats
        self._connect, self._url = connect, url
        self._training: SignalLink | None = None
        self._welcome: Welcome | None = None
        self._word = "connecting"
        link.welcomed.connect(self._keep_welcome)
        link.viewed.connect(self._keep_view)
        link.connectionChanged.connect(self._keep_word)
        link.signedIn.connect(self._keep_clerk)
        view_model.settings_model.trainingAsked.connect(self.go)
        join(link, view_model)

    @Slot(bool)
    def go(self, training: bool) -> None:
        """Go to the training office, or back; does nothing while a ticket is in hand."""
        if training == (self._training is not None):
            return
        if training:
            self._enter()
        else:
            self._come_back()

    def close(self) -> None:
        """Close both links."""
        if self._training is not None:
            self._training.stop()
        self._real.stop()

    def _enter(self) -> None:
        session = self._view_model.session
        desk = session.desk
        if desk is not None and (desk.ticket is not None or session.situation.flight is not None):
            session.say("Xin xong số đang phục vụ trước khi luyện tập.")
            return
        part(self._real, self._view_model)
        self._training = self._connect(training_url(self._url))
        session.use(self._training, None, remember_nothing, training=True)
        join(self._training, self._view_model)
        self._training.start()

    def _come_back(self) -> None:
        training, self._training = self._training, None
        if training is None:
            return
        part(training, self._view_model)
        training.stop()
        session = self._view_model.session
        session.use(self._real, self._seats.load(), self._seats.save, training=False)
        if self._welcome is not None:
            session.on_welcome(self._welcome)
        session.on_connection(self._word)
        join(self._real, self._view_model)

    @Slot(object)
    def _keep_welcome(self, welcome: Welcome) -> None:
        self._welcome = welcome

    @Slot(object)
    def _keep_view(self, view: object) -> None:
        if self._welcome is not None and isinstance(view, CounterView):
            self._welcome = self._welcome.model_copy(update={"view": view})

    @Slot(str, object)
    def _keep_clerk(self, _request: str, answer: object) -> None:
        if self._welcome is not None and isinstance(answer, SignedIn):
            self._welcome = self._welcome.model_copy(update={"clerk": answer.clerk})

    @Slot(str)
    def _keep_word(self, word: str) -> None:
        self._word = word
