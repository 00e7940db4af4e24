pragma ComponentBehavior: Bound
import QtQuick
import CounterModel
import QueueUi

// The counter app's window: a strip beside other software, or the whole screen.
QueueWindow {
    id: root

    required property CounterViewModel viewModel
    readonly property bool strip: width < 900
    readonly property Item tourPage: loader.item as Item

    function pageOf(name: string): Component {
        switch (name) {
        case "work":
            return work;
        case "login":
            return login;
        case "issue":
            return issue;
        case "steer":
            return steer;
        case "oversight":
            return oversight;
        default:
            return blank;
        }
    }

    title: viewModel.screen.head.desk ? viewModel.screen.head.desk + " – " + qsTr("Đến Lượt") : qsTr("Đến Lượt")
    flags: width < 600 ? Qt.Window | Qt.WindowStaysOnTopHint : Qt.Window
    width: 1366
    height: 768
    minimumWidth: 400
    minimumHeight: 640
    unit: strip ? 0.56 : Math.max(0.5, 0.62 * Math.min(width / 1366, height / 768))

    Connections {
        target: root.viewModel

        function onRaised() {
            root.raise();
            root.requestActivate();
        }
    }
    Item {
        id: page

        anchors.fill: parent
        enabled: !question.visible && !menu.visible && !tour.visible
        onEnabledChanged: if (enabled)
            loader.forceActiveFocus()

        Column {
            id: bars

            anchors.left: parent.left
            anchors.right: parent.right

            TrainingBar {
                width: parent.width
                visible: root.viewModel.screen.head.training
                strip: root.strip
                onLeaving: root.viewModel.settings.train(false)
            }
            OfflineBar {
                width: parent.width
                text: root.viewModel.page === "blank" ? "" : root.viewModel.screen.head.banner
            }
            OversightBanner {
                width: parent.width
                overseeing: root.viewModel.overseeing
                strip: root.strip
            }
        }
        Loader {
            id: loader

            anchors.top: bars.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            focus: true
            sourceComponent: root.pageOf(root.viewModel.page)
        }
    }
    QuestionDialog {
        id: question

        anchors.fill: parent
        viewModel: root.viewModel
        strip: root.strip
    }
    MenuSheet {
        id: menu

        anchors.fill: parent
        viewModel: root.viewModel
        strip: root.strip
    }
    TourOverlay {
        id: tour

        anchors.fill: parent
        settings: root.viewModel.settings
        page: root.viewModel.page === "work" ? root.tourPage : null
    }

    Component {
        id: work

        WorkPage {
            focus: true
            viewModel: root.viewModel
            strip: root.strip
            onMenuAsked: menu.show()
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
        id: issue

        IssuePage {
            focus: true
            viewModel: root.viewModel
            strip: root.strip
        }
    }
    Component {
        id: steer

        SteerPage {
            focus: true
            viewModel: root.viewModel
            strip: root.strip
        }
    }
    Component {
        id: oversight

        OversightPage {
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
                    text: root.viewModel.screen.head.banner
                    font.pixelSize: Theme.sizeLarge
                }
            }
        }
    }
}
