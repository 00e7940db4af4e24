import QtQuick
import QtQuick.Templates as T
import QueueUi

// One key: words, the F-key that does the same, lit or not. An unlit key answers why when pressed.
T.AbstractButton {
    id: root

    required property int index
    required property string code
    required property string name
    required property string key
    required property bool lit
    required property bool pending
    required property bool main
    property bool stacked: false

    readonly property bool strong: lit && main || pending
    readonly property color ink: strong ? Theme.accentInk : lit ? Theme.text : Theme.textMuted

    text: name
    objectName: "key-" + key
    Accessible.name: name
    Accessible.description: lit ? qsTr("Phím %1").arg(key) : qsTr("Phím %1, lúc này chưa dùng được").arg(key)
    focusPolicy: Qt.StrongFocus
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()

    Shortcut {
        sequence: root.key
        enabled: root.enabled
        autoRepeat: false
        onActivated: root.clicked()
    }

    background: Rectangle {
        radius: Theme.radius
        color: root.strong ? (root.down || root.pending ? Theme.accentPressed : Theme.accent) : root.lit ? (root.down ? Theme.pressed : Theme.surface) : Theme.raised
        border.width: root.lit && !root.strong ? 2 * Theme.hairline : Theme.hairline
        border.color: root.strong ? Theme.accentPressed : root.lit ? Theme.accent : Theme.line

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.px(7)
            visible: root.visualFocus
            radius: Theme.radius + Theme.px(7)
            color: "transparent"
            border.width: Theme.px(4)
            border.color: Theme.lineStrong
        }
    }
    contentItem: Item {
        Grid {
            anchors.centerIn: parent
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.spaceS
            rowSpacing: Theme.px(4)
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            KeyCap {
                text: root.key
                ink: root.ink
            }
            BodyText {
                text: root.name
                color: root.ink
                font.pixelSize: root.index === 0 ? Theme.px(40) : Theme.px(27)
                font.weight: root.lit ? Font.DemiBold : Font.Normal
                lineHeight: 1
                wrapMode: Text.NoWrap
            }
        }
    }
}
