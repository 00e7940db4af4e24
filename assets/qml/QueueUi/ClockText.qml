import QtQuick

// The office's time and, under it, the date. Both come from the view model as words.
Column {
    id: root

    required property string time
    property string date: ""
    property int size: Theme.sizeTitle
    property color ink: Theme.text
    property color inkMuted: Theme.textMuted

    NumberText {
        anchors.right: parent.right
        text: root.time
        color: root.ink
        font.pixelSize: root.size
    }
    BodyText {
        anchors.right: parent.right
        visible: text !== ""
        text: root.date
        color: root.inkMuted
        font.pixelSize: Math.max(Theme.sizeSmall, root.size * 0.45)
        wrapMode: Text.NoWrap
    }
}
