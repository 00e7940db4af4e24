import QtQuick
import QueueUi
import KioskModel

// Out of hours or between sessions: says so and when to come. Takes no room otherwise.
Rectangle {
    id: root

    required property HeaderPanel header

    readonly property bool between: header.open && header.resumes !== ""
    readonly property bool shown: header.known && (!header.open || between)

    // A holiday is named before it is said that the office is closed.
    readonly property string day: header.day_name ? header.day_name + ". " : ""

    implicitHeight: shown ? words.implicitHeight + 2 * Theme.spaceS : 0
    color: between ? Theme.accentSoft : Theme.cautionSoft

    BodyText {
        id: words

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.spaceL
        text: root.between ? qsTr("Các quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ và được gọi theo thứ tự.").arg(root.header.resumes) : root.header.resumes !== "" ? qsTr("Lúc này chưa đến giờ lấy số. Các quầy phục vụ từ %1.").arg(root.header.resumes) : root.day + (root.header.closed || qsTr("Trung tâm đã hết giờ làm việc. Giờ làm việc: %1.").arg(root.header.hours))
        color: root.between ? Theme.text : Theme.caution
        font.weight: Font.Medium
    }
}
