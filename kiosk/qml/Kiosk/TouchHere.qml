import QtQuick
import QtQuick.Layouts
import QueueUi

// The one large invitation, or the honest word that nothing is given at this hour. A look, not a
// button: the whole glass around it is one.
Rectangle {
    id: root

    required property bool closed
    required property string hours
    required property bool tall

    implicitHeight: body.implicitHeight + 2 * (tall ? Theme.spaceXl : Theme.spaceL)
    radius: Theme.radius * 2
    color: closed ? Theme.surface : Theme.accent
    border.width: closed ? Theme.hairline : 0
    border.color: Theme.line

    ColumnLayout {
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceL
        spacing: Theme.space

        Icon {
            Layout.alignment: Qt.AlignHCenter
            glyph: root.closed ? "clock" : "tap"
            size: Theme.px(root.tall ? 220 : 120)
            color: root.closed ? Theme.textMuted : Theme.accentInk
        }
        Heading {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: root.closed ? qsTr("Lúc này ngoài giờ lấy số") : qsTr("Chạm để lấy số")
            color: root.closed ? Theme.text : Theme.accentInk
            font.pixelSize: root.closed ? Theme.sizeTitle : Theme.tx(root.tall ? 78 : 66)
        }
    }
}
