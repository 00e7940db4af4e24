import QtQuick
import QtQuick.Layouts
import QueueUi

// On every page while one trains: unmistakable, and calm.
Rectangle {
    id: root

    required property bool strip

    signal leaving

    Accessible.role: Accessible.StaticText
    Accessible.name: words.text
    implicitHeight: visible ? Theme.px(64) : 0
    color: Theme.good

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.spaceXs
        spacing: Theme.spaceS

        BodyText {
            id: words

            Layout.fillWidth: true
            text: qsTr("LUYỆN TẬP — không tính vào số liệu")
            color: Theme.signalInk
            font.pixelSize: root.strip ? Theme.px(25) : Theme.sizeBody
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        BigButton {
            Layout.preferredHeight: Theme.px(52)
            implicitHeight: Theme.px(52)
            text: root.strip ? qsTr("Thôi") : qsTr("Thôi luyện tập")
            Accessible.name: qsTr("Thôi luyện tập")
            padX: Theme.spaceS
            textSize: Theme.px(23)
            onClicked: root.leaving()
            Keys.onReturnPressed: clicked()
        }
    }
}
