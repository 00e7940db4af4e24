pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// For staff: how this kiosk is, and the few things to do about it.
Rectangle {
    id: root

    required property StaffViewModel staff

    readonly property bool tall: height > width

    objectName: "overlay"
    color: Theme.background

    MouseArea {
        anchors.fill: parent
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        spacing: Theme.space

        Heading {
            Layout.fillWidth: true
            level: 2
            text: qsTr("Bảo trì kiosk")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space
            rowSpacing: Theme.spaceS
            uniformCellWidths: true

            Repeater {
                model: root.staff.lines
                delegate: MaintenanceRow {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        NoteCard {
            Layout.fillWidth: true
            tone: "accent"
            text: root.staff.note
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 2
            columnSpacing: Theme.space
            rowSpacing: Theme.space
            uniformCellWidths: true

            BigButton {
                Layout.fillWidth: true
                Layout.columnSpan: 2
                visible: root.staff.waits
                glyph: "people"
                text: root.staff.refused ? qsTr("Đã gọi những người có số máy chủ không nhận") : qsTr("Đã xem lỗi của số dự trữ")
                textSize: Theme.sizeBody
                onClicked: root.staff.dismiss()
            }
            BigButton {
                Layout.fillWidth: true
                glyph: "printer"
                text: qsTr("In trang thử")
                onClicked: root.staff.printPage()
            }
            BigButton {
                Layout.fillWidth: true
                glyph: "swap"
                text: qsTr("Khởi động lại chương trình")
                textSize: Theme.sizeBody
                onClicked: root.staff.restart()
            }
            BigButton {
                Layout.fillWidth: true
                glyph: "close"
                text: qsTr("Đóng chương trình")
                textSize: Theme.sizeBody
                onClicked: root.staff.quit()
            }
            BigButton {
                Layout.fillWidth: true
                tone: "accent"
                glyph: "check"
                text: qsTr("Xong")
                onClicked: root.staff.leave()
            }
        }
    }
}
