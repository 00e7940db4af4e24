import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The ticket in hand: label, work, priority, time against the usual time, why it came now.
ColumnLayout {
    id: root

    required property HandPanel hand
    required property bool strip

    spacing: Theme.spaceXs

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.spaceS

        Chip {
            text: root.hand.status
            tone: root.hand.stage === "serving" ? "good" : "accent"
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
            color: Theme.accent
            font.pixelSize: root.strip ? Theme.px(116) : Theme.px(220)
            font.weight: Font.Bold
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
        Item {
            Layout.fillWidth: true
        }
    }
    BodyText {
        Layout.fillWidth: true
        text: root.hand.service
        font.pixelSize: root.strip ? Theme.sizeBody : Theme.sizeLarge
        font.weight: Font.DemiBold
        maximumLineCount: 2
        elide: Text.ElideRight
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.hand.why
        maximumLineCount: 2
        elide: Text.ElideRight
        font.pixelSize: root.strip ? Theme.sizeSmall : Theme.sizeBody
    }
    Caption {
        Layout.fillWidth: true
        text: root.hand.story
        maximumLineCount: 1
        elide: Text.ElideRight
    }
    RowLayout {
        Layout.fillWidth: true
        visible: root.hand.share >= 0
        spacing: Theme.spaceS

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.px(12)
            radius: height / 2
            color: Theme.raised
            border.width: Theme.hairline
            border.color: Theme.line

            Rectangle {
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                width: Math.max(height, parent.width * root.hand.share)
                radius: height / 2
                color: root.hand.tone === "long" ? Theme.caution : Theme.good
            }
        }
        Caption {
            text: root.hand.usual
            color: root.hand.tone === "long" ? Theme.caution : Theme.textMuted
            wrapMode: Text.NoWrap
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: text !== ""
        text: root.hand.hint
        color: Theme.text
        maximumLineCount: 1
        elide: Text.ElideRight
    }
    Item {
        Layout.fillHeight: true
    }
}
