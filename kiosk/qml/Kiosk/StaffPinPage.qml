import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The staff code, by figures. After wrong tries it rests, longer each time.
Rectangle {
    id: root

    required property StaffViewModel staff

    objectName: "overlay"
    color: Theme.background

    MouseArea {
        anchors.fill: parent
    }
    Card {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceL, Theme.px(720))
        height: body.implicitHeight + 2 * Theme.spaceL

        ColumnLayout {
            id: body

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.spaceL
            spacing: Theme.space

            Heading {
                Layout.fillWidth: true
                level: 2
                text: qsTr("Mã của cán bộ")
            }
            Card {
                Layout.fillWidth: true
                implicitHeight: Theme.px(96)
                border.color: Theme.accent

                Row {
                    anchors.centerIn: parent
                    spacing: Theme.space

                    Repeater {
                        model: root.staff.typed
                        delegate: Rectangle {
                            width: Theme.px(26)
                            height: width
                            radius: width / 2
                            color: Theme.text
                        }
                    }
                }
            }
            BodyText {
                Layout.fillWidth: true
                Layout.minimumHeight: Theme.sizeBody * 2.4
                color: Theme.caution
                text: root.staff.waitS > 0 ? qsTr("Mã không đúng. Xin chờ %1 giây rồi thử lại.").arg(root.staff.waitS) : root.staff.wrong ? qsTr("Mã không đúng. Xin thử lại.") : ""
            }
            CodePad {
                Layout.fillWidth: true
                figuresOnly: true
                busy: root.staff.waitS > 0
                onTyped: sign => root.staff.type(sign)
                onErased: root.staff.erase()
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space

                BigButton {
                    text: qsTr("Thôi")
                    glyph: "back"
                    onClicked: root.staff.leave()
                }
                BigButton {
                    Layout.fillWidth: true
                    tone: "accent"
                    text: qsTr("Mở trang bảo trì")
                    enabled: root.staff.typed > 0 && root.staff.waitS === 0
                    onClicked: root.staff.enter()
                }
            }
        }
    }
}
