import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Who comes when F1 is pressed, and why.
Card {
    id: root

    required property NextPanel next

    implicitHeight: Theme.px(310)

    EmptyLine {
        visible: root.next.label === ""
        text: qsTr("Chưa có ai chờ quầy này.")
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space
        visible: root.next.label !== ""
        spacing: Theme.px(4)

        Caption {
            text: qsTr("Kế tiếp")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            NumberText {
                text: root.next.label
                color: Theme.accent
                font.pixelSize: Theme.px(64)
                font.weight: Font.Bold
            }
            BodyText {
                Layout.fillWidth: true
                text: root.next.waited
                horizontalAlignment: Text.AlignRight
            }
        }
        BodyText {
            Layout.fillWidth: true
            text: root.next.service
            font.weight: Font.Medium
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Item {
            Layout.fillHeight: true
        }
        Caption {
            Layout.fillWidth: true
            text: root.next.why
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
