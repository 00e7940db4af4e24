import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QueueUi

// An alert in the list: how bad by sign and word, what, since when, who sees to it.
T.AbstractButton {
    id: root

    required property string code
    required property string words
    required property string detail
    required property string tone
    required property bool chosen
    property bool current: false

    readonly property bool past: tone === "past"
    readonly property color ink: tone === "alarm" ? Theme.alarm : tone === "caution" ? Theme.caution : past ? Theme.textMuted : Theme.accent

    text: words
    Accessible.name: words
    Accessible.description: detail
    Accessible.checked: chosen
    focusPolicy: Qt.NoFocus
    enabled: !past
    implicitHeight: body.implicitHeight + 2 * Theme.px(9)

    background: Rectangle {
        radius: Theme.radiusS
        color: root.past ? "transparent" : root.down ? Theme.pressed : root.chosen ? Theme.accentSoft : Theme.surface
        border.width: root.past ? 0 : root.current ? 2 * Theme.hairline : Theme.hairline
        border.color: root.current ? Theme.lineStrong : root.chosen ? Theme.accent : Theme.line
    }
    contentItem: Item {
        RowLayout {
            id: body

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.spaceS
            width: root.width - 2 * Theme.spaceS
            spacing: Theme.spaceS

            Icon {
                glyph: root.past ? "check" : root.tone === "taken" ? "person" : "warning"
                size: Theme.px(36)
                color: root.ink
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    text: root.words
                    color: root.past ? Theme.textMuted : Theme.text
                    font.pixelSize: Theme.px(26)
                    font.weight: root.past ? Font.Normal : root.chosen ? Font.DemiBold : Font.Medium
                    lineHeight: 1
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
                Caption {
                    Layout.fillWidth: true
                    text: root.detail
                    color: root.past || root.tone === "taken" ? Theme.textMuted : root.ink
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
            }
        }
    }
}
