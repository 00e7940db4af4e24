pragma ComponentBehavior: Bound
import QtQuick
import CounterModel
import QueueUi

// The counter app's window: a strip beside other software, or the whole screen.
QueueWindow {
    id: root

    required property CounterViewModel viewModel
    readonly property bool strip: width < 900

    title: viewModel.head.desk ? viewModel.head.desk + " – " + qsTr("Đến Lượt") : qsTr("Đến Lượt")
    flags: width < 600 ? Qt.Window | Qt.WindowStaysOnTopHint : Qt.Window
    width: 1366
    height: 768
    minimumWidth: 400
    minimumHeight: 640
    unit: strip ? 0.56 : Math.max(0.5, 0.62 * Math.min(width / 1366, height / 768))

    Item {
        id: page

        anchors.fill: parent
        enabled: !question.visible
        onEnabledChanged: if (enabled)
            loader.forceActiveFocus()

        Column {
            id: bars

            anchors.left: parent.left
            anchors.right: parent.right

            OfflineBar {
                width: parent.width
                text: root.viewModel.page === "blank" ? "" : root.viewModel.head.banner
            }
        }
        Loader {
            id: loader

            anchors.top: bars.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            focus: true
            sourceComponent: root.viewModel.page === "work" ? work : root.viewModel.page === "login" ? login : blank
        }
    }
    QuestionDialog {
        id: question

        anchors.fill: parent
        viewModel: root.viewModel
        strip: root.strip
    }

    Component {
        id: work

        WorkPage {
            focus: true
            viewModel: root.viewModel
            strip: root.strip
        }
    }
    Component {
        id: login

        LoginPage {
            focus: true
            viewModel: root.viewModel
            strip: root.strip
        }
    }
    Component {
        id: blank

        Item {
            Column {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spaceXl
                spacing: Theme.space

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    glyph: "wifi_off"
                    size: Theme.px(100)
                    color: Theme.textMuted
                }
                BodyText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.viewModel.head.banner
                    font.pixelSize: Theme.sizeLarge
                }
            }
        }
    }
}
