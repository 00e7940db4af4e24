pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// "Are you entitled to priority?" in plain words; nobody is asked to prove anything here.
ColumnLayout {
    id: root

    required property RowsModel priorities
    property bool busy: false
    property int columns: 2
    // The priority a scanned card speaks for; nothing of the card is kept.
    property string offers: ""

    readonly property bool odd: columns === 2 ? priorities.count % 2 === 1 : priorities.count % 3 === 2

    signal chosen(string code)

    spacing: Theme.spaceS

    BodyText {
        Layout.fillWidth: true
        text: qsTr("Ông/bà có thuộc diện ưu tiên không?")
        font.weight: Font.DemiBold
    }
    BodyText {
        Layout.fillWidth: true
        visible: root.offers !== ""
        text: qsTr("Thẻ vừa quét cho thấy ông/bà có thể thuộc diện: %1. Nếu đúng, mời chạm chọn.").arg(root.offers)
        color: Theme.accent
        font.weight: Font.DemiBold
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.columns
        columnSpacing: Theme.spaceS
        rowSpacing: Theme.spaceS
        uniformCellWidths: true

        Repeater {
            model: root.priorities
            delegate: BigButton {
                required property string code
                required property string name
                required property bool chosen
                required glyph

                Layout.columnSpan: code === "" && root.odd ? 2 : 1
                Layout.minimumHeight: Theme.touch
                Layout.maximumHeight: Theme.px(116)
                Accessible.checkable: true
                Accessible.checked: chosen
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                enabled: !root.busy
                padX: Theme.px(16)
                gap: Theme.spaceS
                text: code === "" ? qsTr("Không") : name
                trailing: chosen ? "check" : ""
                tone: chosen ? "soft" : "plain"
                textSize: Theme.tx(text.length > 28 ? 21 : text.length > 15 && root.columns > 2 ? 23 : 25)
                textWeight: chosen ? Font.DemiBold : Font.Medium
                onClicked: root.chosen(code)
            }
        }
    }
}
