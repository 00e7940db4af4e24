import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Who am I, where do I sit. The strip asks one after the other.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property LoginPanel login: viewModel.login
    readonly property bool named: login.clerk !== ""

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.strip ? Theme.space : Theme.spaceL
        spacing: Theme.space

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Heading {
                    Layout.fillWidth: true
                    text: qsTr("Vào quầy làm việc")
                    level: 2
                }
                Caption {
                    Layout.fillWidth: true
                    text: root.viewModel.head.office
                }
            }
            NumberText {
                Layout.alignment: Qt.AlignTop
                text: root.viewModel.head.clock
                font.pixelSize: Theme.sizeTitle
            }
        }
        Card {
            Layout.fillWidth: true
            visible: explanation.text !== ""
            implicitHeight: explanation.implicitHeight + 2 * Theme.spaceS
            tone: root.viewModel.head.note && root.viewModel.head.tone === "warn" ? "caution" : "accent"

            BodyText {
                id: explanation

                anchors.fill: parent
                anchors.margins: Theme.spaceS
                anchors.leftMargin: Theme.space
                text: root.viewModel.head.note || root.login.explanation
                font.weight: Font.Medium
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.strip && root.named
            spacing: Theme.spaceS

            BodyText {
                Layout.fillWidth: true
                text: root.login.clerk
                font.weight: Font.DemiBold
                font.pixelSize: Theme.sizeLarge
            }
            BigButton {
                text: qsTr("Đổi tên")
                tone: "quiet"
                textSize: Theme.sizeBody
                Layout.preferredHeight: Theme.px(80)
                onClicked: root.viewModel.entrance.introduce("")
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.spaceL

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                visible: !root.strip || !root.named
                spacing: Theme.spaceXs

                Heading {
                    level: 3
                    text: qsTr("Tên của tôi")
                }
                PickList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    focus: true
                    caption: qsTr("Tên của tôi")
                    columns: 2
                    lines: 2
                    rowHeight: root.strip ? Theme.px(124) : Theme.px(116)
                    model: root.viewModel.lists.clerks
                    onPicked: code => root.viewModel.entrance.introduce(code)
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                visible: !root.strip || root.named
                spacing: Theme.spaceXs

                Heading {
                    level: 3
                    text: qsTr("Quầy của tôi")
                }
                PickList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    caption: qsTr("Quầy của tôi")
                    columns: 2
                    lines: 2
                    rowHeight: root.strip ? Theme.px(124) : Theme.px(116)
                    model: root.viewModel.lists.places
                    onPicked: code => root.viewModel.entrance.place(code)
                }
            }
        }
        BigButton {
            Layout.fillWidth: true
            text: root.login.accept
            tone: "accent"
            enabled: root.login.lit
            onClicked: root.viewModel.entrance.enter()
            Keys.onReturnPressed: clicked()
        }
    }
}
