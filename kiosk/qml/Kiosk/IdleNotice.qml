import QtQuick
import QtQuick.Layouts
import QueueUi

// Nobody has touched the glass for a while: ask before forgetting. Any touch goes on.
Rectangle {
    id: root

    required property int seconds

    signal stay
    signal leave

    visible: seconds > 0
    objectName: "overlay"
    color: Qt.alpha(Theme.text, 0.55)

    MouseArea {
        anchors.fill: parent
        onClicked: root.stay()
    }
    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceXl, Theme.px(880))
        height: body.implicitHeight + 2 * Theme.spaceXl

        ColumnLayout {
            id: body

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.spaceXl
            spacing: Theme.spaceL

            Heading {
                Layout.fillWidth: true
                level: 2
                font.pixelSize: Theme.tx(40)
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Ông/bà còn cần thêm thời gian không?")
            }
            BodyText {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Màn hình sẽ về trang đầu sau %1 giây.").arg(root.seconds)
            }
            BigButton {
                Layout.fillWidth: true
                tone: "accent"
                text: qsTr("Tôi cần thêm thời gian")
                onClicked: root.stay()
            }
            BigButton {
                Layout.fillWidth: true
                centred: true
                text: qsTr("Về trang đầu")
                onClicked: root.leave()
            }
        }
    }
}
