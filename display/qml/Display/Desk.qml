pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The small screen over one desk: read from the queue line and from the chair.
QueueWindow {
    id: root

    required property DeskViewModel viewModel
    readonly property DeskPanel desk: viewModel.screen
    readonly property bool calling: desk.doing === "calling"
    readonly property bool paused: desk.doing === "paused"
    readonly property bool stale: desk.head.is_stale
    readonly property color ink: calling ? Theme.accentInk : paused ? Theme.caution : Theme.text

    title: qsTr("Màn hình quầy – Đến Lượt")
    width: 1024
    height: 600
    unit: Theme.unitFor(width * 1.055, height * 1.8)
    color: calling ? Theme.accent : paused ? Theme.cautionSoft : Theme.background

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        spacing: Theme.spaceS
        opacity: root.stale ? 0.72 : 1

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            Rectangle {
                visible: root.desk.number !== ""
                implicitWidth: Theme.px(150)
                implicitHeight: Theme.px(130)
                radius: Theme.radius
                color: root.calling ? Theme.accentInk : Theme.accent

                NumberText {
                    anchors.centerIn: parent
                    text: root.desk.number
                    color: root.calling ? Theme.accent : Theme.accentInk
                    font.pixelSize: Theme.px(92)
                    font.weight: Font.Bold
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    text: root.desk.name
                    color: root.ink
                    font.pixelSize: Theme.px(46)
                    font.weight: Font.Bold
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.px(26)
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: root.desk.title
                    color: root.ink
                    font.pixelSize: Theme.px(32)
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
            }
            NumberText {
                text: root.desk.head.clock
                color: root.ink
                font.pixelSize: Theme.px(52)
            }
        }
        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.desk.before
            color: root.ink
            font.pixelSize: Theme.px(44)
            horizontalAlignment: Text.AlignHCenter
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            NumberPlate {
                id: plate

                anchors.centerIn: parent
                width: parent.width
                height: parent.height * 1.25
                visible: root.desk.label !== ""
                label: root.desk.label
                ink: root.calling ? Theme.accentInk : Theme.accent
                size: Theme.px(340)
            }
            BodyText {
                anchors.centerIn: parent
                width: parent.width
                visible: root.desk.label === ""
                text: root.desk.told
                color: root.ink
                font.pixelSize: Theme.px(58)
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.15
            }
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.desk.label !== "" && text !== ""
            text: root.desk.told
            color: root.ink
            font.pixelSize: Theme.px(38)
            horizontalAlignment: Text.AlignHCenter
        }
    }
    RatingSheet {
        anchors.fill: parent
        visible: root.desk.step !== "idle"
        viewModel: root.viewModel
    }
    Connections {
        target: root.viewModel

        function onCalled() {
            plate.gentle();
        }
    }
    HoverHandler {
        cursorShape: Qt.BlankCursor
    }
}
