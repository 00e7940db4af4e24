import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The whole screen: hand, papers and keys left; right who is next, and the three lists behind tabs.
FocusScope {
    id: root

    required property CounterViewModel viewModel

    signal menuAsked

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DeskHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
            onMenuAsked: root.menuAsked()
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space
            spacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.space

                HandCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    viewModel: root.viewModel
                    strip: false
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
                    strip: false
                }
            }
            ColumnLayout {
                Layout.preferredWidth: root.width * 0.3
                Layout.maximumWidth: root.width * 0.3
                Layout.fillHeight: true
                spacing: Theme.spaceS

                NextCard {
                    Layout.fillWidth: true
                    next: root.viewModel.screen.next
                    onOpened: root.viewModel.asking.open(root.viewModel.screen.next.code)
                }
                ListTabs {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    viewModel: root.viewModel
                    strip: false
                }
            }
        }
    }
}
