pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Greeting, the choices people come for most, fields of work, search, and help.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property var start: viewModel.start
    readonly property bool tall: height > width
    // Where a band on top takes height away, some fields move behind "all fields".
    readonly property int fieldColumns: tall ? 3 : 5
    readonly property int fieldRoom: fieldColumns * (tall ? (height < Theme.px(1660) ? 2 : 3) : (height < Theme.px(930) ? 1 : 2))
    readonly property bool allFit: start.fields.length + (start.more_fields ? 1 : 0) <= fieldRoom

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.spaceL : Theme.spaceS
        anchors.bottomMargin: root.tall ? Theme.spaceL : Theme.space
        spacing: Theme.spaceS

        BodyText {
            Layout.fillWidth: true
            text: root.start.greeting || qsTr("Xin chào ông/bà. Mời ông/bà chạm vào màn hình để lấy số.")
            color: Theme.textMuted
            font.pixelSize: root.tall ? Theme.sizeBody : Theme.sizeSmall
        }
        Heading {
            Layout.fillWidth: true
            text: root.start.question || qsTr("Hôm nay ông/bà cần làm việc gì?")
            font.pixelSize: root.tall ? Theme.px(58) : Theme.sizeTitle
        }
        ChoiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: root.tall ? Theme.spaceS : 0
            columns: root.tall ? 2 : 4
            textSize: Theme.px(root.tall ? 31 : 26)
            longScale: root.tall ? 0.88 : 0.82
            tiles: root.start.frequent
            onChosen: target => root.viewModel.choose(target)
        }
        BodyText {
            Layout.fillWidth: true
            Layout.topMargin: root.tall ? Theme.spaceS : 0
            text: qsTr("Hoặc chọn theo lĩnh vực")
            color: Theme.textMuted
            font.weight: Font.Medium
        }
        ChoiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.fieldColumns
            textSize: Theme.px(root.tall ? 24 : 22)
            iconSize: root.tall ? Theme.icon : Theme.px(36)
            longScale: root.tall ? 0.92 : 0.8
            tiles: root.allFit ? root.start.fields : root.start.fields.slice(0, root.fieldRoom - 1)
            more: root.start.more_fields || !root.allFit ? qsTr("Tất cả lĩnh vực") : ""
            onChosen: field => root.viewModel.openField(field)
            onMoreAsked: root.viewModel.openFields()
        }
        HelpRow {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.topMargin: root.tall ? Theme.spaceS : 0
            start: root.start
            tall: root.tall
            onSearchAsked: root.viewModel.openSearch()
            onServiceChosen: service => root.viewModel.choose(service)
        }
    }
}
