pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import CounterModel
import QueueUi

// The line behind the next one, in the order in which it would be called. A line opens its sheet.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    property bool withNext: false

    spacing: Theme.spaceXs

    LoadList {
        Layout.fillWidth: true
        model: root.viewModel.screen.loads
    }
    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Hàng chờ")
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        model: root.viewModel.screen.line
        currentIndex: 0
        highlightMoveDuration: Theme.quick
        header: root.withNext && root.viewModel.screen.next.label !== "" ? front : null
        Keys.onReturnPressed: openCurrent()
        Keys.onEnterPressed: openCurrent()
        Keys.onSpacePressed: openCurrent()

        function openCurrent() {
            const row = list.currentItem as T.AbstractButton;
            if (row)
                row.clicked();
        }

        EmptyLine {
            visible: list.count === 0 && (!root.withNext || root.viewModel.screen.next.label === "")
            text: root.viewModel.screen.next.label === "" ? (root.withNext ? qsTr("Chưa có ai chờ quầy này.") : qsTr("Trống.")) : qsTr("Sau số kế tiếp chưa có ai.")
        }

        delegate: T.AbstractButton {
            id: row

            required property int index
            required property string code
            required property string label
            required property string service
            required property string priority
            required property string waited
            required property bool late
            readonly property bool current: list.activeFocus && ListView.isCurrentItem

            width: ListView.view.width
            implicitHeight: words.implicitHeight + 2 * Theme.px(9)
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.label, row.service, row.priority, row.waited].filter(Boolean).join(", ")
            focusPolicy: Qt.NoFocus
            onClicked: root.viewModel.asking.open(code)

            background: Rectangle {
                color: row.down ? Theme.pressed : row.current ? Theme.accentSoft : "transparent"
                radius: Theme.radiusS
                border.width: row.current ? 2 * Theme.hairline : 0
                border.color: Theme.lineStrong

                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
            }
            contentItem: Item {
                ColumnLayout {
                    id: words

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.px(4)
                    anchors.rightMargin: Theme.px(4)
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 0

                    RowLayout {
                        Layout.fillWidth: true
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
                        text: row.service
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.viewModel.screen.next.more
    }

    Component {
        id: front

        NextLine {
            width: ListView.view ? ListView.view.width : 0
            next: root.viewModel.screen.next
            onClicked: root.viewModel.asking.open(root.viewModel.screen.next.code)
        }
    }
}
