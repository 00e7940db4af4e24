pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The first page's choices for weak eyes and short arms: few and large, a page at a time, with the
// ways that always help below.
ColumnLayout {
    id: root

    required property StartPanel start
    required property bool tall

    signal chosen(string target)
    signal searchAsked

    spacing: Theme.space

    TilePager {
        Layout.fillWidth: true
        Layout.fillHeight: true
        beside: !root.tall
        across: 2
        rowHeight: Theme.px(root.tall ? 140 : 128)
        terse: true
        tiles: root.start.easy
        onChosen: target => root.chosen(target)
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.fillHeight: false
        Layout.preferredHeight: Theme.px(root.tall ? 140 : 116)
        spacing: Theme.space

        BigButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            text: qsTr("Tìm theo tên việc")
            glyph: "search"
            tone: "soft"
            gap: Theme.spaceS
            padX: Theme.px(18)
            textSize: Theme.tx(27)
            onClicked: root.searchAsked()
        }
        BigButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            visible: root.start.guide !== ""
            text: root.start.dont_know || qsTr("Tôi không rõ, nhờ cán bộ hướng dẫn")
            glyph: "huong_dan"
            tone: "accent"
            centred: false
            gap: Theme.spaceS
            padX: Theme.px(18)
            textSize: Theme.tx(29)
            onClicked: root.chosen(root.start.guide)
        }
    }
}
