pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The line behind the next one, in the order in which it would be called.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    property bool withNext: false
    property bool titled: true

    spacing: Theme.spaceXs

    Heading {
        Layout.fillWidth: true
        visible: root.titled
        level: 3
        text: qsTr("Hàng chờ")
    }
    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Hàng chờ")
        activeFocusOnTab: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.viewModel.line
        spacing: 0
        header: root.withNext && root.viewModel.next.label !== "" ? front : null

        EmptyLine {
            visible: list.count === 0 && (!root.withNext || root.viewModel.next.label === "")
            text: root.viewModel.next.label === "" ? (root.withNext ? qsTr("Chưa có ai chờ quầy này.") : qsTr("Trống.")) : qsTr("Sau số kế tiếp chưa có ai.")
        }
        Rectangle {
            anchors.fill: parent
            visible: list.activeFocus
            color: "transparent"
            border.width: Theme.px(4)
            border.color: Theme.lineStrong
            radius: Theme.radiusS
        }

        delegate: ColumnLayout {
            id: row

            required property string label
            required property string service
            required property string priority
            required property string waited
            required property bool late

            width: ListView.view.width
            spacing: 0
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.label, row.service, row.priority, row.waited].filter(Boolean).join(", ")

            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.px(10)
                spacing: Theme.spaceXs

                NumberText {
                    text: row.label
                    font.pixelSize: Theme.px(31)
                }
                BodyText {
                    Layout.fillWidth: true
                    visible: row.priority !== ""
                    text: row.priority
                    color: Theme.caution
                    font.pixelSize: Theme.sizeSmall
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                }
                Item {
                    Layout.fillWidth: row.priority === ""
                }
                Caption {
                    text: row.waited
                    color: row.late ? Theme.text : Theme.textMuted
                    font.weight: row.late ? Font.Bold : Font.Normal
                    wrapMode: Text.NoWrap
                }
            }
            Caption {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.px(10)
                text: row.service
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: Theme.line
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.viewModel.next.more
    }

    Component {
        id: front

        ColumnLayout {
            width: ListView.view ? ListView.view.width : 0
            spacing: 0

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceXs

                NumberText {
                    text: root.viewModel.next.label
                    color: Theme.accent
                    font.pixelSize: Theme.px(36)
                    font.weight: Font.Bold
                }
                Caption {
                    Layout.fillWidth: true
                    text: qsTr("kế tiếp")
                    color: Theme.accent
                    font.weight: Font.DemiBold
                }
                Caption {
                    text: root.viewModel.next.waited
                    wrapMode: Text.NoWrap
                }
            }
            Caption {
                Layout.fillWidth: true
                text: root.viewModel.next.service
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Caption {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.px(10)
                text: root.viewModel.next.why
                color: Theme.text
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: 1
                color: Theme.line
            }
        }
    }
}
