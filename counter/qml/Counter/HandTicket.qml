import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The ticket in hand: label, work, priority, time against the usual time, why it came now.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property HandPanel hand: viewModel.screen.hand
    // The strip's keys must not move: there, what is wrong takes the room of what is good to know.
    readonly property bool tight: strip && hand.paper !== ""

    spacing: Theme.spaceXs

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        Chip {
            text: root.hand.status
            tone: root.hand.pending ? "pending" : root.hand.stage === "serving" ? "good" : "accent"
        }
        BodyText {
            Layout.fillWidth: true
            text: root.hand.share < 0 ? root.hand.since : ""
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        SmallButton {
            objectName: "spot-sheet"
            visible: root.hand.code !== ""
            text: qsTr("Việc khác")
            key: "F9"
            Accessible.description: qsTr("Chuyện của số này, chuyển đúng quầy, thêm chặng, in lại phiếu")
            onClicked: root.viewModel.asking.open(root.hand.code)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.space

        NumberText {
            Accessible.role: Accessible.StaticText
            Accessible.name: text
            text: root.hand.label
            color: root.hand.pending ? Theme.textMuted : Theme.accent
            font.pixelSize: root.strip ? Theme.px(108) : Theme.px(140)
            font.weight: Font.Bold
        }
        Item {
            Layout.fillWidth: true
        }
    }
    BodyText {
        Layout.fillWidth: true
        text: root.hand.service
        font.pixelSize: root.strip ? Theme.sizeBody : Theme.px(30)
        font.weight: Font.DemiBold
        maximumLineCount: root.strip && root.hand.priority !== "" ? 1 : 2
        elide: Text.ElideRight
    }
    Chip {
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        Layout.maximumWidth: implicitWidth
        visible: text !== ""
        text: root.hand.priority
        glyph: "uu_tien"
        tone: "caution"
        lines: 2
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== "" && !root.tight
        text: root.hand.why
        maximumLineCount: 2
        elide: Text.ElideRight
        font.pixelSize: Theme.px(24)
    }
    Caption {
        Layout.fillWidth: true
        visible: !root.tight
        text: root.hand.story
        maximumLineCount: root.strip ? 1 : 2
        elide: Text.ElideRight
    }
    RowLayout {
        Layout.fillWidth: true
        visible: root.hand.paper !== ""
        spacing: Theme.spaceS

        Icon {
            glyph: "printer"
            size: Theme.px(34)
            color: Theme.caution
        }
        BodyText {
            Layout.fillWidth: true
            text: root.hand.paper
            color: Theme.caution
            font.weight: Font.DemiBold
        }
        SmallButton {
            text: qsTr("In lại phiếu")
            onClicked: root.viewModel.asking.begin("print_ticket", root.hand.code)
        }
    }
    Item {
        Layout.fillHeight: true
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.hand.hint
        color: Theme.text
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    UsualTime {
        Layout.fillWidth: true
        visible: root.hand.share >= 0
        share: root.hand.share
        since: root.hand.since
        usual: root.hand.usual
        isLong: root.hand.tone === "long"
    }
}
