pragma ComponentBehavior: Bound
import QtQuick
import CounterModel
import QueueUi

// Alerts, the most urgent first, those that are over greyed at the end: one stop of the Tab key.
FocusScope {
    id: root

    required property OversightModel overseeing
    readonly property alias count: list.count

    function step(by: int) {
        const before = list.currentIndex;
        list.currentIndex = Math.max(0, Math.min(list.count - 1, before + by));
        list.forceLayout();
        const row = list.currentItem as OversightAlertRow;
        if (row && !row.past)
            overseeing.showAlert(row.code);
        else
            list.currentIndex = before;
    }

    Accessible.role: Accessible.List
    Accessible.name: qsTr("Cảnh báo")
    activeFocusOnTab: true
    implicitHeight: list.contentHeight
    Keys.onDownPressed: step(1)
    Keys.onUpPressed: step(-1)

    ListView {
        id: list

        anchors.fill: parent
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        interactive: contentHeight > height + 1
        spacing: Theme.px(8)
        keyNavigationEnabled: false
        highlightMoveDuration: Theme.quick
        model: root.overseeing.page.alert.rows

        delegate: OversightAlertRow {
            id: row

            required property int index

            width: ListView.view.width
            current: chosen && root.activeFocus
            onChosenChanged: if (chosen)
                list.currentIndex = index
            onClicked: root.overseeing.showAlert(code)
            Component.onCompleted: if (chosen)
                list.currentIndex = index
        }
    }
}
