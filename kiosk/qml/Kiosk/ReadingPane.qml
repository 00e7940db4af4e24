import QtQuick
import QueueUi

// Words that may be longer than their room; `turn` goes on by most of a page, and from the end back
// to the beginning.
Flickable {
    id: root

    readonly property bool long: contentHeight > height + 1
    property real goal: 0

    function turn(): void {
        const last = Math.max(0, contentHeight - height);
        goal = atYEnd ? 0 : Math.min(last, contentY + height * 0.8);
        slide.restart();
    }

    clip: true
    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds
    interactive: long

    NumberAnimation {
        id: slide

        target: root
        property: "contentY"
        to: root.goal
        duration: Theme.calm
        easing.type: Easing.InOutQuad
    }
}
