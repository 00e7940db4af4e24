import QtQuick
import QtQuick.Layouts
import QueueUi

// A notice on the displays now, and the way to take it down.
Card {
    id: root

    required property string code
    required property string words
    required property string until
    required property bool urgent
    required property bool lit

    signal withdrawn

    implicitHeight: line.implicitHeight + 2 * Theme.spaceXs
    tone: urgent ? "caution" : ""

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spaceS
        width: parent.width - 2 * Theme.spaceS
        spacing: Theme.spaceS

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BodyText {
                Layout.fillWidth: true
                text: root.words
                font.pixelSize: Theme.px(25)
            }
            Caption {
                Layout.fillWidth: true
                text: root.urgent ? qsTr("khẩn · %1").arg(root.until) : root.until
            }
        }
        SmallButton {
            Layout.alignment: Qt.AlignVCenter
            text: qsTr("Gỡ")
            Accessible.name: qsTr("Gỡ thông báo: %1").arg(root.words)
            enabled: root.lit
            onClicked: root.withdrawn()
        }
    }
}
