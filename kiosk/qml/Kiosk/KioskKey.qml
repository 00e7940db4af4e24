import QtQuick
import QtQuick.Templates as T
import QueueUi

// A key of the keyboard on the glass. It takes no focus, so a real keyboard keeps working.
T.AbstractButton {
    id: root

    property string glyph: ""

    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Theme.px(103)

    background: Rectangle {
        radius: Theme.radiusS
        color: root.down ? Theme.pressed : Theme.surface
        border.width: Theme.hairline
        border.color: Theme.line
    }
    contentItem: Item {
        BodyText {
            anchors.centerIn: parent
            visible: root.glyph === ""
            text: root.text
            font.pixelSize: root.text.length > 1 ? Theme.sizeBody : Theme.px(42)
            font.weight: Font.Medium
        }
        Icon {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            glyph: root.glyph
        }
    }
}
