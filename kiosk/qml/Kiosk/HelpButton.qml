import QtQuick.Layouts
import QueueUi

// One of the ways that always help, at the foot of the first page.
BigButton {
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    centred: false
    padX: Theme.px(18)
    gap: Theme.spaceS
}
