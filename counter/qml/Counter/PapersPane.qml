pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Beside the ticket: what the procedure asks for, what went wrong, and how it ended. One tap each.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property PapersPanel papers: viewModel.papers

    spacing: Theme.px(6)

    BodyText {
        Layout.fillWidth: true
        text: root.papers.title
        font.weight: Font.DemiBold
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.papers.facts
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Caption {
        Layout.fillWidth: true
        text: root.papers.told
        color: Theme.text
    }
    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Giấy tờ cần có")
        activeFocusOnTab: count > 0
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        currentIndex: 0
        highlightMoveDuration: Theme.quick
        model: root.viewModel.lists.papers
        Keys.onSpacePressed: tickCurrent()
        Keys.onReturnPressed: tickCurrent()
        Keys.onEnterPressed: tickCurrent()

        function tickCurrent() {
            const row = list.currentItem as PaperRow;
            if (row)
                row.clicked();
        }

        delegate: PaperRow {
            width: ListView.view.width
            current: list.activeFocus && ListView.isCurrentItem
            onClicked: root.viewModel.tick(code)
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: tags.count > 0
        text: qsTr("Vướng mắc (ghi thống kê, không ghi tên ai)")
    }
    ChipFlow {
        id: tags

        Layout.fillWidth: true
        visible: count > 0
        caption: qsTr("Vướng mắc")
        model: root.viewModel.lists.tags
        onPicked: code => root.viewModel.tag(code)
    }
    Caption {
        Layout.fillWidth: true
        visible: outcomes.count > 0
        text: qsTr("Hoàn thành ngay với kết quả")
    }
    ChipFlow {
        id: outcomes

        Layout.fillWidth: true
        visible: count > 0
        caption: qsTr("Hoàn thành với kết quả")
        model: root.viewModel.lists.outcomes
        onPicked: code => root.viewModel.finish(code)
    }
}
