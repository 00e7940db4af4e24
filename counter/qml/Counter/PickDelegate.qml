import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QueueUi

// One line to pick: a mark in front, words, a detail under them, a tick when it is chosen.
T.AbstractButton {
    id: root

    required property string code
    required property string mark
    required property string name
    required property string detail
    required property bool chosen
    required property bool lit
    property bool current: false
    property int lines: 1
    property int size: Theme.px(26)

    text: name
    Accessible.name: name
    Accessible.description: mark === "" ? detail : mark + ". " + detail
    Accessible.checked: chosen
    focusPolicy: Qt.NoFocus
    implicitHeight: Theme.px(72)
    implicitWidth: body.implicitWidth + 2 * Theme.space

    background: Rectangle {
        radius: Theme.radiusS
        color: !root.lit ? Theme.raised : root.down ? Theme.pressed : root.chosen ? Theme.accentSoft : Theme.surface
        border.width: root.current ? 2 * Theme.hairline : Theme.hairline
        border.color: root.current ? Theme.lineStrong : root.chosen ? Theme.accent : Theme.line
    }
    contentItem: Item {
        RowLayout {
            id: body

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.spaceS
            width: root.width - 2 * Theme.spaceS
            spacing: Theme.spaceS

            NumberText {
                Layout.minimumWidth: Theme.px(28)
                visible: text !== ""
                text: root.mark
                color: Theme.accent
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    text: root.name
                    color: root.lit ? Theme.text : Theme.textMuted
                    font.weight: root.chosen ? Font.DemiBold : Font.Medium
                    font.pixelSize: root.size
                    lineHeight: root.lines > 1 ? 1 : 1.05
                    maximumLineCount: root.lines
                    wrapMode: root.lines > 1 ? Text.Wrap : Text.NoWrap
                    elide: Text.ElideRight
                }
                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.detail
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
            }
            Icon {
                visible: root.chosen
                glyph: "check"
                size: Theme.px(32)
                color: Theme.accent
            }
        }
    }
}
