import QtQuick
import QtQuick.Layouts
import QueueUi

// The sentence a supervisor reads first; sign, words and colour say the same.
Card {
    id: root

    property string text: ""
    readonly property color ink: tone === "alarm" ? Theme.alarm : tone === "caution" ? Theme.caution : tone === "good" ? Theme.good : Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: text
    visible: text !== ""
    implicitHeight: Theme.px(72)

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceS

        Icon {
            glyph: root.tone === "good" ? "check" : root.tone === "caution" ? "clock" : "warning"
            size: Theme.px(40)
            color: root.ink
        }
        BodyText {
            Layout.fillWidth: true
            text: root.text
            color: root.ink
            font.pixelSize: Theme.px(32)
            font.weight: Font.DemiBold
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.sizeSmall
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
}
