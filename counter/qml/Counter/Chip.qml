import QtQuick
import QueueUi

// A word in a tinted pill; the tint only repeats what the word says.
Rectangle {
    id: root

    required property string text
    property string glyph: ""
    property string tone: "accent"
    property int lines: 1
    readonly property int iconRoom: glyph ? Theme.px(28) + Theme.spaceXs : 0
    readonly property color ink: tone === "good" ? Theme.good : tone === "caution" ? Theme.caution : tone === "pending" ? Theme.textMuted : Theme.accent

    Accessible.role: Accessible.StaticText
    Accessible.name: text
    implicitWidth: Math.ceil(words.implicitWidth) + 2 * Theme.spaceS + iconRoom
    implicitHeight: words.implicitHeight + 2 * Theme.px(6)
    radius: Math.min(height / 2, Theme.px(28))
    color: tone === "good" ? Theme.goodSoft : tone === "caution" ? Theme.cautionSoft : tone === "pending" ? Theme.raised : Theme.accentSoft
    border.width: tone === "pending" ? Theme.hairline : 0
    border.color: Theme.line

    Row {
        anchors.verticalCenter: parent.verticalCenter
        x: Theme.spaceS
        spacing: Theme.spaceXs

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.glyph !== ""
            glyph: root.glyph
            size: Theme.px(28)
            color: root.ink
        }
        BodyText {
            id: words

            width: root.width - 2 * Theme.spaceS - root.iconRoom
            text: root.text
            color: root.ink
            font.pixelSize: Theme.px(25)
            font.weight: Font.DemiBold
            wrapMode: root.lines > 1 ? Text.Wrap : Text.NoWrap
            maximumLineCount: root.lines
            elide: Text.ElideRight
        }
    }
}
