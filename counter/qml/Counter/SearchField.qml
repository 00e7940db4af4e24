import QtQuick
import QtQuick.Templates as T
import QueueUi

// A line to type in.
T.TextField {
    id: root

    property string caption: ""

    Accessible.name: caption
    placeholderText: caption
    implicitHeight: Theme.px(88)
    leftPadding: Theme.px(64)
    rightPadding: Theme.spaceS
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Theme.accentSoft
    selectedTextColor: Theme.text
    selectByMouse: true
    maximumLength: 60
    font.family: Theme.textFont
    font.pixelSize: Theme.sizeBody

    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.surface
        border.width: root.activeFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.activeFocus ? Theme.accent : Theme.lineStrong

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.spaceS
            glyph: "search"
            size: Theme.px(36)
            color: Theme.textMuted
        }
    }
    Caption {
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        verticalAlignment: Text.AlignVCenter
        visible: root.text === "" && root.preeditText === ""
        text: root.caption
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
    }
}
