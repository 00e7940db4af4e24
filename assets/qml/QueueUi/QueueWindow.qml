import QtQuick

// The root of an app: paints the background and gives Theme its unit.
Window {
    id: root

    property real unit: Theme.unitFor(width, height)
    // True for the moment in which a page has just changed and no touch may count (the pilot waits).
    property bool settling: false

    color: Theme.background
    visible: false

    Binding {
        target: Theme
        property: "unit"
        value: root.unit
    }
}
