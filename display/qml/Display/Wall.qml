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
            implicitHeight: Theme.px(106)
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
                    Layout.preferredWidth: 11
                    services: root.viewModel.services
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 9
                    spacing: Theme.spaceS

                    AlertList {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.px(202)
                        alerts: root.viewModel.alerts
                        more: root.viewModel.moreAlerts
                        advice: root.viewModel.advice
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.px(190)
                        Layout.fillHeight: false
                        spacing: Theme.spaceS
                        uniformCellSizes: true

                        DayChart {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            chart: root.viewModel.flow
                            title: qsTr("Số người mỗi 15 phút")
                            barWords: qsTr("lấy số")
                            todayWords: qsTr("gọi")
                        }
                        DayChart {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            chart: root.viewModel.waits
                            title: qsTr("Phút chờ bình quân, vạch cam kết")
                            todayWords: qsTr("hôm nay")
                        }
                    }
                    WallDesks {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        desks: root.viewModel.desks
                        deep: root.viewModel.deskRows
                        narrow: root.viewModel.wide
                    }
                }
            }
            PagedText {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(34)
                pages: root.viewModel.notes
                size: Theme.px(21)
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
