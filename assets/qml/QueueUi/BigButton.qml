import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A button for a finger: icon, words, an optional second line, and an optional `trailing` icon.
// tone: "plain" (card), "accent" (the one thing to do), "soft" (tinted), "quiet" (no fill), "alarm".
T.AbstractButton {
    id: root

    property string subtext: ""
    property string glyph: ""
    property string trailing: ""
    property string tone: "plain"
    property bool centred: tone === "accent" || tone === "alarm"
    property int textSize: Theme.sizeLarge
    property int textWeight: Font.DemiBold
    property int padX: Theme.space
    property int gap: Theme.space
    property int iconSize: Theme.icon

    readonly property bool filled: tone === "accent" || tone === "alarm"
    readonly property color ink: !enabled ? Theme.textMuted : filled ? (tone === "alarm" ? Theme.signalInk : Theme.accentInk) : Theme.text
    readonly property color iconInk: !enabled || filled ? ink : Theme.accent

    Accessible.name: text
    Accessible.description: subtext
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.touch, body.implicitHeight + 2 * Theme.spaceS)
    implicitWidth: Math.max(Theme.touch, body.implicitWidth + 2 * padX)

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled && root.tone !== "quiet" ? Theme.raised : root.tone === "accent" ? (root.down ? Theme.accentPressed : Theme.accent) : root.tone === "alarm" ? Theme.alarm : root.down ? Theme.pressed : root.tone === "soft" ? Theme.accentSoft : root.tone === "quiet" ? "transparent" : Theme.surface
        border.width: root.visualFocus ? 2 * Theme.hairline : root.filled && root.enabled || root.tone === "quiet" ? 0 : Theme.hairline
        border.color: root.visualFocus ? Theme.lineStrong : root.tone === "soft" && root.enabled ? Theme.accent : Theme.line
    }

    contentItem: Item {
        RowLayout {
            id: body

            anchors.verticalCenter: parent.verticalCenter
            anchors.horizontalCenter: root.centred ? parent.horizontalCenter : undefined
            anchors.left: root.centred ? undefined : parent.left
            anchors.leftMargin: root.padX
            width: root.centred ? Math.min(implicitWidth, root.width - 2 * root.padX) : root.width - 2 * root.padX
            spacing: root.gap

            Icon {
                glyph: root.glyph
                size: root.iconSize
                visible: root.glyph !== ""
                color: root.iconInk
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.text
                    color: root.ink
                    font.pixelSize: root.textSize
                    font.weight: root.textWeight
                    lineHeight: 1.05
                }
                Caption {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.subtext
                    color: root.filled ? root.ink : Theme.textMuted
                }
            }
            Icon {
                glyph: root.trailing
                visible: root.trailing !== ""
                size: Theme.px(30)
                color: root.filled ? root.ink : Theme.textMuted
            }
        }
    }
}
