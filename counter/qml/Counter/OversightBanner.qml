import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Tells a supervisor at work that something needs him. It takes room of its own and covers nothing.
Rectangle {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property BannerPanel banner: overseeing.page.banner
    readonly property color ink: banner.tone === "alarm" ? Theme.alarm : Theme.caution

    Accessible.role: Accessible.AlertMessage
    Accessible.name: banner.text
    visible: banner.text !== ""
    implicitHeight: visible ? Math.max(line.implicitHeight + 2 * Theme.px(6), Theme.px(76)) : 0
    color: banner.tone === "alarm" ? Theme.alarmSoft : Theme.cautionSoft

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.spaceS
        spacing: Theme.spaceS

        Icon {
            glyph: "warning"
            size: Theme.px(34)
            color: root.ink
        }
        BodyText {
            Layout.fillWidth: true
            text: root.banner.text
            color: root.ink
            font.pixelSize: root.strip ? Theme.px(25) : Theme.sizeBody
            font.weight: Font.Medium
            maximumLineCount: root.strip ? 3 : 1
            elide: Text.ElideRight
        }
        SmallButton {
            text: qsTr("Xem")
            strong: true
            onClicked: root.overseeing.enter(root.banner.code)
        }
        SmallButton {
            text: qsTr("Để sau")
            onClicked: root.overseeing.putOff()
        }
    }
}
