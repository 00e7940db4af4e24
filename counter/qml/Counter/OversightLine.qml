import QtQuick
import QtQuick.Layouts
import QueueUi

// A sign and a sentence.
RowLayout {
    id: root

    required property string glyph
    required property string text
    property bool caution: false

    spacing: Theme.spaceS

    Icon {
        Layout.alignment: Qt.AlignTop
        glyph: root.glyph
        size: Theme.px(38)
        color: root.caution ? Theme.caution : Theme.accent
    }
    BodyText {
        Layout.fillWidth: true
        text: root.text
        color: root.caution ? Theme.caution : Theme.text
        font.weight: root.caution ? Font.Medium : Font.Normal
    }
}
