pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// What helps to see, to hear and to understand; on every page in the same place.
RowLayout {
    id: root

    required property HeaderPanel header
    property bool brief: false

    readonly property bool many: header.others.count > 2

    signal easyAsked
    signal hearingAsked
    signal languageAsked(string language)

    spacing: Theme.spaceXs

    BigButton {
        text: root.header.easy ? qsTr("Màn hình thường") : root.brief ? qsTr("Chữ to") : qsTr("Chữ to, dễ với tay")
        glyph: "wheelchair"
        tone: "quiet"
        padX: Theme.spaceS
        gap: Theme.spaceXs
        textSize: Theme.sizeBody
        onClicked: root.easyAsked()
    }
    BigButton {
        visible: root.header.hears
        text: qsTr("Nghe đọc")
        glyph: "speaker"
        tone: "quiet"
        padX: Theme.spaceS
        gap: Theme.spaceXs
        textSize: Theme.sizeBody
        onClicked: root.hearingAsked()
    }
    Item {
        Layout.fillWidth: true
    }
    Repeater {
        model: root.header.others
        delegate: BigButton {
            required property int index
            required property string code
            required property string name
            required property bool large

            visible: !root.many
            text: name
            glyph: root.brief || index > 0 ? "" : "language"
            tone: "quiet"
            padX: Theme.spaceS
            gap: Theme.spaceXs
            textSize: large ? Theme.sizeLarge : Theme.sizeBody
            onClicked: root.languageAsked(code)
        }
    }
    BigButton {
        visible: root.many
        text: qsTr("Ngôn ngữ")
        glyph: "language"
        tone: "quiet"
        padX: Theme.spaceS
        gap: Theme.spaceXs
        textSize: Theme.sizeBody
        onClicked: root.languageAsked("")
    }
}
