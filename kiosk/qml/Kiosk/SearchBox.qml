import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import QueueUi

// What has been typed so far; a touch brings the keyboard back.
T.AbstractButton {
    id: root

    required property string query
    required property string hint

    Accessible.role: Accessible.EditableText
    Accessible.name: qsTr("Ô tìm kiếm")
    Accessible.description: query
    focusPolicy: Qt.NoFocus
    implicitHeight: Theme.touch

    background: Card {
        border.color: Theme.accent
        border.width: 2 * Theme.hairline
    }
    contentItem: Item {
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
                Layout.fillWidth: root.query === "" || implicitWidth > parent.width - Theme.icon - 3 * Theme.space
                text: root.query || root.hint
                color: root.query === "" ? Theme.textMuted : Theme.text
                font.pixelSize: root.query === "" ? Theme.sizeLarge : Theme.sizeTitle
                wrapMode: Text.NoWrap
                elide: Text.ElideLeft
            }
            Rectangle {
                Layout.leftMargin: -Theme.px(16)
                visible: root.query !== ""
                implicitWidth: Theme.px(4)
                implicitHeight: Theme.px(54)
                color: Theme.accent
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
}
