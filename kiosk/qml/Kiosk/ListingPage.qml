import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// All fields, or what one field offers.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property bool allFields: viewModel.listing.title === ""

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        spacing: Theme.space

        Heading {
            Layout.fillWidth: true
            text: root.allFields ? qsTr("Các lĩnh vực") : root.viewModel.listing.title
            font.pixelSize: Theme.tx(54)
        }
        TilePager {
            Layout.fillWidth: true
            Layout.fillHeight: true
            tiles: root.viewModel.listing.tiles
            onChosen: target => root.allFields ? root.viewModel.openField(target) : root.viewModel.choose(target)
        }
        PageFooter {
            viewModel: root.viewModel
        }
    }
}
