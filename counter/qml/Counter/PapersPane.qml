pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Beside the ticket: what the procedure asks for, and what went wrong. One tap each.
Flickable {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property PapersPanel papers: viewModel.screen.papers

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    interactive: strip
    contentWidth: width
    contentHeight: strip ? body.implicitHeight : height

    ColumnLayout {
        id: body

        width: root.width
        height: root.strip ? implicitHeight : root.height
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
            maximumLineCount: 3
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
            Layout.fillHeight: !root.strip
            Layout.preferredHeight: root.strip ? contentHeight : 0
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Giấy tờ cần có")
            activeFocusOnTab: count > 0
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            interactive: !root.strip
            currentIndex: 0
            highlightMoveDuration: Theme.quick
            cacheBuffer: 0
            model: root.viewModel.screen.papers.papers
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
            text: qsTr("Vướng mắc (chỉ để thống kê, không ghi tên ai)")
            maximumLineCount: 1
            elide: Text.ElideRight
        }
        ChipFlow {
            id: tags

            Layout.fillWidth: true
            visible: count > 0
            caption: qsTr("Vướng mắc")
            model: root.viewModel.screen.papers.tags
            onPicked: code => root.viewModel.tag(code)
        }
        OutcomeChips {
            Layout.fillWidth: true
            visible: root.strip && count > 0
            viewModel: root.viewModel
        }
    }
}
