pragma ComponentBehavior: Bound
import QtQuick
import QueueUi

// A few short choices side by side: one stop of the Tab key, left and right move and pick.
FocusScope {
    id: root

    property alias model: repeater.model
    property alias count: repeater.count
    property string caption: ""
    property int current: 0
    property bool compact: false

    signal picked(string code)

    Accessible.role: Accessible.List
    Accessible.name: caption
    activeFocusOnTab: true
    implicitHeight: flow.implicitHeight
    Keys.onRightPressed: move(1)
    Keys.onLeftPressed: move(-1)

    function move(by: int) {
        const at = Math.max(0, Math.min(repeater.count - 1, current + by));
        const item = repeater.itemAt(at) as PickDelegate;
        current = at;
        picked(item.code);
    }

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.px(8)

        Repeater {
            id: repeater

            PickDelegate {
                id: chip

                required property int index

                width: Math.min(implicitWidth, flow.width)
                height: root.compact ? Theme.px(60) : implicitHeight
                size: root.compact ? Theme.px(24) : Theme.px(26)
                current: root.activeFocus && chosen
                onChosenChanged: if (chosen)
                    root.current = index
                onClicked: root.picked(code)
                Component.onCompleted: if (chosen)
                    root.current = index
            }
        }
    }
}
