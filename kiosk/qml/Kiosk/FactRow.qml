import QtQuick
import QtQuick.Layouts
import QueueUi

// An icon, what it is, and what it says. Not there when there is nothing to say.
RowLayout {
    id: root

    required property string glyph
    required property string name
    required property string value
    property bool strong: false
    property int strongSize: Theme.sizeLarge

    visible: value !== ""
    spacing: Theme.spaceS

    Icon {
        Layout.alignment: Qt.AlignTop
        glyph: root.glyph
        size: Theme.px(36)
        color: Theme.accent
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Caption {
            Layout.fillWidth: true
            text: root.name
            visible: text !== ""
        }
        BodyText {
            Layout.fillWidth: true
            text: root.value
            font.pixelSize: root.strong ? root.strongSize : Theme.sizeBody
            font.weight: root.strong ? Font.DemiBold : Font.Normal
        }
    }
}
