pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Tiles in columns; more than fit are turned over by two large buttons, or by a finger. The buttons
// stand below, or `beside` where height is dear.
GridLayout {
    id: root

    required property RowsModel tiles
    property int across: 2
    property bool beside: false
    // Without the line below a tile's title.
    property bool terse: false
    property int rowHeight: Theme.px(124)

    // Too low for one button above the other: arrows side by side.
    readonly property bool low: beside && height < 2 * Theme.touch + rowSpacing
    readonly property bool long: grid.contentHeight > grid.height + 1
    property real goal: 0

    signal chosen(string target)

    function turn(pages: int): void {
        const last = Math.max(0, grid.contentHeight - grid.height);
        goal = Math.max(0, Math.min(last, grid.contentY + pages * grid.height));
        slide.restart();
    }

    columns: beside ? 2 : 1
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceS

    KioskWords {
        id: words
    }
    Connections {
        target: root.tiles
        function onChanged() {
            slide.stop();
            grid.positionViewAtBeginning();
        }
    }
    Item {
        id: room

        Layout.fillWidth: true
        Layout.fillHeight: true

        GridView {
            id: grid

            // Whole rows only: half a tile looks like the end of the list, or like a fault.
            height: Math.max(1, Math.floor(room.height / cellHeight)) * cellHeight
            width: room.width
            // Nothing is made ahead: a row still being made when it leaves the model is one Qt stumbles over.
            cacheBuffer: 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            snapMode: GridView.SnapToRow
            cellWidth: Math.floor(width / root.across)
            cellHeight: root.rowHeight
            model: root.tiles
            delegate: Item {
                id: cell

                required property string target
                required property string title
                required property string subtitle
                required property string glyph
                required property bool other
                required property string says

                width: grid.cellWidth
                height: grid.cellHeight

                BigButton {
                    anchors.fill: parent
                    anchors.margins: Theme.px(6)
                    text: cell.title || words.tile(cell.says)
                    subtext: cell.other ? qsTr("Việc khác") : root.beside || root.terse ? "" : cell.subtitle
                    glyph: cell.glyph
                    tone: cell.other ? "soft" : "plain"
                    textSize: Math.round(Theme.px(root.across === 1 ? (text.length > 50 ? 27 : 31) : (text.length > 56 ? 22 : text.length > 40 ? 25 : text.length > 24 ? 28 : 31) - (root.beside ? 2 : 0)) * (root.beside && text.length > 24 ? 1 : Theme.textScale))
                    onClicked: root.chosen(cell.target)
                }
            }

            NumberAnimation {
                id: slide

                target: grid
                property: "contentY"
                to: root.goal
                duration: Theme.calm
                easing.type: Easing.InOutQuad
            }
        }
    }
    GridLayout {
        Layout.fillWidth: !root.beside
        Layout.fillHeight: false
        Layout.alignment: Qt.AlignTop
        visible: root.long
        columns: root.beside && !root.low ? 1 : 2
        columnSpacing: root.low ? Theme.spaceXs : Theme.space
        rowSpacing: Theme.spaceS

        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: implicitWidth
            centred: true
            text: root.low ? "" : qsTr("Trang trước")
            glyph: root.low ? "back" : ""
            Accessible.name: qsTr("Trang trước")
            enabled: !grid.atYBeginning
            onClicked: root.turn(-1)
        }
        BigButton {
            Layout.fillWidth: true
            Layout.preferredWidth: implicitWidth
            centred: true
            text: root.low ? "" : qsTr("Trang sau")
            glyph: root.low ? "forward" : ""
            Accessible.name: qsTr("Trang sau")
            enabled: !grid.atYEnd
            onClicked: root.turn(1)
        }
    }
}
