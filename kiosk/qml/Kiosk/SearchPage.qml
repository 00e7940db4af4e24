import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// A box, what was found, a keyboard, and always a person who helps.
FocusScope {
    id: root

    required property KioskViewModel viewModel

    readonly property SearchPanel found: viewModel.shown.search
    readonly property bool tall: width < Theme.px(1200)
    readonly property bool nothing: found.results.count === 0
    readonly property string helper: found.dont_know || qsTr("Tôi không rõ, nhờ cán bộ hướng dẫn")
    // Where something on top takes height away, the results need it more than the keys for accents.
    readonly property bool low: height < Theme.px(tall ? 1300 : 900)
    property bool writing: true

    function write(on: bool): void {
        writing = on;
    }

    focus: true
    Keys.onPressed: function (event: KeyEvent) {
        root.write(event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter);
        if (event.key === Qt.Key_Backspace)
            root.viewModel.erase();
        else if (event.text >= " ")
            root.viewModel.typeText(event.text);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        spacing: Theme.spaceS

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceS

            BigButton {
                visible: !root.tall
                text: qsTr("Quay lại")
                glyph: "back"
                onClicked: root.viewModel.goBack()
            }
            SearchBox {
                Layout.fillWidth: true
                query: root.found.query
                hint: root.tall ? qsTr("Ông/bà cần làm gì?") : qsTr("Ví dụ: khai sinh, ket hon, dkks")
                onClicked: root.write(true)
            }
            BigButton {
                visible: !root.tall && root.found.guide !== "" && !root.nothing
                text: qsTr("Nhờ hướng dẫn")
                glyph: "huong_dan"
                tone: "soft"
                textSize: Theme.sizeBody
                onClicked: root.viewModel.choose(root.found.guide)
            }
        }
        BodyText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceS
            visible: root.tall && !root.low && root.found.suggested
            text: qsTr("Gõ không dấu cũng được, gõ chữ đầu cũng được. Ví dụ: khai sinh, ket hon, dkks")
            color: Theme.textMuted
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            NothingFound {
                anchors.centerIn: parent
                width: Math.min(parent.width - 2 * Theme.space, Theme.px(900))
                visible: root.nothing
                tall: root.tall
                guide: root.found.guide
                helper: root.helper
                onHelpAsked: root.viewModel.choose(root.found.guide)
            }
            TilePager {
                anchors.fill: parent
                visible: !root.nothing
                across: root.tall ? 1 : 2
                beside: !root.tall || root.low
                rowHeight: Theme.px(root.tall && !root.low ? 118 : root.tall ? 105 : 112)
                tiles: root.found.results
                onChosen: target => root.viewModel.choose(target)
            }
        }
        KioskKeyboard {
            Layout.fillWidth: true
            visible: root.writing
            tall: root.tall
            keyHeight: root.low && !root.tall ? Theme.px(98) : Theme.touch
            accents: !root.low && root.viewModel.shown.header.telex
            onTyped: letters => root.viewModel.typeText(letters)
            onErased: root.viewModel.erase()
            onCleared: root.viewModel.eraseAll()
            onFinished: root.write(false)
        }
        BigButton {
            Layout.fillWidth: true
            visible: !root.writing
            text: qsTr("Gõ tiếp")
            glyph: "search"
            centred: true
            onClicked: root.write(true)
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.tall
            spacing: Theme.spaceS

            BigButton {
                text: qsTr("Quay lại")
                glyph: "back"
                onClicked: root.viewModel.goBack()
            }
            BigButton {
                text: qsTr("Trang đầu")
                glyph: "home"
                onClicked: root.viewModel.goHome()
            }
            BigButton {
                Layout.fillWidth: true
                visible: root.found.guide !== "" && !root.nothing
                text: root.helper
                glyph: "huong_dan"
                tone: "soft"
                textSize: Theme.sizeBody
                onClicked: root.viewModel.choose(root.found.guide)
            }
            Item {
                Layout.fillWidth: true
                visible: root.nothing || root.found.guide === ""
            }
        }
    }
}
