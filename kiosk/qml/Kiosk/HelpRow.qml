import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Ways on for who has not found it: results, appointments, support, search, and a person who helps.
GridLayout {
    id: root

    required property StartPanel start
    required property bool tall

    signal searchAsked
    signal appointmentAsked
    signal supportAsked
    signal serviceChosen(string service)

    columns: tall ? 1 : 2
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceS

    RowLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 3
        spacing: Theme.spaceS
        uniformCellSizes: true

        HelpButton {
            visible: root.start.result !== ""
            text: qsTr("Nhận kết quả")
            glyph: "tra_ket_qua"
            textSize: root.tall ? Theme.sizeBody : Theme.tx(22)
            onClicked: root.serviceChosen(root.start.result)
        }
        HelpButton {
            text: qsTr("Đã hẹn giờ")
            glyph: "calendar"
            textSize: root.tall ? Theme.sizeBody : Theme.tx(22)
            onClicked: root.appointmentAsked()
        }
        HelpButton {
            visible: root.start.support
            text: qsTr("Dịch vụ hỗ trợ")
            glyph: "photocopy"
            textSize: root.tall ? Theme.sizeBody : Theme.tx(22)
            onClicked: root.supportAsked()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        spacing: Theme.spaceS
        uniformCellSizes: true

        HelpButton {
            text: qsTr("Tìm theo tên việc")
            subtext: root.tall ? qsTr("Gõ không dấu cũng được") : ""
            glyph: "search"
            tone: "soft"
            textSize: root.tall ? Theme.sizeLarge : Theme.tx(22)
            onClicked: root.searchAsked()
        }
        HelpButton {
            visible: root.start.guide !== ""
            text: root.start.dont_know || qsTr("Tôi không rõ, nhờ cán bộ hướng dẫn")
            glyph: "huong_dan"
            tone: "accent"
            textSize: root.tall ? Theme.tx(29) : Theme.tx(22)
            onClicked: root.serviceChosen(root.start.guide)
        }
    }
}
