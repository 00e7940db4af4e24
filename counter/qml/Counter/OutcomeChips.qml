import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// How the visit ended, one tap: the same as F4 and a number.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    readonly property int count: chips.count

    spacing: Theme.px(4)

    Caption {
        Layout.fillWidth: true
        text: qsTr("Hoàn thành ngay với kết quả")
    }
    ChipFlow {
        id: chips

        Layout.fillWidth: true
        caption: qsTr("Hoàn thành với kết quả")
        model: root.viewModel.screen.papers.outcomes
        onPicked: code => root.viewModel.finish(code)
    }
}
