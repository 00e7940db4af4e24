import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// A ticket was held to the scanner: where it stands.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property StandingPanel standing: viewModel.shown.standing
    readonly property bool tall: height > width
    readonly property bool known: standing.label !== ""

    KioskWords {
        id: words
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.bottomMargin: Theme.spaceS
        spacing: Theme.space

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.spaceL
                spacing: Theme.space

                Icon {
                    Layout.alignment: Qt.AlignHCenter
                    visible: !root.known
                    glyph: root.standing.status === "offline" ? "wifi_off" : root.standing.status === "asking" ? "clock" : "info"
                    size: Theme.px(120)
                    color: Theme.textMuted
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: root.known
                    horizontalAlignment: Text.AlignHCenter
                    text: qsTr("Số của ông/bà")
                    font.pixelSize: Theme.sizeLarge
                    color: Theme.textMuted
                }
                NumberPlate {
                    Layout.fillWidth: true
                    Layout.preferredHeight: size * 1.1
                    visible: root.known
                    label: root.standing.label
                    size: Theme.tx(root.tall ? 220 : 150)
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    horizontalAlignment: Text.AlignHCenter
                    text: root.standing.service
                    font.pixelSize: Theme.tx(38)
                    font.weight: Font.DemiBold
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    horizontalAlignment: Text.AlignHCenter
                    text: root.standing.area
                    font.pixelSize: Theme.sizeLarge
                }
                Rectangle {
                    Layout.fillWidth: true
                    visible: root.known
                    implicitHeight: Theme.hairline
                    color: Theme.line
                }
                BodyText {
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    text: words.standing(root.standing)
                    font.pixelSize: Theme.tx(40)
                    font.weight: Font.DemiBold
                    color: root.standing.status === "called" ? Theme.accent : Theme.text
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: root.standing.status === "waiting" && root.standing.ahead >= 0
                    horizontalAlignment: Text.AlignHCenter
                    text: words.ahead(root.standing.ahead)
                    font.pixelSize: Theme.sizeLarge
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: root.standing.status === "waiting"
                    horizontalAlignment: Text.AlignHCenter
                    text: words.wait(root.standing.wait)
                    font.pixelSize: Theme.sizeLarge
                }
            }
        }
        BigButton {
            Layout.fillWidth: true
            implicitHeight: Theme.px(root.tall ? 140 : 108)
            tone: "accent"
            text: qsTr("Xong")
            glyph: "check"
            textSize: Theme.sizeTitle
            onClicked: root.viewModel.finish()
        }
    }
}
