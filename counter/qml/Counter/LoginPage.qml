import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Who am I, what is my PIN, where do I sit: one after the other, or name and desk side by side where
// no PIN is asked for and there is room.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property LoginPanel login: viewModel.screen.login
    readonly property bool named: login.clerk !== ""
    readonly property bool both: login.step === "both" && !strip
    readonly property string step: login.step !== "both" ? login.step : named ? "desk" : "name"

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
                    text: root.viewModel.screen.head.office
                }
            }
            LoginDoors {
                Layout.alignment: Qt.AlignTop
                visible: !root.strip
                viewModel: root.viewModel
            }
            NumberText {
                Layout.alignment: Qt.AlignTop
                text: root.viewModel.screen.head.clock
                font.pixelSize: Theme.sizeTitle
            }
        }
        LoginDoors {
            Layout.fillWidth: true
            visible: root.strip
            viewModel: root.viewModel
        }
        Card {
            Layout.fillWidth: true
            visible: explanation.text !== ""
            implicitHeight: explanation.implicitHeight + 2 * Theme.spaceS
            tone: root.viewModel.screen.head.note && root.viewModel.screen.head.tone === "warn" ? "caution" : "accent"

            BodyText {
                id: explanation

                anchors.fill: parent
                anchors.margins: Theme.spaceS
                anchors.leftMargin: Theme.space
                text: root.viewModel.screen.head.note || root.login.explanation
                font.weight: Font.Medium
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.maximumWidth: root.step === "pin" ? Theme.px(640) : -1
            Layout.alignment: Qt.AlignHCenter
            visible: !root.both && root.named
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
        PinPage {
            id: pin

            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.step === "pin"
            entrance: root.viewModel.entrance
            login: root.login
            onVisibleChanged: if (visible)
                forceActiveFocus()
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.step !== "pin"
            spacing: Theme.spaceL

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                visible: root.both || root.step === "name"
                spacing: Theme.spaceXs

                Heading {
                    level: 3
                    text: qsTr("Tên của tôi")
                }
                SearchField {
                    id: search

                    Layout.fillWidth: true
                    visible: root.login.many
                    caption: qsTr("Tìm tên của tôi")
                    text: root.login.sought
                    onTextEdited: root.viewModel.entrance.seek(text)
                    Keys.onDownPressed: names.forceActiveFocus()
                    Keys.onReturnPressed: names.chooseAt(0)
                }
                PickList {
                    id: names

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    focus: true
                    caption: qsTr("Tên của tôi")
                    columns: root.both || root.strip ? 2 : 3
                    lines: 2
                    rowHeight: root.strip ? Theme.px(124) : Theme.px(116)
                    model: root.viewModel.screen.login.clerks
                    onPicked: code => root.viewModel.entrance.introduce(code)
                    // A letter typed here looks for a name.
                    Keys.onPressed: function (event: KeyEvent) {
                        if (!search.visible || event.text.trim() === "" || event.modifiers & Qt.ControlModifier)
                            return;
                        search.forceActiveFocus();
                        search.insert(search.length, event.text);
                        search.textEdited();
                        event.accepted = true;
                    }
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                visible: root.both || root.step === "desk"
                spacing: Theme.spaceXs

                Heading {
                    level: 3
                    text: qsTr("Quầy của tôi")
                }
                PickList {
                    id: places

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    caption: qsTr("Quầy của tôi")
                    columns: root.both || root.strip ? 2 : 3
                    lines: 2
                    rowHeight: root.strip ? Theme.px(124) : Theme.px(116)
                    model: root.viewModel.screen.login.desks
                    onPicked: code => root.viewModel.entrance.place(code)
                }
            }
        }
        BigButton {
            id: accept

            Layout.fillWidth: true
            visible: root.both || root.step === "desk"
            text: root.login.accept
            tone: "accent"
            enabled: root.login.lit
            onClicked: root.viewModel.entrance.enter()
            Keys.onReturnPressed: clicked()
        }
    }
    onStepChanged: if (root.login.step === "desk" && root.login.lit)
        accept.forceActiveFocus();
    else if (root.login.step === "desk")
        places.forceActiveFocus();
    else if (root.login.step === "name")
        names.forceActiveFocus()
    Component.onCompleted: if (root.step === "pin")
        pin.forceActiveFocus()
}
