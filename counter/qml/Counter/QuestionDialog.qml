import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The question before a command. Enter answers with what is chosen, Escape sends nothing.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property DialogPanel dialog: viewModel.dialog

    readonly property bool asks: dialog.instant || dialog.kind === "hold" || dialog.kind === "pause" || dialog.kind === "transfer"

    visible: dialog.kind !== ""
    onVisibleChanged: if (visible) {
        choices.restart();
        serviceList.restart();
        (dialog.kind === "transfer" ? serviceList : asks ? choices : accept).forceActiveFocus();
    }
    Keys.onPressed: event => {
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
    Rectangle {
        anchors.fill: parent
        color: Theme.text
        opacity: 0.45

        TapHandler {
            onTapped: root.viewModel.asking.dismiss()
        }
    }
    Rectangle {
        id: sheet

        Accessible.role: Accessible.Dialog
        Accessible.name: root.dialog.title
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceS, services.visible ? Theme.px(1700) : Theme.px(860))
        height: Math.min(parent.height - 2 * Theme.spaceS, body.implicitHeight + 2 * body.anchors.margins)
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.hairline
        border.color: Theme.lineStrong

        // Keeps taps on the sheet from reaching the scrim.
        TapHandler {
            gesturePolicy: TapHandler.ReleaseWithinBounds
        }
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
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: root.strip ? 1 : 2
                columnSpacing: Theme.spaceL
                rowSpacing: Theme.spaceXs

                ColumnLayout {
                    id: services

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 680
                    Layout.alignment: Qt.AlignTop
                    visible: root.dialog.kind === "transfer"
                    spacing: Theme.spaceXs

                    Heading {
                        level: 3
                        text: qsTr("Chuyển sang")
                    }
                    PickList {
                        id: serviceList

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredHeight: root.strip ? Theme.px(430) : Math.min(implicitHeight, Theme.px(870))
                        caption: qsTr("Chuyển sang dịch vụ")
                        columns: root.strip ? 1 : 2
                        lines: root.strip ? 1 : 2
                        rowHeight: root.strip ? Theme.px(92) : Theme.px(116)
                        follows: true
                        model: root.viewModel.lists.services
                        onPicked: code => root.viewModel.asking.direct(code)
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.strip || services.visible ? 1 : 2
                    Layout.preferredWidth: 320
                    Layout.alignment: Qt.AlignTop
                    visible: root.asks
                    spacing: Theme.spaceXs

                    Heading {
                        visible: !root.dialog.instant
                        level: 3
                        text: qsTr("Lý do")
                    }
                    PickList {
                        id: choices

                        Layout.fillWidth: true
                        caption: root.dialog.instant ? root.dialog.title : qsTr("Lý do")
                        rowHeight: root.dialog.instant ? Theme.px(84) : Theme.px(72)
                        follows: !root.dialog.instant
                        model: root.viewModel.lists.choices
                        onPicked: code => root.viewModel.asking.choose(code)
                    }
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.columnSpan: root.strip ? 1 : 2
                    visible: root.dialog.kind === "hold" || root.dialog.kind === "pause"
                    spacing: Theme.spaceXs

                    Heading {
                        level: 3
                        text: qsTr("Trong bao lâu")
                    }
                    PickFlow {
                        id: minutes

                        Layout.fillWidth: true
                        caption: qsTr("Trong bao lâu")
                        model: root.viewModel.lists.minutes
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
                    text: qsTr("Thôi")
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
