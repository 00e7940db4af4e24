import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Where to wait, how many are waiting, how long it takes.
Card {
    id: root

    required property DetailPanel detail
    required property string wait
    property int strongSize: Theme.sizeLarge

    implicitHeight: facts.implicitHeight + 2 * Theme.spaceS

    ColumnLayout {
        id: facts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space
        spacing: Theme.spaceS

        FactRow {
            glyph: "place"
            name: root.detail.service
            value: root.detail.area
            strong: true
            strongSize: root.strongSize
        }
        FactRow {
            glyph: "people"
            name: ""
            value: root.detail.waiting < 0 ? "" : root.detail.waiting > 0 ? qsTr("Hiện có %1 người đang chờ").arg(root.detail.waiting) : qsTr("Hiện không có ai chờ")
        }
        FactRow {
            glyph: "clock"
            name: ""
            value: root.wait
        }
    }
}
