import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The left, or upper, half of the ticket: number, place, people ahead, time.
ColumnLayout {
    id: root

    required property TicketPanel ticket
    required property string ahead
    required property string wait
    property int plate: Theme.tx(220)
    // Little height: without the lines that also stand on the paper.
    property bool brief: false

    spacing: brief ? Theme.spaceXs : Theme.spaceS

    Item {
        Layout.fillHeight: true
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Số của ông/bà")
        font.pixelSize: Theme.sizeLarge
        color: Theme.textMuted
    }
    NumberPlate {
        // Room to be enlarged for a moment without leaving the card.
        Layout.leftMargin: Theme.px(48)
        Layout.rightMargin: Theme.px(48)
        Layout.fillWidth: true
        Layout.preferredHeight: root.plate * 1.1
        label: root.ticket.label
        size: root.plate
        Component.onCompleted: gentle()
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: root.ticket.service
        font.pixelSize: Theme.tx(root.brief ? 30 : 40)
        font.weight: Font.DemiBold
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: root.ticket.area
        font.pixelSize: Theme.sizeLarge
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: root.brief ? 0 : Theme.spaceS
        Layout.bottomMargin: root.brief ? 0 : Theme.spaceS
        implicitHeight: Theme.hairline
        color: Theme.line
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: root.ahead
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.DemiBold
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: root.wait
        font.pixelSize: Theme.sizeLarge
    }
    Caption {
        Layout.fillWidth: true
        visible: !root.brief
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Lấy số lúc %1").arg(root.ticket.issued)
    }
    Item {
        Layout.fillHeight: true
    }
}
