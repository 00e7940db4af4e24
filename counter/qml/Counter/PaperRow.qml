import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QueueUi

// One paper of the checklist, with its box.
T.AbstractButton {
    id: root

    required property string code
    required property string name
    required property bool chosen
    property bool current: false

    Accessible.role: Accessible.CheckBox
    Accessible.name: name
    Accessible.checkable: true
    Accessible.checked: chosen
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.px(56), words.implicitHeight + Theme.px(14))

    background: Rectangle {
        radius: Theme.radiusS
        color: root.down ? Theme.pressed : "transparent"
        border.width: root.current ? 2 * Theme.hairline : 0
        border.color: Theme.lineStrong
    }
    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.px(4)
            anchors.rightMargin: Theme.px(4)
            spacing: Theme.spaceS

            Rectangle {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.px(9)
                implicitWidth: Theme.px(34)
                implicitHeight: Theme.px(34)
                radius: Theme.px(7)
                color: root.chosen ? Theme.accent : Theme.surface
                border.width: Theme.hairline
                border.color: root.chosen ? Theme.accent : Theme.lineStrong

                Icon {
                    anchors.centerIn: parent
                    visible: root.chosen
                    glyph: "check"
                    size: Theme.px(26)
                    color: Theme.accentInk
                }
            }
            BodyText {
                id: words

                Layout.fillWidth: true
                Layout.alignment: Qt.AlignVCenter
                text: root.name
                color: root.chosen ? Theme.textMuted : Theme.text
                font.pixelSize: Theme.px(24)
                lineHeight: 1.05
                maximumLineCount: 8
                elide: Text.ElideRight
            }
        }
    }
}
