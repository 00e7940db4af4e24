"""A chart for QML: bars and marks as rows, lines as points."""

from operator import attrgetter

from PySide6.QtCore import Property, QObject, QPointF, Signal
from PySide6.QtQml import QmlElement

from assets.shell.rows import RowsModel
from display.wall.charts import Bar, Chart, Hour, Point, Tick

QML_IMPORT_NAME = "DisplayModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ChartModel(QObject):
    """``charts.Chart`` for QML; says ``changed`` only when it is another. y points upward."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = Chart()
        self._bars = RowsModel(Bar, self)
        self._hours, self._amounts = RowsModel(Hour, self), RowsModel(Tick, self)

    def show(self, chart: Chart) -> None:
        """Show this from now on."""
        if chart == self._chart:
            return
        self._chart = chart
        self._bars.show(chart.bars)
        self._hours.show(chart.hours)
        self._amounts.show(chart.amounts)
        self.changed.emit()

    _bar_rows = attrgetter("_bars")
    bars = Property(QObject, _bar_rows, notify=changed)
    _hour_rows = attrgetter("_hours")
    hours = Property(QObject, _hour_rows, notify=changed)
    _amount_rows = attrgetter("_amounts")
    amounts = Property(QObject, _amount_rows, notify=changed)
    _limit_at = attrgetter("_chart.limit")
    limit = Property(float, _limit_at, notify=changed)
    _now_at = attrgetter("_chart.now")
    now = Property(float, _now_at, notify=changed)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # the stub forgets type names
    def today(self) -> list[QPointF]:
        """Today's line."""
        return _points(self._chart.today)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # the stub forgets type names
    def yesterday(self) -> list[QPointF]:
        """Yesterday's line."""
        return _points(self._chart.yesterday)

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # the stub forgets type names
    def usual(self) -> list[QPointF]:
        """The usual day's line."""
        return _points(self._chart.usual)


def _points(line: tuple[Point, ...]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in line]
