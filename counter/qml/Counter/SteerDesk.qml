import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The desk a supervisor looks at: what it serves today, and where its clerk could go.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property SteerPanel steer: viewModel.screen.steer
    readonly property bool chosen: steer.title !== ""

    spacing: Theme.spaceXs

    Heading {
        Layout.fillWidth: true
        level: 3
        text: root.chosen ? root.steer.title : qsTr("Chọn một quầy để điều phối")
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Caption {
        Layout.fillWidth: true
        visible: root.chosen
        text: root.steer.detail
    }
    Caption {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceXs
        visible: root.chosen
        text: qsTr("Việc của quầy hôm nay: bấm để thêm hoặc bỏ")
        color: Theme.text
    }
    PickList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: 300
        visible: root.chosen
        caption: qsTr("Việc của quầy")
        rowHeight: Theme.px(76)
        model: root.viewModel.screen.steer.services
        onPicked: code => root.viewModel.steering.toggle(code)
    }
    SmallButton {
        visible: root.chosen
        text: qsTr("Trở lại việc như thường lệ")
        enabled: root.steer.reset
        onClicked: root.viewModel.steering.reset()
    }
    Caption {
        Layout.fillWidth: true
        Layout.topMargin: Theme.spaceXs
        visible: root.chosen
        text: root.steer.move
        color: Theme.text
    }
    PickList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredHeight: 200
        visible: root.chosen && root.steer.can_move
        caption: qsTr("Điều sang quầy trống")
        rowHeight: Theme.px(76)
        model: root.viewModel.screen.steer.places
        onPicked: code => root.viewModel.steering.move(code)
    }
    Item {
        Layout.fillHeight: true
        visible: !root.chosen
    }
}
