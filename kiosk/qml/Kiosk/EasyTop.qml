import QtQuick
import QtQuick.Layouts
import QueueUi

// A page's title. In the easy mode of a tall panel it fills what is too high to be touched.
Item {
    id: root

    required property string title
    required property bool tall
    required property bool easy
    required property real pageHeight
    property string below: ""
    property int size: Theme.tx(54)

    readonly property bool lifted: easy && tall

    implicitHeight: words.implicitHeight
    Layout.minimumHeight: lifted ? pageHeight * 0.35 : words.implicitHeight

    ColumnLayout {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space

        Heading {
            Layout.fillWidth: true
            horizontalAlignment: root.lifted ? Text.AlignHCenter : Text.AlignLeft
            text: root.title
            font.pixelSize: root.size
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.lifted && text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.below
            font.pixelSize: Theme.sizeLarge
        }
    }
}
