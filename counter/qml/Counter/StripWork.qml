import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The strip: the same parts one under the other.
FocusScope {
    id: root

    required property CounterViewModel viewModel

    signal menuAsked

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        spacing: Theme.spaceS

        StripHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
            onMenuAsked: root.menuAsked()
        }
        HandCard {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(588)
            Layout.minimumHeight: Theme.px(588)
            viewModel: root.viewModel
            strip: true
            onTakenBack: {
                root.viewModel.takeBack();
                pad.forceActiveFocus();
            }
        }
        DeskKeys {
            id: pad

            Layout.fillWidth: true
            focus: true
            viewModel: root.viewModel
            strip: true
        }
        ListTabs {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 0
            viewModel: root.viewModel
            strip: true
        }
    }
}
