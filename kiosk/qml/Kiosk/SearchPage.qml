import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// A box, what was found, and a keyboard.
FocusScope {
    id: root

    required property KioskViewModel viewModel

    readonly property var found: viewModel.search
    readonly property bool tall: height > width

    focus: true
    Keys.onPressed: event => {
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
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            BodyText {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.spaceXl
                visible: root.found.results.length === 0
                horizontalAlignment: Text.AlignHCenter
                color: Theme.textMuted
                font.pixelSize: Theme.sizeLarge
                text: root.found.query.trim() === "" ? qsTr("Gõ không dấu cũng được, gõ chữ đầu cũng được.\nVí dụ: khai sinh, ket hon, dkks") : qsTr("Không tìm thấy. Ông/bà thử gõ ít chữ hơn, hoặc quay lại và chọn nhờ cán bộ hướng dẫn.")
            }
            TilePager {
                anchors.fill: parent
                visible: root.found.results.length > 0
                across: root.tall ? 1 : 2
                beside: !root.tall
                rowHeight: Theme.px(root.tall ? 118 : 112)
                tiles: root.found.results
                onChosen: target => root.viewModel.choose(target)
            }
        }
        KioskKeyboard {
            Layout.fillWidth: true
            onTyped: letters => root.viewModel.typeText(letters)
            onErased: root.viewModel.erase()
            onCleared: root.viewModel.eraseAll()
        }
        PageFooter {
            visible: root.tall
            viewModel: root.viewModel
        }
    }
}
