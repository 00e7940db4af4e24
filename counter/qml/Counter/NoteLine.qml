import QtQuick
import QtQuick.Layouts
import QueueUi

// One calm line: the app's answer while there is one, else what the clerk may say.
Rectangle {
    id: root

    required property string note
    required property string tone
    required property string courtesy
    property string glyph: "speaker"
    property string undo: ""
    property string undoLeft: ""

    signal takenBack

    readonly property bool noted: note !== ""

    Accessible.role: Accessible.StaticText
    Accessible.name: noted ? note : courtesy
    implicitHeight: Math.max(Theme.px(84), words.implicitHeight + 2 * Theme.spaceXs)
    radius: Theme.radiusS
    color: noted ? (tone === "warn" ? Theme.cautionSoft : Theme.accentSoft) : courtesy ? Theme.raised : "transparent"

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceS

        Icon {
            visible: root.noted || root.courtesy !== ""
            glyph: root.noted ? (root.tone === "warn" ? "warning" : "info") : root.glyph
            size: Theme.px(36)
            color: root.noted && root.tone === "warn" ? Theme.caution : Theme.accent
        }
        BodyText {
            id: words

            Layout.fillWidth: true
            text: root.noted ? root.note : root.courtesy
            color: root.noted && root.tone === "warn" ? Theme.caution : Theme.text
            font.pixelSize: Theme.px(25)
            font.weight: root.noted ? Font.Medium : Font.Normal
        }
        UndoButton {
            undo: root.undo
            undoLeft: root.undoLeft
            onClicked: root.takenBack()
        }
    }
}
