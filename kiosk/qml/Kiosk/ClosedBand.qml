import QtQuick
import QueueUi

// Out of hours: says so and when to come. Takes no room otherwise.
Rectangle {
    id: root

    required property var header

    visible: header.known && !header.open
    implicitHeight: visible ? words.implicitHeight + 2 * Theme.spaceS : 0
    color: Theme.cautionSoft

    BodyText {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceL
        text: root.header.closed || qsTr("Trung tâm đã hết giờ làm việc. Giờ làm việc: %1.").arg(root.header.hours)
        color: Theme.caution
        font.weight: Font.Medium
    }
}
