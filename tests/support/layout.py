"""What is wrong with a window to the eye and the finger, as sentences. Used on every kiosk page."""

from collections.abc import Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem, QQuickWindow

from assets.shell.pilot import name_of, text_of, visible_items

GROUND = "ground"
OVERLAY = "overlay"
SLACK = 1.5  # px: a text's box may be rounded up


def box(item: QQuickItem) -> QRectF:
    """The item's rectangle on the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def seen(item: QQuickItem) -> QRectF:
    """What is left of ``box`` after everything above it has clipped it."""
    rest = box(item)
    for parent in above(item):
        if parent.clip():
            rest = rest.intersected(box(parent))
    return rest


def above(item: QQuickItem) -> Iterator[QQuickItem]:
    """The items that hold ``item``, from the nearest to the window's own."""
    # Qt's stubs do not know that the topmost item has no parent.
    parent = cast("QQuickItem | None", item.parentItem())
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def faults(window: QQuickWindow, least_target: float) -> list[str]:
    """Cut or overflowing words, overlapping or too small buttons, anything beyond the glass."""
    items = uncovered(window)
    buttons = buttons_of(window)
    return [
        *_off_screen(window, items),
        *_small(buttons, least_target),
        *_overlapping(buttons),
        *_overflowing(buttons),
        *_texts_over_buttons(items, buttons),
        *_leaving_cards(items),
    ]


def buttons_of(window: QQuickWindow) -> list[QQuickItem]:
    """Everything a finger can press, as far as it is seen; not the whole ground of a page."""
    return [
        item
        for item in uncovered(window)
        if item.inherits("QQuickAbstractButton")
        and item.objectName() != GROUND
        and not seen(item).isEmpty()
    ]


def uncovered(window: QQuickWindow) -> list[QQuickItem]:
    """What stands on the glass: of an overlay's page the overlay alone."""
    items = list(visible_items(window))
    over = next((item for item in reversed(items) if item.objectName() == OVERLAY), None)
    return items if over is None else [item for item in items if over in above(item)]


def _off_screen(window: QQuickWindow, items: list[QQuickItem]) -> Iterator[str]:
    glass = box(window.contentItem()).adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for item in items:
        if text_of(item) and not seen(item).isEmpty() and not glass.contains(seen(item)):
            yield f"beyond the glass: {text_of(item)!r} {seen(item)}"


def _small(buttons: list[QQuickItem], least: float) -> Iterator[str]:
    for button in buttons:
        if min(button.width(), button.height()) < least:
            size = f"{button.width():.0f}×{button.height():.0f}"
            yield f"too small for a finger: {name_of(button)!r} {size}"


def _overlapping(buttons: list[QQuickItem]) -> Iterator[str]:
    for one, other in combinations(buttons, 2):
        common = seen(one).intersected(seen(other))
        if min(common.width(), common.height()) > SLACK:
            yield f"overlapping: {name_of(one)!r} and {name_of(other)!r}"


def _overflowing(buttons: list[QQuickItem]) -> Iterator[str]:
    for button in buttons:
        for text in _texts_of(button):
            inside = box(button).adjusted(-SLACK, -SLACK, SLACK, SLACK)
            drawn = QRectF(box(text))
            drawn.setHeight(float(text.property("contentHeight")))
            drawn.moveTop(box(text).center().y() - drawn.height() / 2)
            if text.property("truncated") or not inside.contains(drawn):
                yield f"words do not fit their button: {text_of(text)!r}"


def _texts_over_buttons(items: list[QQuickItem], buttons: list[QQuickItem]) -> Iterator[str]:
    free = [i for i in items if text_of(i) and not _button_of(i) and not seen(i).isEmpty()]
    for text in free:
        for button in buttons:
            common = seen(text).intersected(seen(button))
            if min(common.width(), common.height()) > SLACK:
                yield f"words under a button: {text_of(text)!r} and {name_of(button)!r}"


def _leaving_cards(items: list[QQuickItem]) -> Iterator[str]:
    for text in (item for item in items if text_of(item)):
        card = next((one for one in above(text) if _is_card(one)), None)
        if card is not None and not box(card).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(
            seen(text)
        ):
            yield f"words leave their card: {text_of(text)!r}"


def _is_card(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith(("Card_", "QQuickRectangle")) and (
        item.property("tone") is not None
    )


def _texts_of(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            if text_of(child):
                yield child
            yield from _texts_of(child)


def _button_of(item: QQuickItem) -> QQuickItem | None:
    return next((one for one in above(item) if one.inherits("QQuickAbstractButton")), None)
