import QtQuick
import QtQuick.Templates as T

// A square button with an icon only; `text` is its spoken name.
T.AbstractButton {
    id: root

    property string glyph: ""

    Accessible.name: text
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.touch
    implicitWidth: Theme.touch

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : Theme.surface
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : Theme.line
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: root.glyph
            color: root.enabled ? Theme.accent : Theme.textMuted
        }
    }
}
