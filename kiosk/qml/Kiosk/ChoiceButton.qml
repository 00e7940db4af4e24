import QtQuick.Layouts
import QueueUi

// A tile of the first page.
BigButton {
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    Layout.minimumHeight: Theme.touch
    Layout.maximumHeight: Theme.px(150)
    gap: Theme.spaceS
    padX: Theme.px(18)
}
