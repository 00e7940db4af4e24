pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The choices people come for most, fields of work, search, and help.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property StartPanel start: viewModel.shown.start
    readonly property bool easy: viewModel.shown.header.easy
    readonly property bool tall: height > width
    // Where a band on top takes height away, some fields move behind "all fields".
    readonly property int fieldColumns: tall ? 3 : 5
    readonly property int fieldRoom: fieldColumns * (tall ? (height < Theme.px(1600) ? 2 : 3) : (height < Theme.px(880) ? 1 : 2))
    readonly property bool allFit: start.fields.count + (start.more_fields ? 1 : 0) <= fieldRoom

    function open(target: string): void {
        if (target === "@fields")
            root.viewModel.openFields();
        else if (target === "@support")
            root.viewModel.openSupport();
        else if (target === "@appointment")
            root.viewModel.openAppointment();
        else
            root.viewModel.choose(target);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.space : Theme.spaceS
        anchors.bottomMargin: root.tall ? Theme.spaceS : Theme.space
        spacing: Theme.spaceS

        EasyTop {
            Layout.fillWidth: true
            tall: root.tall
            easy: root.easy
            pageHeight: root.height
            title: root.start.question || qsTr("Hôm nay ông/bà cần làm việc gì?")
            size: Theme.tx(root.tall ? 58 : 42)
            below: root.easy ? qsTr("Mời ông/bà chạm vào việc cần làm.") : ""
        }
        EasyChoices {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.easy
            start: root.start
            tall: root.tall
            onChosen: target => root.open(target)
            onSearchAsked: root.viewModel.openSearch()
        }
        ChoiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.easy
            columns: root.tall ? 2 : 4
            textSize: Theme.tx(root.tall ? 31 : 26)
            longScale: root.tall ? 0.88 : 0.82
            tiles: root.start.frequent
            onChosen: target => root.viewModel.choose(target)
        }
        BodyText {
            Layout.fillWidth: true
            visible: !root.easy
            text: qsTr("Hoặc chọn theo lĩnh vực")
            color: Theme.textMuted
            font.weight: Font.Medium
        }
        ChoiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: !root.easy
            columns: root.fieldColumns
            textSize: Theme.tx(root.tall ? 24 : 22)
            iconSize: root.tall ? Theme.icon : Theme.px(36)
            longScale: root.tall ? 0.92 : 0.8
            tiles: root.start.fields
            most: root.allFit ? root.fieldRoom : root.fieldRoom - 1
            more: root.start.more_fields || !root.allFit ? qsTr("Tất cả lĩnh vực") : ""
            onChosen: field => root.viewModel.openField(field)
            onMoreAsked: root.viewModel.openFields()
        }
        HelpRow {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.topMargin: root.tall ? Theme.spaceXs : 0
            visible: !root.easy
            start: root.start
            tall: root.tall
            onSearchAsked: root.viewModel.openSearch()
            onAppointmentAsked: root.viewModel.openAppointment()
            onSupportAsked: root.viewModel.openSupport()
            onServiceChosen: service => root.viewModel.choose(service)
        }
    }
}
