import QtQuick
import QtQuick.Layouts
import QueueUi

// The head of a page beside the desk: its name, the time, the way back.
RowLayout {
    id: root

    required property string title
    required property string clock
    property string note: ""

    signal leaving

    spacing: Theme.space

    Heading {
        text: root.title
        level: 2
        color: Theme.accent
        wrapMode: Text.NoWrap
    }
    BodyText {
        Layout.fillWidth: true
        text: root.note
        font.weight: Font.Medium
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    NumberText {
        text: root.clock
        font.pixelSize: Theme.sizeTitle
    }
    SmallButton {
        Layout.preferredHeight: Theme.px(84)
        text: qsTr("Về quầy")
        key: "Esc"
        onClicked: root.leaving()
    }
}
