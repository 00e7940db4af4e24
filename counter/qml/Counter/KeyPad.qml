pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QueueUi

// Ten digits and the way back, as on a telephone. The hand at the keyboard needs none of it.
Grid {
    id: root

    property bool open: true

    signal typed(string digit)
    signal erased

    columns: 3
    spacing: Theme.spaceS

    Repeater {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "<"]

        T.AbstractButton {
            id: pad

            required property string modelData
            readonly property bool erases: modelData === "<"

            Accessible.name: erases ? qsTr("Xóa một số") : modelData
            Accessible.ignored: modelData === ""
            width: Math.floor((root.width - 2 * root.spacing) / 3)
            height: Theme.px(112)
            opacity: modelData === "" ? 0 : 1
            enabled: root.open && modelData !== ""
            focusPolicy: Qt.NoFocus
            onClicked: if (erases)
                root.erased();
            else
                root.typed(modelData)

            background: Rectangle {
                radius: Theme.radiusS
                color: pad.down ? Theme.pressed : pad.enabled ? Theme.surface : Theme.raised
                border.width: Theme.hairline
                border.color: Theme.line
            }
            contentItem: Item {
                NumberText {
                    anchors.centerIn: parent
                    visible: !pad.erases
                    text: pad.modelData
                    color: pad.enabled ? Theme.text : Theme.textMuted
                    font.pixelSize: Theme.sizeTitle
                }
                Icon {
                    anchors.centerIn: parent
                    visible: pad.erases
                    glyph: "backspace"
                    size: Theme.px(44)
                    color: pad.enabled ? Theme.text : Theme.textMuted
                }
            }
        }
    }
}
