pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// Figures and letters for an appointment's code; figures alone where `figuresOnly`.
ColumnLayout {
    id: root

    property bool figuresOnly: false
    property bool busy: false

    readonly property list<string> rows: figuresOnly ? ["123", "456", "789", "0"] : ["1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM"]

    signal typed(string sign)
    signal erased

    spacing: Theme.px(8)

    Repeater {
        model: root.rows
        delegate: RowLayout {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            spacing: Theme.px(8)

            Repeater {
                model: row.modelData.split("")
                delegate: KioskKey {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: Theme.touch
                    enabled: !root.busy
                    text: modelData
                    onClicked: root.typed(modelData)
                }
            }
            KioskKey {
                Layout.fillWidth: true
                Layout.preferredWidth: root.figuresOnly ? 2 : 3
                implicitHeight: Theme.touch
                visible: row.index === root.rows.length - 1
                enabled: !root.busy
                text: qsTr("Xóa chữ")
                glyph: "backspace"
                onClicked: root.erased()
            }
        }
    }
}
