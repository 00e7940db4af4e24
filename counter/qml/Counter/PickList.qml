pragma ComponentBehavior: Bound
import QtQuick
import QueueUi

// Lines one picks from, in one or more columns: one stop of the Tab key, arrows inside, Space or Enter picks.
// `follows`: moving is picking, and Enter is left to the question.
FocusScope {
    id: root

    property alias model: list.model
    property alias count: list.count
    property bool follows: false
    property int columns: 1
    property int lines: 1
    property int rowHeight: Theme.px(84)
    readonly property int gap: Theme.px(8)
    property int size: Theme.px(26)
    property string caption: ""

    signal picked(string code)

    function restart() {
        list.currentIndex = 0;
    }

    function step(by: int) {
        list.forceLayout();
        const line = list.currentItem as PickDelegate;
        // The first arrow picks the line it stands on; only then does moving make sense.
        if (!follows || (line && line.chosen))
            list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        if (follows)
            choose();
    }

    function chooseAt(index: int) {
        if (index < 0 || index >= list.count)
            return;
        list.currentIndex = index;
        choose();
    }

    function choose() {
        // A quick hand is faster than the next frame: the line may not have been made yet.
        list.forceLayout();
        const line = list.currentItem as PickDelegate;
        if (line)
            picked(line.code);
    }

    Accessible.role: Accessible.List
    Accessible.name: caption
    activeFocusOnTab: true
    implicitHeight: Math.ceil(list.count / columns) * list.cellHeight - gap
    Keys.onDownPressed: step(columns)
    Keys.onUpPressed: step(-columns)
    Keys.onRightPressed: step(1)
    Keys.onLeftPressed: step(-1)
    Keys.onSpacePressed: choose()
    Keys.onReturnPressed: function (event: KeyEvent) {
        event.accepted = !follows;
        if (!follows)
            choose();
    }
    Keys.onEnterPressed: function (event: KeyEvent) {
        event.accepted = !follows;
        if (!follows)
            choose();
    }

    GridView {
        id: list

        width: parent.width + root.gap
        height: parent.height
        boundsBehavior: Flickable.StopAtBounds
        // Nothing is made ahead: a row still being made when it leaves the model is one Qt stumbles over.
        cacheBuffer: 0
        cellHeight: root.rowHeight + root.gap
        cellWidth: Math.floor(width / root.columns)
        clip: true
        currentIndex: 0
        highlightMoveDuration: Theme.quick
        interactive: contentHeight > height + root.gap
        keyNavigationEnabled: false

        delegate: PickDelegate {
            id: line

            required property int index

            width: list.cellWidth - root.gap
            height: root.rowHeight
            lines: root.lines
            size: root.size
            current: GridView.isCurrentItem && root.activeFocus
            onClicked: {
                list.currentIndex = line.index;
                root.picked(line.code);
            }
        }
    }
}
