import QtQuick
import QtQuick.Templates as T
import QueueUi

// A key of a keyboard on the glass. It takes no focus, so a real keyboard keeps working. `face` is
// what is drawn where it is not `text`, the spoken name; `below` a small word under it.
T.AbstractButton {
    id: root

    property string face: text
    property string below: ""
    property string glyph: ""
    property string tone: "plain"

    Accessible.name: text
    focusPolicy: Qt.NoFocus
    implicitHeight: Theme.touch

    background: Rectangle {
        radius: Theme.radiusS
        color: root.down ? Theme.pressed : root.tone === "soft" ? Theme.accentSoft : root.tone === "quiet" ? Theme.raised : Theme.surface
        border.width: Theme.hairline
        border.color: root.tone === "soft" ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            visible: root.glyph === ""
            width: parent.width

            BodyText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.face
                wrapMode: Text.NoWrap
                lineHeight: root.below === "" ? 1 : 0.86
                font.pixelSize: root.face.length > 2 ? Theme.px(28) : Theme.px(root.below === "" ? 46 : 42)
                font.weight: Font.Medium
            }
            BodyText {
                width: parent.width
                visible: root.below !== ""
                horizontalAlignment: Text.AlignHCenter
                text: root.below
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.px(22)
                color: Theme.textMuted
            }
        }
        Icon {
            anchors.centerIn: parent
            visible: root.glyph !== ""
            glyph: root.glyph
        }
    }
}
