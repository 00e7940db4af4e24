pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// A notice for every display: what stands there now, and a new one.
GridLayout {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property NoticePanel notice: overseeing.page.notice

    columns: strip ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceS

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !root.strip
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 620
        implicitHeight: pane.implicitHeight + 2 * pane.anchors.margins

        ColumnLayout {
            id: pane

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                level: 3
                text: qsTr("Thông báo mới")
            }
            OversightTextBox {
                id: box

                Layout.fillWidth: true
                Layout.fillHeight: !root.strip
                Layout.minimumHeight: Theme.px(190)
                Layout.preferredHeight: Theme.px(190)
                caption: qsTr("Viết về phòng chờ: giờ giấc, quầy, công việc. Không viết về một người nào: không họ tên, không số phiếu.")
                onTextChanged: root.overseeing.setText(text)
                Component.onCompleted: text = root.notice.words

                Connections {
                    target: root.notice

                    function onChanged() {
                        if (root.notice.words !== box.text)
                            box.text = root.notice.words;
                    }
                }
            }
            Caption {
                Layout.fillWidth: true
                text: root.notice.left
                horizontalAlignment: Text.AlignRight
            }
            Caption {
                Layout.fillWidth: true
                text: qsTr("Hiển thị trong")
                color: Theme.text
            }
            PickFlow {
                Layout.fillWidth: true
                caption: qsTr("Hiển thị trong")
                compact: root.strip
                model: root.overseeing.page.notice.minutes
                onPicked: code => root.overseeing.setMinutes(code)
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                SmallButton {
                    Layout.fillWidth: true
                    text: qsTr("Thông thường")
                    strong: !root.notice.urgent
                    Accessible.checked: strong
                    onClicked: root.overseeing.setUrgent(false)
                }
                SmallButton {
                    Layout.fillWidth: true
                    text: qsTr("Khẩn: nổi bật, đọc loa")
                    strong: root.notice.urgent
                    Accessible.checked: strong
                    onClicked: root.overseeing.setUrgent(true)
                }
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: Theme.px(96)
                text: root.notice.accept
                tone: "accent"
                textSize: Theme.sizeBody
                enabled: root.notice.can_post
                onClicked: root.overseeing.postNotice()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 560
        spacing: Theme.spaceS

        Heading {
            Layout.fillWidth: true
            level: 3
            text: list.count > 0 ? qsTr("Đang hiển thị") : qsTr("Chưa có thông báo nào đang hiển thị")
        }
        ListView {
            id: list

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Math.min(contentHeight, Theme.px(240))
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Đang hiển thị")
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            interactive: contentHeight > height + 1
            spacing: Theme.px(8)
            cacheBuffer: 0
            model: root.overseeing.page.notice.rows

            delegate: OversightNoticeRow {
                width: ListView.view.width
                onWithdrawn: root.overseeing.withdrawNotice(code)
            }
        }
    }
}
