import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Alerts left, the chosen one right: see to it with its cause, then say what was done.
GridLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property OversightModel overseeing: viewModel.overseeing
    readonly property AlertPanel alert: overseeing.page.alert

    columns: strip ? 1 : 2
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceS

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 560
        spacing: Theme.spaceS

        Card {
            Layout.fillWidth: true
            visible: root.alert.nothing !== ""
            implicitHeight: nothing.implicitHeight + 2 * Theme.space
            tone: "good"

            BodyText {
                id: nothing

                anchors.fill: parent
                anchors.margins: Theme.space
                text: root.alert.nothing
                color: Theme.good
                font.weight: Font.Medium
            }
        }
        OversightAlertList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Math.min(implicitHeight, Theme.px(310))
            Layout.preferredHeight: root.strip ? Math.min(implicitHeight, Theme.px(310)) : 300
            overseeing: root.overseeing
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !root.strip
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 620
        visible: root.alert.title !== ""
        implicitHeight: pane.implicitHeight + 2 * pane.anchors.margins

        ColumnLayout {
            id: pane

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                visible: !root.strip
                level: 3
                text: root.alert.title
                color: root.alert.tone === "alarm" ? Theme.alarm : Theme.text
            }
            BodyText {
                Layout.fillWidth: true
                text: root.alert.detail + " " + root.alert.owner
            }
            Caption {
                Layout.fillWidth: true
                visible: root.alert.owned
                text: qsTr("Kết quả")
                color: Theme.text
            }
            PickFlow {
                Layout.fillWidth: true
                visible: root.alert.owned
                caption: qsTr("Kết quả")
                compact: root.strip
                model: root.overseeing.page.alert.outcomes
                onPicked: code => root.overseeing.setOutcome(code)
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: Theme.px(96)
                visible: root.alert.owned
                text: qsTr("Đã xong")
                tone: "accent"
                textSize: Theme.sizeBody
                enabled: root.alert.can_finish
                onClicked: root.overseeing.finishAlert()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
            Caption {
                Layout.fillWidth: true
                Layout.topMargin: root.alert.owned ? Theme.spaceS : 0
                visible: root.alert.asks_cause
                text: qsTr("Nguyên nhân: người chờ đọc được trên màn hình")
                color: Theme.text
            }
            PickFlow {
                Layout.fillWidth: true
                visible: root.alert.asks_cause
                caption: qsTr("Nguyên nhân")
                compact: root.strip
                model: root.overseeing.page.alert.causes
                onPicked: code => root.overseeing.setCause(code)
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: Theme.px(96)
                visible: root.alert.take !== ""
                text: root.alert.take
                tone: root.alert.owned ? "soft" : "accent"
                centred: true
                textSize: Theme.sizeBody
                enabled: root.alert.can_take
                onClicked: root.overseeing.takeAlert()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
            Item {
                Layout.fillHeight: true
            }
            SmallButton {
                Layout.alignment: Qt.AlignRight
                text: qsTr("Điều phối quầy")
                onClicked: root.viewModel.visit("steer")
            }
        }
    }
}
