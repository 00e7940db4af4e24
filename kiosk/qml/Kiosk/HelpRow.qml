import QtQuick
import QtQuick.Layouts
import QueueUi

// Three ways on for who has not found it: search, results, and a person who helps.
GridLayout {
    id: root

    required property var start
    required property bool tall

    signal searchAsked
    signal serviceChosen(string service)

    columns: tall ? 2 : 3
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceS

    BigButton {
        Layout.columnSpan: root.tall ? 2 : 1
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        text: qsTr("Tìm theo tên việc")
        subtext: root.tall ? qsTr("Gõ không dấu cũng được, ví dụ: khai sinh") : qsTr("Gõ không dấu cũng được")
        glyph: "search"
        tone: "soft"
        onClicked: root.searchAsked()
    }
    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        visible: root.start.result !== ""
        text: qsTr("Nhận kết quả")
        glyph: "tra_ket_qua"
        tone: "soft"
        onClicked: root.serviceChosen(root.start.result)
    }
    BigButton {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        visible: root.start.guide !== ""
        text: root.start.dont_know || qsTr("Tôi không rõ, nhờ cán bộ hướng dẫn")
        glyph: "huong_dan"
        tone: "accent"
        centred: false
        textSize: root.tall ? Theme.sizeLarge : Theme.sizeBody
        onClicked: root.serviceChosen(root.start.guide)
    }
}
