pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import CounterModel
import QueueUi

// Tickets kept or missed, each with the way back into the line.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    readonly property alias count: list.count

    spacing: Theme.spaceXs

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Để riêng")
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: 0
        model: root.viewModel.screen.aside

        EmptyLine {
            visible: list.count === 0
            text: qsTr("Không có số giữ chỗ hay vắng mặt.")
        }

        delegate: RowLayout {
            id: row

            required property int index
            required property string code
            required property string label
            required property string service
            required property string status
            required property bool lit
            required property bool pending

            width: ListView.view.width
            height: Math.max(words.implicitHeight + Theme.px(8), Theme.px(88)) + Theme.px(12)
            spacing: Theme.spaceXs

            T.AbstractButton {
                id: sheet

                Layout.fillWidth: true
                implicitHeight: words.implicitHeight + Theme.px(8)
                Accessible.name: qsTr("Xem số %1").arg(row.label)
                Accessible.description: row.status
                focusPolicy: Qt.TabFocus
                onClicked: root.viewModel.asking.open(row.code)
                onActiveFocusChanged: if (activeFocus)
                    row.ListView.view.positionViewAtIndex(row.index, ListView.Contain)
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()

                background: Rectangle {
                    color: sheet.down ? Theme.pressed : "transparent"
                    radius: Theme.radiusS
                    border.width: sheet.visualFocus ? 2 * Theme.hairline : 0
                    border.color: Theme.lineStrong
                }
                contentItem: Item {
                    ColumnLayout {
                        id: words

                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.px(4)
                        width: parent.width - 2 * x
                        spacing: 0

                        NumberText {
                            text: row.label
                            font.pixelSize: Theme.px(31)
                        }
                        Caption {
                            Layout.fillWidth: true
                            text: row.status
                            maximumLineCount: 2
                            elide: Text.ElideRight
                        }
                    }
                }
            }
            BigButton {
                Layout.preferredHeight: Theme.px(80)
                text: row.pending ? qsTr("Đang mời…") : qsTr("Mời trở lại")
                Accessible.name: qsTr("Mời trở lại %1").arg(row.label)
                tone: "soft"
                centred: true
                padX: Theme.spaceS
                textSize: Theme.px(25)
                enabled: row.lit
                onClicked: root.viewModel.bring(row.code)
                onActiveFocusChanged: if (activeFocus)
                    row.ListView.view.positionViewAtIndex(row.index, ListView.Contain)
                Keys.onReturnPressed: clicked()
            }
        }
    }
}
