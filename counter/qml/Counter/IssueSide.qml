import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The right of the helper's page: the choice so far, the button, and the number once it is given.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property IssuePanel issue: viewModel.screen.issue
    readonly property bool given: issue.label !== ""

    signal nextAsked

    spacing: Theme.spaceS

    Heading {
        Layout.fillWidth: true
        level: 3
        text: root.issue.work || qsTr("Chưa chọn việc")
        maximumLineCount: 3
        elide: Text.ElideRight
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== "" && !root.given
        text: root.issue.detail
    }
    NumberText {
        Layout.alignment: Qt.AlignHCenter
        visible: root.given
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        text: root.issue.label
        color: Theme.accent
        font.pixelSize: root.strip ? Theme.px(110) : Theme.px(180)
        font.weight: Font.Bold
    }
    BodyText {
        Layout.fillWidth: true
        visible: root.given
        text: root.issue.told
        horizontalAlignment: Text.AlignHCenter
    }
    Caption {
        visible: !root.given
        text: qsTr("Diện ưu tiên (tự khai, không hỏi giấy)")
    }
    PickFlow {
        Layout.fillWidth: true
        visible: !root.given
        caption: qsTr("Diện ưu tiên")
        model: root.viewModel.screen.issue.priorities
        onPicked: code => root.viewModel.issuing.prefer(code)
    }
    Card {
        Layout.fillWidth: true
        visible: root.issue.warning !== ""
        implicitHeight: warning.implicitHeight + 2 * Theme.spaceS
        tone: "caution"

        BodyText {
            id: warning

            anchors.fill: parent
            anchors.margins: Theme.spaceS
            text: root.issue.warning
            color: Theme.caution
            font.weight: Font.Medium
        }
    }
    Item {
        Layout.fillHeight: true
    }
    Caption {
        Layout.fillWidth: true
        visible: root.given
        text: kiosks.count > 0 ? qsTr("In phiếu tại") : qsTr("Chưa có kiosk nào kết nối: xin ghi số ra giấy cho ông/bà.")
    }
    PickFlow {
        id: kiosks

        Layout.fillWidth: true
        visible: root.given && count > 0
        caption: qsTr("In phiếu tại")
        model: root.viewModel.screen.issue.kiosks
        onPicked: code => root.viewModel.issuing.at(code)
    }
    BodyText {
        Layout.fillWidth: true
        visible: root.strip && text !== ""
        text: root.viewModel.screen.head.note
        font.weight: Font.Medium
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        BigButton {
            Layout.fillWidth: true
            visible: root.given && kiosks.count > 0
            text: root.issue.printing
            centred: true
            textSize: Theme.sizeBody
            enabled: root.issue.can_print
            onClicked: root.viewModel.issuing.print()
            Keys.onReturnPressed: clicked()
        }
        BigButton {
            Layout.fillWidth: true
            visible: root.given
            text: qsTr("Người tiếp theo")
            tone: "accent"
            textSize: Theme.sizeBody
            onClicked: root.nextAsked()
            Keys.onReturnPressed: clicked()
        }
        BigButton {
            Layout.fillWidth: true
            visible: !root.given
            text: root.issue.accept
            tone: "accent"
            enabled: root.issue.lit
            onClicked: root.viewModel.issuing.give()
            Keys.onReturnPressed: clicked()
        }
    }
}
