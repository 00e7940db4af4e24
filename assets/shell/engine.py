"""Makes the Qt application and the QML engine for every app."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QLoggingCategory, QObject, QTranslator, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtQuickControls2 import QQuickStyle

from assets import FONTS, QML
from assets.languages.language import SOURCE, language_of, languages
from assets.shell.garbage import collect_in_this_thread
from assets.shell.touch import TouchGuard

TEXT_FONT = "Be Vietnam Pro"


class BrokenQml(RuntimeError):
    """A QML module that did not load; ``str()`` holds the engine's warnings."""


def make_app(arguments: Sequence[str] = (), name: str = "denluot") -> QGuiApplication:
    """The application object, with the shipped fonts and the Basic style; collects garbage itself.

    Returns the one that exists already if there is one (tests).
    """
    existing = QGuiApplication.instance()
    app = existing if isinstance(existing, QGuiApplication) else None
    if app is None:
        # Rendering must be the same with and without a GPU; the environment may override it.
        os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
        QQuickStyle.setStyle("Basic")
        # Logged for every Latin font asked for Khmer although the right font is found.
        QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
        app = QGuiApplication(["denluot", *arguments])
    app.setApplicationName(name)
    collect_in_this_thread(app)
    load_fonts()
    return app


def load_fonts() -> None:
    """Load the shipped fonts once; a language's own stands in where Be Vietnam Pro has no glyph."""
    scripts = [(each, each.script) for each in languages().values() if each.script]
    if TEXT_FONT not in QFontDatabase.families():
        own = {each.font_file(file) for each, script in scripts for file in script.files}
        for file in sorted({*FONTS.glob("*.ttf"), *own}):
            QFontDatabase.addApplicationFont(str(file))
    others = [script.family for _, script in scripts]
    QFont.insertSubstitutions(TEXT_FONT, others)
    QGuiApplication.setFont(QFont([TEXT_FONT, *others]))


class Languages(QObject):
    """Switches the language of a running engine. Vietnamese is the source and needs no file."""

    changed = Signal(str)

    def __init__(self, engine: QQmlApplicationEngine) -> None:
        """Start in Vietnamese."""
        super().__init__(engine)
        self._engine = engine
        self._translator: QTranslator | None = None
        self.current = SOURCE

    def switch(self, code: str) -> None:
        """Show a language's words by its code; a text without a translation stays Vietnamese."""
        if code == self.current:
            return
        if self._translator is not None:
            QGuiApplication.removeTranslator(self._translator)
            self._translator.deleteLater()  # its words stay in memory as long as it lives
            self._translator = None
        translator = QTranslator()
        catalogue = language_of(code).interface
        if catalogue.is_file() and translator.load(str(catalogue)):
            translator.setParent(self)
            QGuiApplication.installTranslator(translator)
            self._translator = translator
        self.current = code
        self._engine.retranslate()
        self.changed.emit(code)


class Engine(QQmlApplicationEngine):
    """A QML engine with the shared QML parts that collects its warnings."""

    def __init__(self, *import_paths: Path) -> None:
        """``import_paths`` are the app's own QML folders (``<app>/qml``)."""
        super().__init__()
        self.complaints: list[str] = []
        # Python would delete a guard that only Qt holds.
        self._guards: list[TouchGuard] = []
        QGuiApplication.instance().aboutToQuit.connect(self.close)  # type: ignore[union-attr]  # make_app was called
        self.languages = Languages(self)
        self.warnings.connect(self._note)
        for path in (QML, *import_paths):
            self.addImportPath(str(path))

    @Slot(list)
    def _note(self, warnings: Sequence[object]) -> None:
        self.complaints.extend(getattr(w, "toString", w.__str__)() for w in warnings)

    def open(
        self, module: str, properties: Mapping[str, object], component: str = "Main"
    ) -> QQuickWindow:
        """Load ``module``'s root window with its required properties, not yet shown.

        Only the first finger of a touch counts (`assets.shell.touch`). Raises ``BrokenQml``.
        """
        self.setInitialProperties(dict(properties))
        self.loadFromModule(module, component)
        roots = self.rootObjects()
        if not roots or not isinstance(roots[-1], QQuickWindow):
            raise BrokenQml("\n".join(self.complaints) or f"{module}.{component} is no window")
        window = roots[-1]
        self._guards.append(TouchGuard(window))
        return window

    @Slot()
    def close(self) -> None:
        """Close the windows before their view models are deleted, or bindings would fail."""
        for root in self.rootObjects():
            shiboken6.delete(root)
