import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The ticket in hand: label, work, priority, time against the usual time, why it came now.
ColumnLayout {
    id: root

    required property HandPanel hand
    required property bool strip

    signal opened
    signal reprinted

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
            text: root.hand.since
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
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
            font.pixelSize: root.strip ? Theme.px(108) : Theme.px(170)
            font.weight: Font.Bold
        }
        Item {
            Layout.fillWidth: true
        }
        SmallButton {
            Layout.alignment: Qt.AlignVCenter
            objectName: "spot-sheet"
            visible: root.hand.code !== ""
            text: qsTr("Việc khác")
            key: "F9"
            Accessible.description: qsTr("Chuyện của số này, chuyển đúng quầy, thêm chặng, in lại phiếu")
            onClicked: root.opened()
        }
    }
    BodyText {
        Layout.fillWidth: true
        text: root.hand.service
        font.pixelSize: root.strip ? Theme.sizeBody : Theme.px(30)
        font.weight: Font.DemiBold
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    Chip {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        visible: text !== ""
        text: root.hand.priority
        glyph: "uu_tien"
        tone: "caution"
        lines: 2
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.hand.why
        maximumLineCount: 2
        elide: Text.ElideRight
        font.pixelSize: Theme.px(24)
    }
    Caption {
        Layout.fillWidth: true
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
            onClicked: root.reprinted()
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
        usual: root.hand.usual
        isLong: root.hand.tone === "long"
    }
}
