import QtQuick
import QtQuick.Layouts
import QueueUi

// Ways on for who has not found it: search, results, appointments, support, and a person who helps.
GridLayout {
    id: root

    required property var start
    required property bool tall

    readonly property int small: tall ? Theme.sizeBody : Theme.tx(22)
    readonly property int thirds: (start.result !== "" ? 1 : 0) + 1 + (start.support ? 1 : 0)

    signal searchAsked
    signal appointmentAsked
    signal supportAsked
    signal serviceChosen(string service)

    columns: tall ? 6 : 5
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceS
    uniformCellWidths: true

    BigButton {
        Layout.columnSpan: root.tall ? 6 / root.thirds : 1
        Layout.row: root.tall ? 0 : 0
        Layout.column: root.tall ? 0 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.start.result !== ""
        text: qsTr("Nhận kết quả")
        glyph: "tra_ket_qua"
        padX: Theme.px(18)
        gap: Theme.spaceS
        textSize: root.small
        onClicked: root.serviceChosen(root.start.result)
    }
    BigButton {
        Layout.columnSpan: root.tall ? 6 / root.thirds : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("Đã hẹn giờ")
        glyph: "calendar"
        padX: Theme.px(18)
        gap: Theme.spaceS
        textSize: root.small
        onClicked: root.appointmentAsked()
    }
    BigButton {
        Layout.columnSpan: root.tall ? 6 / root.thirds : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.start.support
        text: qsTr("Dịch vụ hỗ trợ")
        glyph: "photocopy"
        padX: Theme.px(18)
        gap: Theme.spaceS
        textSize: root.small
        onClicked: root.supportAsked()
    }
    BigButton {
        Layout.row: root.tall ? 1 : 0
        Layout.column: 0
        Layout.columnSpan: root.tall ? 3 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("Tìm theo tên việc")
        subtext: root.tall ? qsTr("Gõ không dấu cũng được") : ""
        glyph: "search"
        tone: "soft"
        padX: Theme.px(18)
        gap: Theme.spaceS
        textSize: root.tall ? Theme.sizeLarge : root.small
        onClicked: root.searchAsked()
    }
    BigButton {
        Layout.row: root.tall ? 1 : 0
        Layout.column: root.tall ? 3 : 4
        Layout.columnSpan: root.tall ? 3 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: root.start.guide !== ""
        text: root.start.dont_know || qsTr("Tôi không rõ, nhờ cán bộ hướng dẫn")
        glyph: "huong_dan"
        tone: "accent"
        centred: false
        padX: Theme.px(18)
        gap: Theme.spaceS
        textSize: root.tall ? Theme.tx(29) : root.small
        onClicked: root.serviceChosen(root.start.guide)
    }
}
