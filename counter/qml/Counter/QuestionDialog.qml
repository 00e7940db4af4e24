import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The question before a command. Enter answers with what is chosen, Escape sends nothing.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property DialogPanel dialog: viewModel.screen.dialog

    readonly property bool asks: dialog.instant || dialog.choices_title !== ""
    readonly property bool targets: dialog.services_title !== ""
    readonly property bool tells: dialog.steps_title !== ""
    readonly property string kind: dialog.kind
    readonly property real widest: targets || tells ? Theme.px(1700) : Theme.px(860)

    visible: dialog.kind !== ""
    // A sheet may lead to another question without closing in between.
    onKindChanged: if (kind !== "") {
        choices.restart();
        serviceList.restart();
        (targets ? serviceList : asks ? choices : accept).forceActiveFocus();
    }
    Keys.onPressed: function (event: KeyEvent) {
        if (dialog.instant && !event.isAutoRepeat && event.text >= "1" && event.text <= "9")
            choices.chooseAt(Number(event.text) - 1);
    }
    Keys.onReturnPressed: viewModel.asking.confirm()
    Keys.onEnterPressed: viewModel.asking.confirm()

    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.viewModel.asking.dismiss()
    }
    Scrim {
        anchors.fill: parent
        onTapped: root.viewModel.asking.dismiss()
    }
    SheetCard {
        id: sheet

        Accessible.name: root.dialog.title
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceS, root.widest)
        height: Math.min(parent.height - 2 * Theme.spaceS, body.implicitHeight + 2 * body.anchors.margins)

        ColumnLayout {
            id: body

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                level: 2
                text: root.dialog.title
            }
            BodyText {
                Layout.fillWidth: true
                text: root.dialog.text
                color: Theme.textMuted
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.dialog.courtesy
                color: Theme.accent
                font.weight: Font.Medium
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: root.strip ? 1 : 2
                columnSpacing: Theme.spaceL
                rowSpacing: Theme.spaceXs

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 680
                    Layout.alignment: Qt.AlignTop
                    visible: root.targets
                    spacing: Theme.spaceXs

                    Heading {
                        level: 3
                        text: root.dialog.services_title
                    }
                    PickList {
                        id: serviceList

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: root.strip ? Theme.px(430) : Math.min(implicitHeight, Theme.px(760))
                        caption: root.dialog.services_title
                        columns: root.strip ? 1 : 2
                        lines: root.strip ? 1 : 2
                        rowHeight: root.strip ? Theme.px(92) : Theme.px(116)
                        follows: root.kind === "transfer"
                        model: root.viewModel.screen.dialog.services
                        onPicked: code => root.viewModel.asking.direct(code)
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.strip || root.targets || root.tells ? 1 : 2
                    Layout.preferredWidth: root.tells ? 500 : 320
                    Layout.alignment: Qt.AlignTop
                    visible: root.asks
                    spacing: Theme.spaceXs

                    Heading {
                        visible: !root.dialog.instant
                        level: 3
                        text: root.dialog.choices_title
                    }
                    PickList {
                        id: choices

                        Layout.fillWidth: true
                        caption: root.dialog.instant ? root.dialog.title : root.dialog.choices_title
                        rowHeight: root.tells ? Theme.px(96) : root.dialog.instant ? Theme.px(84) : Theme.px(80)
                        follows: !root.dialog.instant
                        model: root.viewModel.screen.dialog.choices
                        onPicked: code => root.viewModel.asking.choose(code)
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 620
                    Layout.alignment: Qt.AlignTop
                    visible: root.tells
                    spacing: Theme.spaceXs

                    Heading {
                        level: 3
                        text: root.dialog.steps_title
                    }
                    StoryList {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: Math.min(Math.max(contentHeight, Theme.px(200)), root.strip ? Theme.px(420) : Theme.px(700))
                        caption: root.dialog.steps_title
                        model: root.viewModel.screen.dialog.steps
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.strip ? 1 : 2
                    visible: root.dialog.minutes_title !== ""
                    spacing: Theme.spaceXs

                    Heading {
                        level: 3
                        text: root.dialog.minutes_title
                    }
                    PickFlow {
                        id: minutes

                        Layout.fillWidth: true
                        caption: root.dialog.minutes_title
                        model: root.viewModel.screen.dialog.minutes
                        onPicked: code => root.viewModel.asking.wait(code)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                spacing: Theme.spaceS

                BigButton {
                    Layout.preferredHeight: Theme.px(96)
                    Layout.fillWidth: root.dialog.instant
                    text: root.tells ? qsTr("Đóng") : qsTr("Thôi")
                    centred: true
                    textSize: Theme.sizeBody
                    onClicked: root.viewModel.asking.dismiss()
                    Keys.onReturnPressed: clicked()
                }
                BigButton {
                    id: accept

                    Layout.preferredHeight: Theme.px(96)
                    Layout.fillWidth: true
                    visible: !root.dialog.instant
                    text: root.dialog.accept
                    tone: "accent"
                    textSize: Theme.sizeBody
                    enabled: root.dialog.lit
                    onClicked: root.viewModel.asking.confirm()
                }
            }
        }
    }
}
