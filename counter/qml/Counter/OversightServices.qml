import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Services left, the chosen one right: give no numbers for now, with what citizens read; or again.
GridLayout {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property ServicePanel service: overseeing.page.service

    columns: strip ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceS

    PickList {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 560
        Layout.minimumHeight: Theme.px(250)
        Layout.preferredHeight: root.strip && root.service.title ? Theme.px(250) : 300
        caption: qsTr("Các dịch vụ")
        rowHeight: Theme.px(92)
        model: root.overseeing.page.service.rows
        onPicked: code => root.overseeing.chooseService(code)
    }
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
                text: root.service.title || qsTr("Chọn một dịch vụ để tạm dừng hay mở lại cấp số")
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.service.detail
            }
            Caption {
                Layout.fillWidth: true
                visible: root.service.title !== "" && !root.service.paused
                text: qsTr("Lý do")
                color: Theme.text
            }
            PickFlow {
                Layout.fillWidth: true
                visible: root.service.title !== "" && !root.service.paused
                caption: qsTr("Lý do")
                compact: root.strip
                model: root.overseeing.page.service.causes
                onPicked: code => root.overseeing.setPauseReason(code)
            }
            Caption {
                Layout.fillWidth: true
                visible: root.service.told !== ""
                text: root.service.paused ? qsTr("Người dân đang đọc ở máy lấy số:") : qsTr("Người dân sẽ đọc ở máy lấy số:")
                color: Theme.text
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.service.told
                font.weight: Font.Medium
                color: Theme.accent
            }
            Item {
                Layout.fillHeight: true
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: Theme.px(96)
                visible: root.service.title !== ""
                text: root.service.accept
                tone: "accent"
                textSize: Theme.sizeBody
                enabled: root.service.can
                onClicked: root.overseeing.pauseService()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
        }
    }
}
