import QtQuick
import QtQuick.Templates as T
import QueueUi

// Takes the last action back; there only while that can be done, and says how long.
T.AbstractButton {
    id: root

    required property string undo
    property string undoLeft: ""

    visible: undo !== ""
    text: qsTr("Hoàn tác (Ctrl+Z)")
    objectName: "undo"
    Accessible.name: text
    Accessible.description: qsTr("Lấy lại việc vừa làm: %1; còn %2").arg(undo).arg(undoLeft)
    // A click leaves the focus with the keys: the button goes away with what it does.
    focusPolicy: Qt.TabFocus
    implicitWidth: words.implicitWidth + 2 * Theme.spaceS
    implicitHeight: Theme.px(76)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Rectangle {
        radius: Theme.radiusS
        color: root.down ? Theme.pressed : Theme.surface
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : Theme.line
    }
    contentItem: Item {
        Column {
            id: words

            anchors.centerIn: parent

            BodyText {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.text
                color: Theme.accent
                font.pixelSize: Theme.px(22)
                font.weight: Font.Medium
                lineHeight: 1
                wrapMode: Text.NoWrap
            }
            Caption {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("%1 · còn %2").arg(root.undo).arg(root.undoLeft)
                lineHeight: 1
                wrapMode: Text.NoWrap
            }
        }
    }
}
