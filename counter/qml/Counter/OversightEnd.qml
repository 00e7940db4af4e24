import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The end of the day in two steps: what it does is said before, and nothing is done by the first.
ColumnLayout {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property EndPanel ending: overseeing.page.end

    spacing: Theme.space

    Card {
        Layout.fillWidth: true
        Layout.maximumWidth: Theme.px(1200)
        Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
        implicitHeight: pane.implicitHeight + 2 * pane.anchors.margins
        tone: root.ending.over ? "good" : ""

        ColumnLayout {
            id: pane

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                level: 3
                text: root.ending.over ? qsTr("Ngày làm việc đã kết thúc") : root.ending.asking ? qsTr("Kết thúc ngày làm việc ngay bây giờ?") : qsTr("Kết thúc ngày làm việc")
            }
            BodyText {
                Layout.fillWidth: true
                visible: root.ending.over
                text: qsTr("Các quầy đã đóng, máy lấy số ngừng cấp số. Hệ thống mở lại vào ngày làm việc tiếp theo.")
            }
            OversightLine {
                Layout.fillWidth: true
                visible: !root.ending.over
                glyph: "people"
                text: root.ending.waiting
            }
            OversightLine {
                Layout.fillWidth: true
                visible: !root.ending.over
                glyph: "desk"
                text: root.ending.desks
            }
            OversightLine {
                Layout.fillWidth: true
                visible: !root.ending.over
                glyph: "ticket"
                text: qsTr("Máy lấy số ngừng cấp số cho đến ngày làm việc tiếp theo. Việc này không lấy lại được.")
            }
            OversightLine {
                Layout.fillWidth: true
                visible: root.ending.block !== ""
                glyph: "warning"
                caution: true
                text: root.ending.block
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                Layout.preferredHeight: Theme.px(96)
                visible: !root.ending.over && !root.ending.asking
                text: qsTr("Kết thúc ngày…")
                tone: "soft"
                centred: true
                textSize: Theme.sizeBody
                enabled: root.ending.can
                onClicked: {
                    root.overseeing.prepareEnd(true);
                    no.forceActiveFocus();
                }
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceS
                visible: root.ending.asking
                spacing: Theme.spaceS

                BigButton {
                    id: no

                    Layout.fillWidth: true
                    Layout.preferredWidth: 200
                    Layout.preferredHeight: Theme.px(96)
                    text: qsTr("Thôi")
                    centred: true
                    textSize: Theme.sizeBody
                    onClicked: root.overseeing.prepareEnd(false)
                    Keys.onReturnPressed: clicked()
                    Keys.onEnterPressed: clicked()
                }
                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 300
                    Layout.preferredHeight: Theme.px(96)
                    text: qsTr("Đúng, kết thúc ngày")
                    tone: "alarm"
                    textSize: Theme.sizeBody
                    enabled: root.ending.can
                    onClicked: root.overseeing.endDay()
                    Keys.onReturnPressed: clicked()
                    Keys.onEnterPressed: clicked()
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
