import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// All fields, or what one field offers.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property bool allFields: viewModel.shown.listing.title === ""
    readonly property bool easy: viewModel.shown.header.easy
    readonly property bool tall: height > width

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.bottomMargin: Theme.spaceS
        spacing: Theme.space

        EasyTop {
            Layout.fillWidth: true
            tall: root.tall
            easy: root.easy
            pageHeight: root.height
            title: root.allFields ? qsTr("Các lĩnh vực") : root.viewModel.shown.listing.title
            below: qsTr("Mời ông/bà chạm vào việc cần làm.")
        }
        TilePager {
            Layout.fillWidth: true
            Layout.fillHeight: true
            rowHeight: Theme.px(root.easy ? 150 : 124)
            tiles: root.viewModel.shown.listing.tiles
            onChosen: target => root.allFields ? root.viewModel.openField(target) : root.viewModel.choose(target)
        }
        PageFooter {
            viewModel: root.viewModel
        }
    }
}
