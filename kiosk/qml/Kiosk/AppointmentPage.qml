import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// An appointment by its code: held to the scanner, or typed.
FocusScope {
    id: root

    required property KioskViewModel viewModel

    readonly property AppointmentPanel booking: viewModel.shown.appointment
    readonly property bool easy: viewModel.shown.header.easy
    readonly property bool tall: height > width

    focus: true
    Keys.onPressed: function (event: KeyEvent) {
        if (event.key === Qt.Key_Backspace)
            root.viewModel.eraseCode();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.viewModel.findAppointment();
        else if (event.text > " ")
            root.viewModel.typeCode(event.text);
    }

    KioskWords {
        id: words
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.spaceL : Theme.space
        anchors.bottomMargin: Theme.spaceS
        spacing: root.tall ? Theme.space : Theme.spaceS

        EasyTop {
            Layout.fillWidth: true
            tall: root.tall
            easy: root.easy
            pageHeight: root.height * 0.8
            size: Theme.tx(root.tall ? 54 : 42)
            title: qsTr("Ông/bà đã hẹn giờ")
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.tall || root.booking.obstacle === ""
            text: qsTr("Mời ông/bà đưa mã lịch hẹn vào mắt đọc, hoặc gõ mã rồi chạm Tìm lịch hẹn.")
            font.pixelSize: root.tall ? Theme.sizeLarge : Theme.sizeBody
        }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.spaceL
            Layout.bottomMargin: Theme.spaceL
            visible: root.tall && !root.easy
            glyph: "calendar"
            size: Theme.px(200)
            color: Theme.accent
        }
        Card {
            Layout.fillWidth: true
            implicitHeight: Theme.px(root.tall ? 130 : 96)
            border.color: Theme.accent
            border.width: 2 * Theme.hairline

            NumberText {
                anchors.fill: parent
                anchors.margins: Theme.space
                Accessible.role: Accessible.EditableText
                Accessible.name: qsTr("Mã lịch hẹn")
                text: root.booking.code || qsTr("Mã lịch hẹn")
                color: root.booking.code ? Theme.text : Theme.textMuted
                font.pixelSize: Theme.tx(52)
                fontSizeMode: Text.Fit
                horizontalAlignment: Text.AlignHCenter
            }
        }
        NoteCard {
            Layout.fillWidth: true
            tone: "caution"
            text: words.obstacle(root.booking.obstacle)
        }
        Item {
            Layout.fillHeight: true
        }
        CodePad {
            Layout.fillWidth: true
            busy: root.booking.asking
            onTyped: sign => root.viewModel.typeCode(sign)
            onErased: root.viewModel.eraseCode()
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.space

            BigButton {
                text: qsTr("Quay lại")
                glyph: "back"
                onClicked: root.viewModel.goBack()
            }
            BigButton {
                Layout.fillWidth: true
                implicitHeight: Theme.px(root.tall ? 140 : 108)
                text: root.booking.asking ? qsTr("Đang tìm") : qsTr("Tìm lịch hẹn")
                glyph: "calendar"
                tone: "accent"
                textSize: Theme.sizeTitle
                enabled: root.booking.code !== "" && !root.booking.asking
                onClicked: root.viewModel.findAppointment()
            }
        }
    }
}
