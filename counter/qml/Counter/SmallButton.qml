import QtQuick
import QtQuick.Templates as T
import QueueUi

// A button beside other things: words, and the key that does the same if there is one.
T.AbstractButton {
    id: root

    property string key: ""
    property bool strong: false

    Accessible.name: text
    focusPolicy: Qt.TabFocus
    implicitWidth: words.implicitWidth + 2 * Theme.spaceS
    implicitHeight: Theme.px(64)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusS
        color: !root.enabled ? Theme.raised : root.down ? Theme.pressed : root.strong ? Theme.accentSoft : Theme.surface
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : root.strong ? Theme.accent : Theme.line
    }
    contentItem: Item {
        Row {
            id: words

            anchors.centerIn: parent
            spacing: Theme.spaceXs

            KeyCap {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.key !== ""
                text: root.key
                ink: Theme.accent
            }
            BodyText {
                anchors.verticalCenter: parent.verticalCenter
                text: root.text
                color: root.enabled ? Theme.accent : Theme.textMuted
                font.pixelSize: Theme.px(24)
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
            }
        }
    }
}
