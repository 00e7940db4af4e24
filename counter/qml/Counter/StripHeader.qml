import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The head of the strip: desk, clerk, served today, time, and the way out.
RowLayout {
    id: root

    required property CounterViewModel viewModel

    signal menuAsked

    spacing: Theme.spaceS

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Heading {
            Layout.fillWidth: true
            text: root.viewModel.screen.head.desk
            level: 2
            color: Theme.accent
        }
        Caption {
            Layout.fillWidth: true
            text: root.viewModel.screen.head.clerk
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    ColumnLayout {
        spacing: 0

        NumberText {
            Layout.alignment: Qt.AlignRight
            text: root.viewModel.screen.head.clock
            font.pixelSize: Theme.sizeLarge
        }
        Caption {
            Layout.alignment: Qt.AlignRight
            text: root.viewModel.screen.head.mean ? qsTr("%1 lượt · %2").arg(root.viewModel.screen.head.served).arg(root.viewModel.screen.head.mean) : qsTr("đã phục vụ %1").arg(root.viewModel.screen.head.served)
            wrapMode: Text.NoWrap
        }
    }
    SmallButton {
        Layout.preferredHeight: Theme.px(76)
        objectName: "spot-menu"
        text: qsTr("Mục khác")
        onClicked: root.menuAsked()
    }
    SmallButton {
        Layout.preferredHeight: Theme.px(76)
        text: qsTr("Rời")
        Accessible.name: qsTr("Rời quầy")
        enabled: root.viewModel.screen.head.leave
        onClicked: root.viewModel.press("close")
    }
}
