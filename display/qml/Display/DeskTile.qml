import QtQuick
import QtQuick.Layouts
import QueueUi

// One desk: its number, what it is for, whom it has, what it is doing (always in words).
Rectangle {
    id: root

    required property string number
    required property string name
    required property string label
    required property string doing
    required property string words
    property bool dense: false

    readonly property bool narrow: width > 0 && width < Theme.px(345)
    readonly property bool calling: doing === "calling"
    readonly property bool closed: doing === "closed"
    readonly property bool paused: doing === "paused"
    readonly property color ink: closed ? Theme.textMuted : paused ? Theme.caution : calling ? Theme.accent : Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: number + " " + name + ": " + label + " " + words
    radius: Theme.radiusS
    color: calling ? Theme.accentSoft : paused ? Theme.cautionSoft : closed ? Theme.background : Theme.surface
    border.width: calling ? 2 * Theme.hairline : Theme.hairline
    border.color: calling ? Theme.accent : Theme.line

    NumberText {
        id: plate

        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceXs
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.px(root.dense ? 54 : 84)
        text: root.number
        color: root.closed ? Theme.textMuted : Theme.accent
        font.pixelSize: Theme.px(root.dense ? 38 : 56)
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
    }
    ColumnLayout {
        anchors.left: plate.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceXs
        anchors.rightMargin: Theme.spaceS
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            text: root.name
            color: Theme.textMuted
            font.pixelSize: Math.min(Theme.px(root.dense ? 20 : 24), root.height * 0.27)
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            NumberText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.label
                color: root.ink
                font.pixelSize: Math.min(Theme.px(root.dense ? 32 : 42), root.height * 0.42)
                font.weight: Font.Bold
            }
            BodyText {
                // That a desk serves a number, the number says by itself where words have no room.
                visible: !root.narrow || root.doing !== "serving"
                Layout.fillWidth: root.label === ""
                text: root.words
                color: root.ink
                font.pixelSize: Math.min(Theme.px(root.dense ? 20 : 26), root.height * 0.3)
                font.weight: root.calling || root.paused ? Font.DemiBold : Font.Normal
                wrapMode: Text.NoWrap
            }
        }
    }
}
