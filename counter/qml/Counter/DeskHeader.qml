pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The head of the full window: which desk, who sits there, today's two figures, the time.
Rectangle {
    id: root

    required property CounterViewModel viewModel

    readonly property list<Tally> tallies: [
        Tally {
            word: qsTr("Đang chờ")
            figure: root.viewModel.screen.head.waiting
        },
        Tally {
            word: qsTr("Hôm nay đã phục vụ")
            figure: root.viewModel.screen.head.served
        },
        Tally {
            word: qsTr("Trung bình của tôi")
            figure: root.viewModel.screen.head.mean
        }
    ]

    component Tally: QtObject {
        required property string word
        required property string figure
    }

    signal menuAsked

    implicitHeight: line.implicitHeight + 2 * Theme.spaceS
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceL

        Heading {
            text: root.viewModel.screen.head.desk
            level: 2
            color: Theme.accent
            wrapMode: Text.NoWrap
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            BodyText {
                Layout.fillWidth: true
                text: root.viewModel.screen.head.clerk
                font.weight: Font.DemiBold
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Caption {
                Layout.fillWidth: true
                text: root.viewModel.screen.head.services
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        Repeater {
            model: root.tallies

            ColumnLayout {
                id: tally

                required property Tally modelData

                visible: modelData.figure !== ""
                Accessible.role: Accessible.StaticText
                Accessible.name: tally.modelData.word + " " + tally.modelData.figure
                spacing: 0

                NumberText {
                    Layout.alignment: Qt.AlignRight
                    text: tally.modelData.figure
                    font.pixelSize: Theme.sizeLarge
                }
                Caption {
                    text: tally.modelData.word
                    wrapMode: Text.NoWrap
                }
            }
        }
        NumberText {
            text: root.viewModel.screen.head.clock
            font.pixelSize: Theme.sizeTitle
        }
        SmallButton {
            Layout.preferredHeight: Theme.px(84)
            objectName: "spot-menu"
            text: qsTr("Mục khác")
            key: "F10"
            onClicked: root.menuAsked()
        }
        SmallButton {
            Layout.preferredHeight: Theme.px(84)
            text: qsTr("Rời quầy")
            enabled: root.viewModel.screen.head.leave
            onClicked: root.viewModel.press("close")
        }
    }
}
