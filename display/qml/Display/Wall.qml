pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The supervisor's screen: one sentence, today's totals, every service, every desk.
QueueWindow {
    id: root

    required property WallViewModel viewModel
    readonly property HeadModel head: viewModel.head

    title: qsTr("Bảng theo dõi – Đến Lượt")
    width: 1920
    height: 1080

    Binding {
        target: Theme
        property: "dark"
        value: true
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StatusBanner {
            Layout.fillWidth: true
            connection: root.head.connection
            note: root.head.note
        }
        ScreenHead {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            head: root.head
        }
        Item {
            Layout.fillHeight: true
            visible: notYet.visible
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            Layout.bottomMargin: Theme.space
            spacing: Theme.space
            opacity: root.head.stale ? 0.72 : 1
            visible: root.viewModel.ready

            Headline {
                Layout.fillWidth: true
                text: root.viewModel.headline
                tone: root.viewModel.headlineTone
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS
                uniformCellSizes: true

                Repeater {
                    model: root.viewModel.figures

                    FigureTile {
                        Layout.fillWidth: true
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.space

                ServiceTable {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    services: root.viewModel.services
                }
                WallDesks {
                    Layout.preferredWidth: Theme.px(root.viewModel.wide ? 690 : 470)
                    Layout.fillHeight: true
                    desks: root.viewModel.desks
                    deep: root.viewModel.deskRows
                }
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.viewModel.devices
            }
        }
    }
    Heading {
        id: notYet

        anchors.centerIn: parent
        level: 2
        visible: !root.viewModel.ready
        text: qsTr("Đang chờ dữ liệu từ máy chủ")
        color: Theme.textMuted
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.NoButton
        cursorShape: Qt.BlankCursor
    }
}
