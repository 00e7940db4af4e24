pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// At rest: who we are, one thing to do, today's notices. The words change place every minute, so
// that nothing burns in.
Rectangle {
    id: root

    required property KioskViewModel viewModel

    readonly property HeaderPanel header: viewModel.shown.header
    readonly property AttractPanel attract: viewModel.shown.attract
    readonly property bool tall: height > width
    readonly property real edge: tall ? Theme.spaceXl : Theme.spaceL
    readonly property real drift: Theme.px(14)

    color: Theme.background

    AbstractTouch {
        anchors.fill: parent
        text: qsTr("Chạm để lấy số")
        onClicked: root.viewModel.wake("")
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: root.edge + root.drift * [-1, 0, 1, 1, 1, 0, -1, -1][root.attract.place]
        anchors.rightMargin: 2 * root.edge - anchors.leftMargin
        anchors.topMargin: root.edge + root.drift * [-1, -1, -1, 0, 1, 1, 1, 0][root.attract.place]
        anchors.bottomMargin: 2 * root.edge - anchors.topMargin
        spacing: root.tall ? Theme.spaceL : Theme.spaceS

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceL

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceXs

                BodyText {
                    Layout.fillWidth: true
                    visible: text !== "" && root.tall
                    text: root.header.unit
                    color: Theme.textMuted
                    font.pixelSize: Theme.tx(28)
                }
                Heading {
                    Layout.fillWidth: true
                    level: 2
                    text: root.header.office
                    color: Theme.accent
                    font.weight: Font.Bold
                }
            }
            ClockText {
                Layout.alignment: Qt.AlignTop
                time: root.header.time
                date: root.header.date
                size: Theme.tx(64)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.header.resumes !== "" && root.header.open ? qsTr("Quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ.").arg(root.header.resumes) : root.attract.greeting || qsTr("Xin chào ông/bà")
            font.pixelSize: Theme.tx(root.tall ? 42 : 34)
        }
        TouchHere {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(root.width - 2 * Theme.spaceXl, Theme.px(820))
            closed: !root.header.open
            hours: root.header.hours
            tall: root.tall
        }
        Item {
            Layout.fillHeight: true
        }
        Card {
            Layout.fillWidth: true
            visible: root.attract.notices.length > 0
            implicitHeight: Theme.px(root.tall ? 150 : 96)

            PagedText {
                anchors.fill: parent
                anchors.margins: Theme.space
                pages: root.attract.notices
                align: Text.AlignHCenter
                size: Theme.tx(root.tall ? 30 : 26)
            }
        }
        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            color: Theme.textMuted
            text: [qsTr("Giờ làm việc: %1").arg(root.header.hours)].concat(root.header.hotline ? [qsTr("Đường dây nóng: %1").arg(root.header.hotline)] : []).join(root.tall ? "\n" : " · ")
            font.pixelSize: root.tall ? Theme.sizeBody : Theme.sizeSmall
        }
        GridLayout {
            Layout.alignment: Qt.AlignHCenter
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space
            rowSpacing: Theme.space

            BigButton {
                Layout.alignment: Qt.AlignHCenter
                text: qsTr("Chữ to, dễ với tay")
                glyph: "wheelchair"
                textSize: Theme.sizeBody
                onClicked: root.viewModel.toggleEasy()
            }
            Flow {
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Math.min(implicitWidth, root.width - 2 * Theme.spaceXl)
                spacing: Theme.space

                Repeater {
                    model: root.header.languages
                    delegate: BigButton {
                        required property string code
                        required property string name
                        required property bool large

                        text: name
                        centred: true
                        textSize: large ? Theme.sizeLarge : Theme.sizeBody
                        onClicked: root.viewModel.wake(code)
                    }
                }
            }
        }
    }
}
