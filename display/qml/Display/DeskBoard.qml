pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// All desks of the office, numbers running down the columns.
GridLayout {
    id: root

    required property RowsModel desks
    required property int deep
    required property bool dense

    flow: GridLayout.TopToBottom
    rows: deep
    rowSpacing: Theme.px(dense ? 10 : 12)
    columnSpacing: Theme.px(dense ? 10 : 14)

    Repeater {
        model: root.desks

        DeskTile {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: 1
            dense: root.dense
        }
    }
}
