import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Whose office this is, and what time it is there. No emblem: that is the office's own sign.
Item {
    id: root

    required property TopPanel head
    property bool tall: false

    implicitHeight: Theme.px(tall ? 132 : 116)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: clock.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.head.unit
            color: Theme.textMuted
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Heading {
            Layout.fillWidth: true
            level: 2
            text: root.head.name
            color: Theme.accent
            elide: Text.ElideRight
            wrapMode: root.tall ? Text.Wrap : Text.NoWrap
            maximumLineCount: root.tall ? 2 : 1
            font.pixelSize: root.tall ? Theme.px(32) : Theme.sizeTitle
            lineHeight: root.tall ? 1.05 : 1
        }
    }
    Grid {
        id: clock

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columns: root.tall ? 1 : 2
        spacing: root.tall ? 0 : Theme.space
        horizontalItemAlignment: Grid.AlignRight
        verticalItemAlignment: Grid.AlignVCenter

        BodyText {
            text: root.head.date
            color: Theme.textMuted
            font.pixelSize: root.tall ? Theme.sizeBody : Theme.sizeLarge
            wrapMode: Text.NoWrap
        }
        NumberText {
            text: root.head.clock
            font.pixelSize: Theme.px(76)
        }
    }
}
