import QtQuick

// Notices one after the other with a calm cross-fade; never running text.
Item {
    id: root

    property list<string> pages
    property int interval: Theme.page
    property int size: Theme.sizeBody
    // Words that do not fit their box at ``size`` shrink down to this.
    property int smallest: size
    property int weight: Font.Normal
    property color ink: Theme.text
    property int align: Text.AlignLeft
    property int page: 0
    readonly property string present: pages.length > 0 ? pages[page % pages.length] : ""

    implicitHeight: front.implicitHeight
    implicitWidth: front.implicitWidth
    onPresentChanged: turn.restart()

    Timer {
        interval: root.interval
        repeat: true
        running: root.visible && root.pages.length > 1
        onTriggered: root.page = (root.page + 1) % root.pages.length
    }
    BodyText {
        id: front

        anchors.fill: parent
        text: root.present
        color: root.ink
        font.pixelSize: root.size
        font.weight: root.weight
        fontSizeMode: root.smallest < root.size ? Text.Fit : Text.FixedSize
        minimumPixelSize: root.smallest
        horizontalAlignment: root.align
    }
    BodyText {
        id: back

        anchors.fill: parent
        opacity: 0
        color: root.ink
        font.pixelSize: root.size
        font.weight: root.weight
        fontSizeMode: root.smallest < root.size ? Text.Fit : Text.FixedSize
        minimumPixelSize: root.smallest
        horizontalAlignment: root.align
    }
    ParallelAnimation {
        id: turn

        NumberAnimation {
            target: front
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.slow
        }
        NumberAnimation {
            target: back
            property: "opacity"
            from: 1
            to: 0
            duration: Theme.slow
        }
        onFinished: back.text = root.present
    }
}
