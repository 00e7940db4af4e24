import QtQuick
import QtQuick.Layouts
import QueueUi

// Before any office was ever heard of: say so, and where to go.
Item {
    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.spaceXl
        spacing: Theme.space

        Icon {
            Layout.alignment: Qt.AlignHCenter
            glyph: "wifi_off"
            size: Theme.px(140)
            color: Theme.textMuted
        }
        Heading {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Máy lấy số chưa sẵn sàng")
        }
        BodyText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.sizeLarge
            text: qsTr("Mời ông/bà đến quầy hướng dẫn để lấy số. Xin lỗi ông/bà vì sự bất tiện.")
        }
    }
}
