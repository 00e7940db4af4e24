import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The head of the strip: desk, clerk, served today, time, and the way out.
RowLayout {
    id: root

    required property CounterViewModel viewModel

    spacing: Theme.spaceS

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Heading {
            Layout.fillWidth: true
            text: root.viewModel.head.desk
            level: 2
            color: Theme.accent
        }
        Caption {
            Layout.fillWidth: true
            text: root.viewModel.head.clerk
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    ColumnLayout {
        spacing: 0

        NumberText {
            Layout.alignment: Qt.AlignRight
            text: root.viewModel.head.clock
            font.pixelSize: Theme.sizeLarge
        }
        Caption {
            Layout.alignment: Qt.AlignRight
            text: qsTr("đã phục vụ %1").arg(root.viewModel.head.served)
            wrapMode: Text.NoWrap
        }
    }
    BigButton {
        Layout.preferredHeight: Theme.px(80)
        text: qsTr("Rời quầy")
        padX: Theme.spaceS
        textSize: Theme.px(24)
        enabled: root.viewModel.head.leave
        onClicked: root.viewModel.press("close")
    }
}
