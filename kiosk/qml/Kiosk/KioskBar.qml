pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// What helps to see, to hear and to understand; on every page in the same place.
RowLayout {
    id: root

    required property var header
    property bool brief: false

    readonly property var others: header.languages.filter(each => !each.chosen)

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
        model: root.others.length > 2 ? [] : root.others
        delegate: BigButton {
            required property var modelData
            required property int index

            text: modelData.name
            glyph: root.brief || index > 0 ? "" : "language"
            tone: "quiet"
            padX: Theme.spaceS
            gap: Theme.spaceXs
            textSize: modelData.large ? Theme.sizeLarge : Theme.sizeBody
            onClicked: root.languageAsked(modelData.code)
        }
    }
    BigButton {
        visible: root.others.length > 2
        text: qsTr("Ngôn ngữ")
        glyph: "language"
        tone: "quiet"
        padX: Theme.spaceS
        gap: Theme.spaceXs
        textSize: Theme.sizeBody
        onClicked: root.languageAsked("")
    }
}
