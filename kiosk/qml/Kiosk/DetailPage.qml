pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// What the citizen should know and bring, and the one button.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property var detail: viewModel.detail
    readonly property bool tall: height > width
    readonly property bool tells: detail.day.code !== "" && detail.obstacle === ""
    readonly property bool asksPriority: detail.priorities.length > 0 && (detail.can_take || detail.taking)

    KioskWords {
        id: words
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.spaceL : Theme.space
        anchors.bottomMargin: root.tall ? Theme.spaceL : Theme.space
        spacing: Theme.space

        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            Heading {
                Layout.fillWidth: true
                text: root.detail.title
                font.pixelSize: root.tall ? Theme.tx(56) : Theme.sizeTitle
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== "" && (root.tall || !root.tells)
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
            rowSpacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 6
                spacing: Theme.spaceS

                Flickable {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredHeight: root.tall ? contentHeight : -1
                    Layout.maximumHeight: root.tall ? contentHeight : Number.POSITIVE_INFINITY
                    clip: true
                    contentWidth: width
                    contentHeight: papers.implicitHeight
                    boundsBehavior: Flickable.StopAtBounds
                    interactive: contentHeight > height

                    WhatToBring {
                        id: papers

                        width: parent.width
                        detail: root.detail
                        textSize: root.tall ? Theme.tx(root.tells ? 24 : 26) : Theme.sizeSmall
                    }
                }
                RemarkCard {
                    Layout.fillWidth: true
                    visible: root.tells
                    remark: root.detail.day
                    textSize: root.tall ? Theme.tx(25) : Theme.sizeSmall
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 5
                spacing: root.tall ? Theme.space : Theme.spaceS

                ServiceFacts {
                    Layout.fillWidth: true
                    // On a low panel, words about a failed try are worth more than these.
                    visible: root.tall || !root.asksPriority || root.detail.obstacle === ""
                    detail: root.detail
                    wait: words.wait(root.detail.wait)
                    strongSize: root.tall ? Theme.sizeLarge : Theme.sizeBody
                }
                PriorityChoice {
                    Layout.fillWidth: true
                    visible: root.asksPriority
                    priorities: root.detail.priorities
                    busy: root.detail.taking
                    columns: 2
                    onChosen: code => root.viewModel.choosePriority(code)
                }
                Item {
                    Layout.fillHeight: true
                }
            }
        }
        Card {
            Layout.fillWidth: true
            visible: root.detail.obstacle !== ""
            tone: "caution"
            implicitHeight: why.implicitHeight + 2 * Theme.spaceS

            ColumnLayout {
                id: why

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.space
                spacing: Theme.spaceXs

                BodyText {
                    Layout.fillWidth: true
                    color: Theme.caution
                    font.weight: Font.Medium
                    text: words.obstacle(root.detail.obstacle)
                }
                Caption {
                    Layout.fillWidth: true
                    visible: root.detail.hours !== ""
                    color: Theme.text
                    text: qsTr("Giờ làm việc: %1").arg(root.detail.hours)
                }
            }
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
