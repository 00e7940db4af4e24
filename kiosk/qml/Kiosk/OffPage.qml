import QtQuick
import QueueUi
import KioskModel

// Out of hours the glass is dark: a small clock that wanders, and when to come. A touch wakes it.
Rectangle {
    id: root

    required property KioskViewModel viewModel

    readonly property HeaderPanel header: viewModel.shown.header
    readonly property AttractPanel attract: viewModel.shown.attract

    color: Theme.nightGround

    AbstractTouch {
        anchors.fill: parent
        text: qsTr("Chạm để mở màn hình")
        onClicked: root.viewModel.wake("")
    }
    Column {
        width: Math.min(root.width - 2 * Theme.spaceXl, Theme.px(760))
        x: (root.width - width) * [0, 0.6, 0.2, 1, 0.4, 0.8, 0.1, 0.9][root.attract.place]
        y: Theme.spaceXl + (root.height - height - 2 * Theme.spaceXl) * [0.1, 0.7, 0.35, 0, 0.9, 0.5, 0.8, 0.2][root.attract.place]
        spacing: Theme.spaceXs

        NumberText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.header.time
            color: Theme.night
            font.pixelSize: Theme.px(84)
            font.weight: Font.Medium
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Máy lấy số mở từ %1").arg(root.attract.on_at)
            color: Theme.night
        }
    }
}
