import QtQuick
import QtQuick.Controls.impl

// One of assets/icons by its file name, in any colour. Decoration: words always stand beside it.
IconImage {
    id: root

    required property string glyph
    property int size: Theme.icon

    source: glyph ? Qt.resolvedUrl("../../icons/" + glyph + ".svg") : ""
    sourceSize: Qt.size(size, size)
    width: size
    height: size
    color: Theme.text
}
