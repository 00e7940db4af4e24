import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The whole screen: hand, papers and keys left, the line in the middle, the rest right.
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
                Layout.preferredWidth: 740
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
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 310
                spacing: Theme.space

                NextCard {
                    Layout.fillWidth: true
                    next: root.viewModel.next
                    onOpened: root.viewModel.asking.open(root.viewModel.next.code)
                }
                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    objectName: "spot-line"

                    WaitingList {
                        anchors.fill: parent
                        anchors.margins: Theme.space
                        viewModel: root.viewModel
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 262
                spacing: Theme.space

                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 280
                    objectName: "spot-aside"

                    AsideList {
                        anchors.fill: parent
                        anchors.margins: Theme.space
                        viewModel: root.viewModel
                    }
                }
                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 320

                    DeskList {
                        anchors.fill: parent
                        anchors.margins: Theme.space
                        viewModel: root.viewModel
                    }
                }
            }
        }
    }
}
