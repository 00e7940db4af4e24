pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// QWERTY for Telex, and keys of their own for marks and tones: nobody has to know Telex, and
// nobody has to type accents. On a low panel marks and tones share a row.
ColumnLayout {
    id: root

    required property bool tall
    property bool accents: true
    property int keyHeight: Theme.touch

    property bool figures: false
    readonly property list<string> rows: [figures ? "1234567890" : "qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property int gap: Theme.px(8)
    readonly property list<string> marks: ["ă", "â", "ê", "ô", "ơ", "ư", "đ"]
    // A combining sign goes to the word being typed; the face is the letter children learn it on.
    readonly property list<Tone> tones: [
        Tone {
            sign: "\u0301"
            face: "á"
            below: qsTr("sắc")
            name: qsTr("Dấu sắc")
        },
        Tone {
            sign: "\u0300"
            face: "à"
            below: qsTr("huyền")
            name: qsTr("Dấu huyền")
        },
        Tone {
            sign: "\u0309"
            face: "ả"
            below: qsTr("hỏi")
            name: qsTr("Dấu hỏi")
        },
        Tone {
            sign: "\u0303"
            face: "ã"
            below: qsTr("ngã")
            name: qsTr("Dấu ngã")
        },
        Tone {
            sign: "\u0323"
            face: "ạ"
            below: qsTr("nặng")
            name: qsTr("Dấu nặng")
        }
    ]

    component Tone: QtObject {
        required property string sign
        required property string face
        required property string below
        required property string name
    }

    signal typed(string letters)
    signal erased
    signal cleared
    signal finished

    spacing: gap

    GridLayout {
        Layout.fillWidth: true
        visible: root.accents
        columns: root.tall ? 1 : 2
        columnSpacing: root.gap
        rowSpacing: root.gap

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 7
            spacing: root.gap

            Repeater {
                model: root.marks
                delegate: KioskKey {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: root.keyHeight
                    text: modelData
                    onClicked: root.typed(modelData)
                }
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            spacing: root.gap

            Repeater {
                model: root.tones
                delegate: KioskKey {
                    required property Tone modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: root.keyHeight
                    text: modelData.name
                    face: modelData.face
                    below: modelData.below
                    tone: "soft"
                    onClicked: root.typed(modelData.sign)
                }
            }
        }
    }
    Repeater {
        model: root.rows
        delegate: RowLayout {
            id: row

            required property string modelData
            required property int index

            Layout.fillWidth: true
            Layout.leftMargin: index === 1 ? Theme.px(40) : 0
            Layout.rightMargin: index === 1 ? Theme.px(40) : 0
            spacing: root.gap

            Repeater {
                model: row.modelData.split("")
                delegate: KioskKey {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: root.keyHeight
                    text: modelData
                    onClicked: root.typed(modelData)
                }
            }
            KioskKey {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                implicitHeight: root.keyHeight
                visible: row.index === 2
                autoRepeat: true
                text: qsTr("Xóa chữ")
                glyph: "backspace"
                tone: "quiet"
                onClicked: root.erased()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: root.gap

        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            implicitHeight: root.keyHeight
            text: root.figures ? qsTr("Chữ cái") : qsTr("Chữ số")
            face: root.figures ? "abc" : "123"
            tone: "quiet"
            onClicked: root.figures = !root.figures
        }
        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            implicitHeight: root.keyHeight
            text: qsTr("Xóa hết")
            tone: "quiet"
            onClicked: root.cleared()
        }
        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            implicitHeight: root.keyHeight
            text: qsTr("Dấu cách")
            onClicked: root.typed(" ")
        }
        KioskKey {
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            implicitHeight: root.keyHeight
            text: qsTr("Xong")
            tone: "soft"
            onClicked: root.finished()
        }
    }
}
