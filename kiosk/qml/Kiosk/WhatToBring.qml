pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Papers, fee and time, only as far as the source knows them.
ColumnLayout {
    id: root

    required property DetailPanel detail
    property int textSize: Theme.sizeBody

    spacing: Math.round(textSize * 0.4)

    KioskWords {
        id: words
    }

    BodyText {
        Layout.fillWidth: true
        visible: root.detail.documents.length > 0
        text: root.detail.checklist || qsTr("Ông/bà vui lòng kiểm tra giấy tờ trước khi lấy số. Thiếu giấy tờ vẫn có thể lấy số để được hướng dẫn.")
        font.weight: Font.Medium
        font.pixelSize: root.textSize
    }
    BodyText {
        Layout.fillWidth: true
        visible: text !== ""
        text: words.note(root.detail.note)
        font.pixelSize: Theme.sizeBody
    }
    Repeater {
        model: root.detail.documents
        delegate: RowLayout {
            id: line

            required property string modelData

            Layout.fillWidth: true
            spacing: Theme.spaceS

            Icon {
                Layout.alignment: Qt.AlignTop
                glyph: "document"
                size: root.textSize * 1.2
                color: Theme.accent
            }
            BodyText {
                Layout.fillWidth: true
                text: line.modelData
                font.pixelSize: root.textSize
            }
        }
    }
    Caption {
        Layout.fillWidth: true
        Layout.leftMargin: root.textSize * 1.2 + Theme.spaceS
        visible: root.detail.more_documents > 0
        text: qsTr("… và %1 giấy tờ khác tùy trường hợp, xin hỏi cán bộ.").arg(root.detail.more_documents)
    }
    RowLayout {
        Layout.topMargin: Theme.spaceXs
        spacing: Theme.space

        FactRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            glyph: "fee"
            name: qsTr("Lệ phí")
            value: root.detail.fee
        }
        FactRow {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            glyph: "clock"
            name: qsTr("Thời hạn giải quyết")
            value: root.detail.time_limit
        }
    }
    Caption {
        Layout.fillWidth: true
        visible: root.detail.updated !== ""
        text: qsTr("Thông tin cập nhật ngày %1, chỉ để tham khảo.").arg(root.detail.updated)
    }
}
