import QtQuick
import QtQuick.Layouts

// Says that the server is not there, and only then takes room. `connection` is the link's own word.
// `note` adds what this app can still do; `said` is the office's own sentence in place of both.
Rectangle {
    id: root

    required property string connection
    property string note: ""
    property string said: ""

    readonly property bool grave: connection === "incompatible" || connection === "refused"
    readonly property bool shown: connection !== "live" && connection !== ""
    readonly property string words: connection === "connecting" ? qsTr("Đang kết nối với máy chủ") : connection === "incompatible" ? qsTr("Phần mềm và máy chủ khác phiên bản. Xin báo quản trị viên.") : connection === "refused" ? qsTr("Thiết bị chưa được đăng ký với máy chủ. Xin báo quản trị viên.") : qsTr("Hệ thống đang mất kết nối.")
    readonly property bool lost: shown && !grave && connection !== "connecting"
    readonly property string told: lost && said ? said : note ? words + " " + note : words

    Accessible.role: Accessible.AlertMessage
    Accessible.name: told
    visible: shown
    implicitHeight: shown ? line.implicitHeight + 2 * Theme.spaceS : 0
    color: grave ? Theme.alarmSoft : Theme.cautionSoft

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        spacing: Theme.spaceS

        Icon {
            glyph: root.grave ? "warning" : "wifi_off"
            size: Theme.px(36)
            color: root.grave ? Theme.alarm : Theme.caution
        }
        BodyText {
            Layout.fillWidth: true
            text: root.told
            color: root.grave ? Theme.alarm : Theme.caution
            font.weight: Font.Medium
        }
    }
}
