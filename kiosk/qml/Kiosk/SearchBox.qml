import QtQuick
import QtQuick.Layouts
import QueueUi

// What has been typed so far.
Card {
    id: root

    required property string query

    implicitHeight: Theme.touch
    border.color: Theme.accent
    border.width: 2 * Theme.hairline

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        Icon {
            glyph: "search"
            color: Theme.accent
        }
        BodyText {
            Accessible.role: Accessible.EditableText
            Accessible.name: qsTr("Ô tìm kiếm")
            Layout.fillWidth: true
            text: root.query === "" ? qsTr("Ông/bà cần làm gì?") : root.query
            color: root.query === "" ? Theme.textMuted : Theme.text
            font.pixelSize: Theme.sizeTitle
            wrapMode: Text.NoWrap
            elide: Text.ElideLeft
        }
    }
}
