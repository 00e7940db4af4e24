import QtQuick
import QtQuick.Templates as T
import QueueUi

// One of the strip's three lists, with how many are in it.
T.AbstractButton {
    id: root

    property string count: ""

    Accessible.name: count ? text + " " + count : text
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.px(68)
    Keys.onReturnPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusS
        color: root.checked ? Theme.accentSoft : "transparent"
        border.width: root.visualFocus ? 2 * Theme.hairline : root.checked ? Theme.hairline : 0
        border.color: root.visualFocus ? Theme.lineStrong : Theme.accent
    }
    contentItem: BodyText {
        text: root.count ? root.text + " · " + root.count : root.text
        color: root.checked ? Theme.accent : Theme.textMuted
        font.pixelSize: Theme.px(25)
        font.weight: root.checked ? Font.DemiBold : Font.Medium
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.NoWrap
    }
}
