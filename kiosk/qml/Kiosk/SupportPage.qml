pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// Help beside the counters: where and when. No number is needed.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property bool tall: height > width

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.bottomMargin: Theme.spaceS
        spacing: Theme.space

        Heading {
            Layout.fillWidth: true
            text: qsTr("Dịch vụ hỗ trợ")
            font.pixelSize: Theme.tx(root.tall ? 54 : 42)
        }
        BodyText {
            Layout.fillWidth: true
            text: qsTr("Ông/bà không cần lấy số, mời đến đúng nơi ghi dưới đây.")
            font.pixelSize: Theme.sizeLarge
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space
            rowSpacing: Theme.space
            uniformCellWidths: true

            Repeater {
                model: root.viewModel.shown.support.items
                delegate: SupportCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: !root.tall
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        PageFooter {
            viewModel: root.viewModel
        }
    }
}
