import QtQuick
import QueueUi

// Stands where the call will be before anybody was called: a welcome, and what to do.
Item {
    id: root

    required property string greeting
    required property string advice
    required property string hours

    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        spacing: Theme.space

        BodyText {
            width: parent.width
            text: root.greeting
            color: Theme.accent
            font.pixelSize: Theme.px(80)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
        }
        BodyText {
            width: parent.width
            text: root.advice
            font.pixelSize: Theme.px(36)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.25
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.hours
            color: Theme.textMuted
            font.pixelSize: Theme.px(25)
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.25
        }
    }
}
