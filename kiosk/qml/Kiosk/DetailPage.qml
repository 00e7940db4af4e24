pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// What the citizen should know and bring, and the one button.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property DetailPanel detail: viewModel.shown.detail
    readonly property bool easy: viewModel.shown.header.easy
    readonly property bool tall: height > width
    readonly property bool lifted: easy && tall
    readonly property bool tells: detail.day.code !== "" && detail.obstacle === ""
    readonly property bool asksPriority: detail.priorities.count > 0 && (detail.can_take || detail.taking)

    KioskWords {
        id: words
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.space : Theme.spaceS
        anchors.bottomMargin: root.tall ? Theme.spaceS : Theme.space
        spacing: root.tall ? Theme.space : Theme.spaceS

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            Heading {
                Layout.fillWidth: true
                text: root.detail.title
                font.pixelSize: root.tall ? Theme.tx(text.length > 60 ? 44 : 54) : Theme.tx(text.length > 60 ? 32 : 42)
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== "" && !root.easy && (root.tall || !root.tells)
                text: root.detail.official
                maximumLineCount: root.tall ? 4 : 1
                elide: Text.ElideRight
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.spaceL
            rowSpacing: root.lifted ? Theme.spaceS : Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 6
                spacing: Theme.spaceS

                NoteCard {
                    Layout.fillWidth: true
                    glyph: "calendar"
                    tone: "good"
                    text: root.detail.booked ? qsTr("Lịch hẹn của ông/bà lúc %1.").arg(root.detail.booked) : ""
                }
                ReadingPane {
                    id: pane

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: root.tall ? contentHeight : -1
                    Layout.maximumHeight: root.tall && !root.lifted ? contentHeight : Number.POSITIVE_INFINITY
                    contentHeight: papers.implicitHeight

                    WhatToBring {
                        id: papers

                        width: parent.width
                        detail: root.detail
                        textSize: root.tall ? Theme.tx(root.tells ? 24 : 26) : Theme.sizeSmall
                    }
                }
                BigButton {
                    Layout.fillWidth: true
                    visible: pane.long && !root.lifted
                    centred: true
                    textSize: Theme.sizeBody
                    text: pane.atYEnd ? qsTr("Đọc lại từ đầu") : qsTr("Đọc tiếp")
                    onClicked: pane.turn()
                }
                RemarkCard {
                    Layout.fillWidth: true
                    visible: root.tells
                    code: root.detail.day.code
                    time: root.detail.day.time
                    name: root.detail.day.name
                    said: root.detail.day.said
                    textSize: root.tall ? Theme.tx(25) : Theme.sizeSmall
                }
                Item {
                    visible: root.tall && !root.lifted
                    Layout.fillHeight: true
                    Layout.preferredHeight: 0
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: !root.tall
                Layout.preferredWidth: 5
                spacing: root.tall && !root.lifted ? Theme.space : Theme.spaceS

                ServiceFacts {
                    Layout.fillWidth: true
                    // On a low panel, words about a failed try are worth more than these.
                    visible: root.tall || !root.asksPriority || root.detail.obstacle === "" && root.detail.offers === ""
                    detail: root.detail
                    wait: words.wait(root.detail.wait)
                    strongSize: root.tall ? Theme.sizeLarge : Theme.sizeBody
                }
                BigButton {
                    Layout.fillWidth: true
                    visible: pane.long && root.lifted
                    centred: true
                    textSize: Theme.sizeBody
                    text: pane.atYEnd ? qsTr("Đọc lại từ đầu") : qsTr("Đọc tiếp")
                    onClicked: pane.turn()
                }
                BigButton {
                    Layout.fillWidth: true
                    visible: root.detail.offers !== ""
                    glyph: "elderly"
                    tone: "soft"
                    textSize: Theme.sizeBody
                    text: qsTr("Theo năm sinh trên thẻ, ông/bà thuộc diện ưu tiên: %1. Chạm để dùng.").arg(root.detail.offers)
                    onClicked: root.viewModel.takeOffer()
                }
                PriorityChoice {
                    Layout.fillWidth: true
                    visible: root.asksPriority
                    priorities: root.detail.priorities
                    offers: root.detail.offers
                    busy: root.detail.taking
                    columns: root.tall && !root.easy ? 3 : 2
                    onChosen: code => root.viewModel.choosePriority(code)
                }
                Item {
                    visible: !root.tall
                    Layout.fillHeight: true
                }
            }
        }
        NoteCard {
            Layout.fillWidth: true
            tone: "caution"
            glyph: "info"
            text: root.detail.obstacle === "paused" ? words.paused(root.detail.because) : words.obstacle(root.detail.obstacle)
            more: root.detail.hours !== "" ? qsTr("Giờ làm việc: %1").arg(root.detail.hours) : ""
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            BigButton {
                text: qsTr("Quay lại")
                glyph: "back"
                enabled: !root.detail.taking
                onClicked: root.viewModel.goBack()
            }
            BigButton {
                Layout.fillWidth: true
                visible: root.detail.way_out !== ""
                implicitHeight: Theme.px(root.tall ? 150 : 108)
                text: qsTr("Lấy số quầy hướng dẫn")
                glyph: "huong_dan"
                tone: "accent"
                textSize: Theme.sizeTitle
                onClicked: root.viewModel.choose(root.detail.way_out)
            }
            BigButton {
                Layout.fillWidth: true
                visible: root.detail.way_out === ""
                implicitHeight: Theme.px(root.tall ? 150 : 108)
                text: root.detail.taking ? qsTr("Đang lấy số") : qsTr("Lấy số")
                glyph: "ticket"
                tone: "accent"
                textSize: Theme.sizeTitle
                enabled: root.detail.can_take && !root.detail.taking
                onClicked: root.viewModel.take()
            }
        }
    }
}
