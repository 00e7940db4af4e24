import QtQuick
import QtQuick.Templates as T
import QueueUi

// Takes the last action back; there only while that can be done.
T.AbstractButton {
    id: root

    required property string undo

    visible: undo !== ""
    text: qsTr("Hoàn tác (Ctrl+Z)")
    objectName: "undo"
    Accessible.name: text
    Accessible.description: qsTr("Lấy lại việc vừa làm: %1").arg(undo)
    // A click leaves the focus with the keys: the button goes away with what it does.
    focusPolicy: Qt.TabFocus
    implicitWidth: words.implicitWidth + 2 * Theme.spaceS
    implicitHeight: Theme.px(64)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusS
        color: root.down ? Theme.pressed : Theme.surface
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : Theme.line
    }
    contentItem: Item {
        BodyText {
            id: words

            anchors.centerIn: parent
            text: root.text
            color: Theme.accent
            font.pixelSize: Theme.px(22)
            font.weight: Font.Medium
            wrapMode: Text.NoWrap
        }
    }
}
