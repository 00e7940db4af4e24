pragma ComponentBehavior: Bound
import QtQuick
import QueueUi
import KioskModel

// A code drawn from its dark stretches, on white with the four modules of quiet it needs.
Rectangle {
    id: root

    required property RowsModel runs
    required property int side
    property int most: Theme.px(360)

    readonly property int module: side > 0 ? Math.max(1, Math.floor(most / (side + 8))) : 0

    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Mã xem lượt của ông/bà")
    visible: side > 0
    implicitWidth: module * (side + 8)
    implicitHeight: implicitWidth
    radius: Theme.radiusS
    color: "white"

    Repeater {
        model: root.runs
        delegate: Rectangle {
            required property int column
            required property int row
            required property int length

            x: (column + 4) * root.module
            y: (row + 4) * root.module
            width: length * root.module
            height: root.module
            color: "black"
            antialiasing: false
        }
    }
}
