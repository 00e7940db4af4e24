pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The screen in the hall, lying or standing upright: the call, every desk, notices below.
QueueWindow {
    id: root

    required property LobbyViewModel viewModel
    readonly property LobbyPanel lobby: viewModel.screen
    readonly property TopPanel head: lobby.head
    readonly property real strength: head.is_stale ? 0.72 : 1
    readonly property bool tall: height > width

    title: qsTr("Màn hình sảnh – Đến Lượt")
    width: 1920
    height: 1080

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
            tall: root.tall
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space
            visible: root.lobby.urgent.length > 0
            implicitHeight: Theme.px(root.tall ? 252 : 168)
            color: Theme.caution

            PagedText {
                anchors.fill: parent
                anchors.leftMargin: Theme.spaceL
                anchors.rightMargin: Theme.spaceL
                anchors.topMargin: Theme.spaceXs
                anchors.bottomMargin: Theme.spaceXs
                pages: root.lobby.urgent
                ink: Theme.signalInk
                size: Theme.px(46)
                smallest: Theme.px(30)
                weight: Font.DemiBold
                align: Text.AlignHCenter
            }
        }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            opacity: root.strength
            sourceComponent: root.tall ? upright : lying

            Component {
                id: lying

                LobbyWide {
                    viewModel: root.viewModel
                }
            }
            Component {
                id: upright

                LobbyTall {
                    viewModel: root.viewModel
                }
            }
        }
        LobbyFoot {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            lobby: root.lobby
            tall: root.tall
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.NoButton
        cursorShape: Qt.BlankCursor
    }
}
