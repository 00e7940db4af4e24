import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import CounterModel
import QueueUi

// Who comes when F1 is pressed, and why. Pressed, it opens that ticket's sheet.
T.AbstractButton {
    id: root

    required property NextPanel next

    signal opened

    objectName: "spot-next"
    Accessible.name: next.label ? [qsTr("Kế tiếp"), next.label, next.service, next.waited].join(", ") : qsTr("Kế tiếp: chưa có ai")
    focusPolicy: next.label ? Qt.TabFocus : Qt.NoFocus
    implicitHeight: Theme.px(286)
    onClicked: if (next.label)
        opened()
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    background: Card {
        border.width: root.visualFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : Theme.line
    }
    contentItem: Item {
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
                Layout.fillWidth: true
                text: root.next.priority ? qsTr("Kế tiếp · %1").arg(root.next.priority) : qsTr("Kế tiếp")
                color: root.next.priority ? Theme.caution : Theme.textMuted
                font.weight: root.next.priority ? Font.DemiBold : Font.Normal
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
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
}
