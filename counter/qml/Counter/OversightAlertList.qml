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
        list.forceLayout();
        const at = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        const row = list.itemAtIndex(at) as OversightAlertRow;
        if (!row || row.past)
            return;
        list.currentIndex = at;
        overseeing.look(row.code);
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
        clip: true
        interactive: contentHeight > height + 1
        spacing: Theme.px(8)
        keyNavigationEnabled: false
        highlightMoveDuration: Theme.quick
        model: root.overseeing.alerts

        delegate: OversightAlertRow {
            id: row

            required property int index
            required property var model

            width: ListView.view.width
            words: model.text
            current: chosen && root.activeFocus
            onChosenChanged: if (chosen)
                list.currentIndex = index
            onClicked: root.overseeing.look(code)
            Component.onCompleted: if (chosen)
                list.currentIndex = index
        }
    }
}
