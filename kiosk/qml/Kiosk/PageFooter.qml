import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The way back, always in the same corner.
RowLayout {
    id: root

    required property KioskViewModel viewModel
    property bool busy: false

    Layout.fillWidth: true
    spacing: Theme.space

    BigButton {
        text: qsTr("Quay lại")
        glyph: "back"
        enabled: !root.busy
        onClicked: root.viewModel.goBack()
    }
    BigButton {
        text: qsTr("Trang đầu")
        glyph: "home"
        enabled: !root.busy
        onClicked: root.viewModel.goHome()
    }
    Item {
        Layout.fillWidth: true
    }
}
