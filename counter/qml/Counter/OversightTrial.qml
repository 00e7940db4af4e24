import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// What if: a desk, a service, and what the simulation of the rest of the day says of it.
GridLayout {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property TrialPanel trial: overseeing.page.trial

    columns: strip ? 1 : 3
    columnSpacing: Theme.spaceL
    rowSpacing: Theme.spaceS

    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 380
        spacing: Theme.spaceXs

        Heading {
            level: 3
            text: qsTr("Quầy")
        }
        PickList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.px(250)
            Layout.preferredHeight: 160
            caption: qsTr("Quầy")
            rowHeight: Theme.px(88)
            model: root.overseeing.page.trial.desks
            onPicked: code => root.overseeing.chooseCounter(code)
        }
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 380
        spacing: Theme.spaceXs

        Heading {
            level: 3
            text: qsTr("Việc")
        }
        PickList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.px(250)
            Layout.preferredHeight: 160
            caption: qsTr("Việc")
            rowHeight: Theme.px(88)
            model: root.overseeing.page.trial.services
            onPicked: code => root.overseeing.chooseTrialService(code)
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: !root.strip
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 460
        implicitHeight: pane.implicitHeight + 2 * pane.anchors.margins

        ColumnLayout {
            id: pane

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                level: 3
                text: root.trial.question
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.trial.result
                color: root.trial.pending ? Theme.textMuted : Theme.accent
                font.weight: Font.Medium
                font.pixelSize: Theme.sizeLarge
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.trial.detail
            }
            Item {
                Layout.fillHeight: true
            }
            Caption {
                Layout.fillWidth: true
                visible: !root.strip || root.trial.result === ""
                text: qsTr("Chỉ là tính thử: chưa có gì thay đổi ở quầy.")
            }
            BigButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.px(96)
                text: root.trial.pending ? qsTr("Đang tính…") : qsTr("Tính thử")
                tone: "accent"
                textSize: Theme.sizeBody
                enabled: root.trial.can_ask
                onClicked: root.overseeing.askWhatIf()
                Keys.onReturnPressed: clicked()
                Keys.onEnterPressed: clicked()
            }
        }
    }
}
