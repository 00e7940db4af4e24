pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QueueUi

// Codes one taps: each does something by itself, so arrows only move and Space or Enter presses.
FocusScope {
    id: root

    property alias model: repeater.model
    property alias count: repeater.count
    property string caption: ""
    property int current: 0

    signal picked(string code)

    function move(by: int) {
        current = Math.max(0, Math.min(repeater.count - 1, current + by));
    }

    function pick() {
        const item = repeater.itemAt(current) as T.AbstractButton;
        if (item)
            item.clicked();
    }

    Accessible.role: Accessible.List
    Accessible.name: caption
    activeFocusOnTab: visible && repeater.count > 0
    implicitHeight: flow.implicitHeight
    Keys.onRightPressed: move(1)
    Keys.onLeftPressed: move(-1)
    Keys.onSpacePressed: pick()
    Keys.onReturnPressed: pick()
    Keys.onEnterPressed: pick()

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.px(6)

        Repeater {
            id: repeater

            T.AbstractButton {
                id: chip

                required property int index
                required property string code
                required property string name
                required property bool chosen
                required property bool lit
                readonly property bool marked: root.activeFocus && index === root.current

                text: name
                Accessible.name: name
                Accessible.checked: chosen
                focusPolicy: Qt.NoFocus
                implicitWidth: Math.min(flow.width, words.implicitWidth + (chosen ? Theme.px(34) : 0) + 2 * Theme.spaceS)
                implicitHeight: Theme.px(54)
                onClicked: root.picked(code)

                background: Rectangle {
                    radius: height / 2
                    color: chip.down ? Theme.pressed : chip.chosen ? Theme.cautionSoft : Theme.surface
                    border.width: chip.marked ? 2 * Theme.hairline : Theme.hairline
                    border.color: chip.marked ? Theme.lineStrong : chip.chosen ? Theme.caution : Theme.line
                }
                contentItem: Item {
                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.spaceS
                        visible: chip.chosen
                        glyph: "check"
                        size: Theme.px(28)
                        color: Theme.caution
                    }
                    BodyText {
                        id: words

                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.spaceS + (chip.chosen ? Theme.px(34) : 0)
                        width: chip.width - x - Theme.spaceS
                        text: chip.name
                        color: chip.lit ? Theme.text : Theme.textMuted
                        font.pixelSize: Theme.px(23)
                        font.weight: chip.chosen ? Font.DemiBold : Font.Normal
                        wrapMode: Text.NoWrap
                        elide: Text.ElideRight
                    }
                }
            }
        }
    }
}
