import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The band on top: office and clock; on a low panel also what stands at the bottom of a tall one.
Rectangle {
    id: root

    required property HeaderPanel header
    required property bool tall

    signal easyAsked
    signal hearingAsked
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
        anchors.rightMargin: root.tall ? Theme.spaceL : Theme.spaceXs
        anchors.topMargin: root.tall ? Theme.spaceS : Theme.px(4)
        anchors.bottomMargin: root.tall ? Theme.spaceS : Theme.px(4)
        spacing: root.tall ? Theme.space : Theme.spaceS

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Caption {
                Layout.fillWidth: true
                visible: text !== "" && root.tall
                text: root.header.unit
            }
            BodyText {
                Layout.fillWidth: true
                text: root.header.office
                font.pixelSize: root.tall ? Theme.tx(29) : Theme.px(24)
                font.weight: Font.Bold
                color: Theme.accent
                lineHeight: 1.05
            }
        }
        ClockText {
            time: root.header.time
            date: root.header.easy && !root.tall ? "" : root.header.date
            size: root.tall ? Theme.sizeTitle : Theme.px(38)
        }
        KioskBar {
            Layout.fillWidth: false
            visible: root.header.known && !root.tall
            header: root.header
            brief: true
            onEasyAsked: root.easyAsked()
            onHearingAsked: root.hearingAsked()
            onLanguageAsked: language => root.languageAsked(language)
        }
    }
}
