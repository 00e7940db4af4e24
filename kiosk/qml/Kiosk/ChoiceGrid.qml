pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// Tiles in columns, all in sight; a last one standing alone takes its whole row.
GridLayout {
    id: root

    required property var tiles
    property string more: ""
    property int textSize: Theme.sizeBody
    property int iconSize: Theme.icon
    property real longScale: 0.88

    readonly property int rowCount: Math.ceil(count / columns)
    readonly property int count: tiles.length + (more ? 1 : 0)
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
            required property var modelData
            required property int index

            Layout.columnSpan: index === root.alone ? 2 : 1
            text: modelData.title
            glyph: modelData.glyph
            iconSize: root.iconSize
            textSize: root.textSize * Math.max(text.length > 48 ? root.longScale - 0.1 : root.longScale, 1 - 0.008 * Math.max(0, text.length - 18))
            onClicked: root.chosen(modelData.target)
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
