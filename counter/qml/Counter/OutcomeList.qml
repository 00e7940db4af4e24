import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// How the visit ended, one tap: the same as F4 and its number.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel

    spacing: Theme.px(6)

    Caption {
        Layout.fillWidth: true
        text: qsTr("Xong với kết quả")
        color: Theme.text
    }
    PickList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        caption: qsTr("Hoàn thành với kết quả")
        rowHeight: Theme.px(59)
        lines: 2
        size: Theme.px(22)
        model: root.viewModel.screen.papers.outcomes
        onPicked: code => root.viewModel.finish(code)
    }
}
