import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import CounterModel
import QueueUi

// Who comes next, as the first line of the strip's list.
T.AbstractButton {
    id: root

    required property NextPanel next

    Accessible.name: [qsTr("Kế tiếp"), next.label, next.service, next.waited].join(", ")
    focusPolicy: Qt.NoFocus
    implicitHeight: words.implicitHeight + Theme.px(12)

    background: Rectangle {
        color: root.down ? Theme.pressed : "transparent"
        radius: Theme.radiusS

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    contentItem: Item {
        ColumnLayout {
            id: words

            width: parent.width
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceXs

                NumberText {
                    text: root.next.label
                    color: Theme.accent
                    font.pixelSize: Theme.px(36)
                    font.weight: Font.Bold
                }
                Caption {
                    Layout.fillWidth: true
                    text: root.next.priority ? qsTr("kế tiếp · %1").arg(root.next.priority) : qsTr("kế tiếp")
                    color: root.next.priority ? Theme.caution : Theme.accent
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Caption {
                    text: root.next.waited
                    wrapMode: Text.NoWrap
                }
            }
            Caption {
                Layout.fillWidth: true
                text: root.next.service
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Caption {
                Layout.fillWidth: true
                text: root.next.why
                color: Theme.text
            }
        }
    }
}
