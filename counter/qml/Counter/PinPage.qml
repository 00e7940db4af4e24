pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// A PIN, by keyboard or by touch: its digits are counted, never shown.
FocusScope {
    id: root

    required property LoginModel entrance
    required property LoginPanel login

    implicitHeight: body.implicitHeight
    Accessible.role: Accessible.Grouping
    Accessible.name: login.title
    Keys.onPressed: function (event: KeyEvent) {
        if (event.key === Qt.Key_Backspace)
            root.entrance.erase();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.entrance.submit();
        else if (event.key === Qt.Key_Escape)
            root.entrance.introduce("");
        else if (event.text.length === 1 && event.text >= "0" && event.text <= "9" && root.login.open)
            root.entrance.type(event.text);
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        id: body

        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, Theme.px(640))
        spacing: Theme.spaceS

        Heading {
            Layout.fillWidth: true
            level: 3
            text: root.login.title
        }
        // Always two lines high: the keys must not move under a finger.
        BodyText {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(80)
            verticalAlignment: Text.AlignVCenter
            text: root.login.pad_note || root.login.hint
            color: root.login.pad_note ? Theme.caution : Theme.textMuted
            font.weight: root.login.pad_note ? Font.Medium : Font.Normal
            font.pixelSize: Theme.px(25)
            lineHeight: 1.05
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.px(84)
            radius: Theme.radiusS
            color: Theme.surface
            border.width: root.activeFocus ? 2 * Theme.hairline : Theme.hairline
            border.color: root.activeFocus ? Theme.accent : Theme.lineStrong
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Đã nhập %1 chữ số").arg(root.login.digits)

            Row {
                anchors.centerIn: parent
                spacing: Theme.space

                Repeater {
                    model: Math.max(4, root.login.digits)

                    Rectangle {
                        required property int index

                        width: Theme.px(22)
                        height: width
                        radius: width / 2
                        color: index < root.login.digits ? Theme.text : "transparent"
                        border.width: Theme.hairline
                        border.color: Theme.lineStrong
                    }
                }
            }
        }
        KeyPad {
            Layout.fillWidth: true
            open: root.login.open
            onTyped: digit => root.entrance.type(digit)
            onErased: root.entrance.erase()
        }
        BigButton {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(108)
            text: root.login.pad_accept
            tone: "accent"
            centred: true
            enabled: root.login.open
            onClicked: root.entrance.submit()
        }
        SmallButton {
            Layout.alignment: Qt.AlignHCenter
            visible: root.login.can_change
            enabled: root.login.open
            text: qsTr("Đổi mã PIN")
            onClicked: root.entrance.change()
        }
    }
}
