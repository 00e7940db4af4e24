import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The whole screen: hand and keys left, the line in the middle, the rest right.
FocusScope {
    id: root

    required property CounterViewModel viewModel

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DeskHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space
            spacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 690
                spacing: Theme.space

                HandCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    hand: root.viewModel.hand
                    head: root.viewModel.head
                    strip: false
                    onTakenBack: {
                        root.viewModel.takeBack();
                        pad.forceActiveFocus();
                    }
                }
                KeyPad {
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
                Layout.preferredWidth: 326
                spacing: Theme.space

                NextCard {
                    Layout.fillWidth: true
                    next: root.viewModel.next
                }
                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

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
                Layout.preferredWidth: 296
                spacing: Theme.space

                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 260

                    AsideList {
                        anchors.fill: parent
                        anchors.margins: Theme.space
                        viewModel: root.viewModel
                    }
                }
                Card {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: 340

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
