pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The supervisor's screen: one sentence, today's totals, every service, every desk.
QueueWindow {
    id: root

    required property WallViewModel viewModel
    readonly property WallPanel wall: viewModel.screen
    readonly property TopPanel head: wall.head

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
            opacity: root.head.is_stale ? 0.72 : 1
            visible: root.wall.is_ready

            Headline {
                Layout.fillWidth: true
                text: root.wall.headline
                tone: root.wall.headline_tone
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS
                uniformCellSizes: true

                Repeater {
                    model: root.wall.figures

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
                    services: root.wall.services
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 9
                    spacing: Theme.spaceS

                    AlertList {
                        Layout.fillWidth: true
                        Layout.preferredHeight: Theme.px(202)
                        alerts: root.wall.alerts
                        more: root.wall.more_alerts
                        advice: root.wall.advice
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
                            chart: root.wall.flow
                            title: qsTr("Số người mỗi 15 phút")
                            barWords: qsTr("lấy số")
                            todayWords: qsTr("gọi")
                        }
                        DayChart {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            chart: root.wall.waits
                            title: qsTr("Phút chờ bình quân, vạch cam kết")
                            todayWords: qsTr("hôm nay")
                        }
                    }
                    WallDesks {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        desks: root.wall.desks
                        deep: root.wall.desk_rows
                        narrow: root.wall.is_wide
                    }
                }
            }
            PagedText {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(34)
                pages: root.wall.notes
                size: Theme.px(21)
            }
        }
    }
    Heading {
        id: notYet

        anchors.centerIn: parent
        level: 2
        visible: !root.wall.is_ready
        text: qsTr("Đang chờ dữ liệu từ máy chủ")
        color: Theme.textMuted
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.NoButton
        cursorShape: Qt.BlankCursor
    }
}
