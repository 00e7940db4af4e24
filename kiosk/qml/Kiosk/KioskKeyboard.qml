pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// QWERTY without accents: the search needs none.
ColumnLayout {
    id: root

    readonly property var rows: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]

    signal typed(string letters)
    signal erased
    signal cleared

    spacing: Theme.px(8)

    Repeater {
        model: root.rows
        delegate: RowLayout {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            Layout.leftMargin: index === 1 ? Theme.px(40) : 0
            Layout.rightMargin: index === 1 ? Theme.px(40) : 0
            spacing: Theme.px(8)

            Repeater {
                model: row.modelData.split("")
                delegate: KioskKey {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    text: modelData
                    onClicked: root.typed(modelData)
                }
            }
            KioskKey {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                visible: row.index === 2
                text: qsTr("Xóa chữ")
                glyph: "backspace"
                onClicked: root.erased()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.px(8)

        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            text: qsTr("Xóa hết")
            onClicked: root.cleared()
        }
        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 7
            text: qsTr("Dấu cách")
            onClicked: root.typed(" ")
        }
    }
}
