import QtQuick
import QtQuick.Layouts
import QueueUi

// Nothing by these words: what to try, and a person who helps.
ColumnLayout {
    id: root

    required property bool tall
    required property string guide
    required property string helper

    signal helpAsked

    spacing: tall ? Theme.spaceL : Theme.spaceS

    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Chưa tìm thấy việc này.")
        font.pixelSize: Theme.sizeLarge
        font.weight: Font.DemiBold
    }
    BodyText {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: root.guide ? qsTr("Ông/bà thử gõ ít chữ hơn, hoặc lấy số để cán bộ hướng dẫn.") : qsTr("Ông/bà thử gõ ít chữ hơn, hoặc hỏi quầy hướng dẫn.")
        color: Theme.textMuted
    }
    BigButton {
        Layout.alignment: Qt.AlignHCenter
        visible: root.guide !== ""
        text: root.helper
        glyph: "huong_dan"
        tone: "accent"
        onClicked: root.helpAsked()
    }
}
