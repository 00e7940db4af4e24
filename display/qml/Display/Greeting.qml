import QtQuick
import DisplayModel
import QueueUi

// Stands where the call will be before anybody was called: a welcome, and what to do.
Item {
    id: root

    required property CallPanel call

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Theme.space

        BodyText {
            width: parent.width
            text: root.call.welcome
            color: Theme.accent
            font.pixelSize: Theme.px(80)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
        }
        BodyText {
            width: parent.width
            text: root.call.advice
            font.pixelSize: Theme.px(36)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.25
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.call.hours
            color: Theme.textMuted
            font.pixelSize: Theme.px(25)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.25
        }
    }
}
