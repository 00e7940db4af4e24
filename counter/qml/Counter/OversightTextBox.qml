import QtQuick
import QtQuick.Templates as T
import QueueUi

// A few lines to write in, up to `most` letters. Tab leaves it.
T.TextArea {
    id: root

    property string caption: ""
    property int most: 200

    Accessible.name: caption
    padding: Theme.spaceS
    color: Theme.text
    selectionColor: Theme.accentSoft
    selectedTextColor: Theme.text
    selectByMouse: true
    wrapMode: TextEdit.Wrap
    font.family: Theme.textFont
    font.pixelSize: Theme.sizeBody
    focusPolicy: Qt.StrongFocus
    KeyNavigation.priority: KeyNavigation.BeforeItem
    Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    onTextChanged: if (length > most)
        remove(most, length)

    background: Rectangle {
        radius: Theme.radiusS
        color: Theme.surface
        border.width: root.activeFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.activeFocus ? Theme.accent : Theme.lineStrong
    }
    Caption {
        anchors.fill: parent
        anchors.margins: root.padding
        verticalAlignment: Text.AlignTop
        visible: root.length === 0 && root.preeditText === ""
        text: root.caption
    }
}
