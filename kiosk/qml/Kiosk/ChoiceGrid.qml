pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Tiles in columns, all in sight; a last one standing alone takes its whole row.
GridLayout {
    id: root

    required property RowsModel tiles
    // So many of them at most, though there be more.
    property int most: tiles.count
    property string more: ""
    property int textSize: Theme.sizeBody
    property int iconSize: Theme.icon
    property real longScale: 0.88

    readonly property int rowCount: Math.ceil(count / columns)
    readonly property int count: Math.min(tiles.count, most) + (more ? 1 : 0)
    readonly property int alone: count % columns === 1 && columns === 2 ? count - 1 : -1

    signal chosen(string target)
    signal moreAsked

    Layout.minimumHeight: rowCount * Theme.touch + (rowCount - 1) * rowSpacing
    Layout.preferredHeight: rowCount * Theme.touch
    Layout.maximumHeight: rowCount * Theme.px(150) + (rowCount - 1) * rowSpacing
    columnSpacing: Theme.spaceS
    rowSpacing: Theme.spaceS
    uniformCellWidths: true

    Repeater {
        model: root.tiles
        delegate: ChoiceButton {
            required property int index
            required property string target
            required property string title
            required glyph

            visible: index < root.most
            Layout.columnSpan: index === root.alone ? 2 : 1
            text: title
            iconSize: root.iconSize
            textSize: root.textSize * Math.max(text.length > 48 ? root.longScale - 0.1 : root.longScale, 1 - 0.008 * Math.max(0, text.length - 18))
            onClicked: root.chosen(target)
        }
    }
    ChoiceButton {
        visible: root.more !== ""
        text: root.more
        glyph: "khac"
        tone: "soft"
        iconSize: root.iconSize
        textSize: root.textSize
        onClicked: root.moreAsked()
    }
}
