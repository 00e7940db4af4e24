import QtQuick
import QtQuick.Layouts
import QueueUi

// Numbers under a few words: who comes soon, who was set aside. Quiet: nobody takes it for a call.
Rectangle {
    id: root

    required property string title
    required property string numbers
    property color ink: Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: title + " " + numbers
    implicitHeight: Theme.px(60)
    color: Theme.raised

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        BodyText {
            visible: root.title !== ""
            text: root.title
            color: Theme.textMuted
            wrapMode: Text.NoWrap
        }
        NumberText {
            Layout.fillWidth: true
            text: root.numbers
            color: root.ink
            font.pixelSize: Theme.px(32)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.px(20)
            font.weight: Font.DemiBold
        }
    }
}
