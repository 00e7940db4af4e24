import QtQuick
import QtQuick.Layouts
import QueueUi

// The band on top: office, clock, language.
Rectangle {
    id: root

    required property var header

    signal languageAsked(string language)

    color: Theme.surface
    implicitHeight: line.implicitHeight + 2 * Theme.spaceS

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceS
        anchors.topMargin: Theme.spaceS
        anchors.bottomMargin: Theme.spaceS
        spacing: Theme.space

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.header.unit
            }
            BodyText {
                Layout.fillWidth: true
                text: root.header.office
                font.pixelSize: Theme.tx(30)
                font.weight: Font.Bold
                color: Theme.accent
                lineHeight: 1.05
            }
        }
        ClockText {
            time: root.header.time
            date: root.header.date
        }
        BigButton {
            visible: root.header.known
            glyph: "language"
            tone: "quiet"
            padX: Theme.spaceS
            textSize: Theme.sizeBody
            text: root.header.language === "vi" ? "English" : "Tiếng Việt"
            onClicked: root.languageAsked(root.header.language === "vi" ? "en" : "vi")
        }
    }
}
