import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The one call everybody is to see. Strong while the person is awaited, quiet afterwards.
Rectangle {
    id: root

    required property LobbyViewModel viewModel
    readonly property CallPanel call: viewModel.screen.current
    property int size: Theme.px(250)
    readonly property bool strong: call.is_open
    readonly property color ink: strong ? Theme.accentInk : Theme.accent

    radius: Theme.radius
    color: strong ? Theme.accent : Theme.surface
    border.width: strong ? 0 : Theme.hairline
    border.color: Theme.line

    Connections {
        target: root.viewModel

        function onCalled() {
            plate.gentle();
        }
    }
    Greeting {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        anchors.bottomMargin: said.height
        visible: root.call.label === ""
        call: root.call
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space
        anchors.topMargin: Theme.spaceS
        anchors.bottomMargin: said.height
        spacing: 0
        visible: root.call.label !== ""

        BodyText {
            Layout.alignment: Qt.AlignHCenter
            text: root.call.before
            color: root.ink
            font.pixelSize: Theme.px(42)
            font.weight: Font.Medium
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            // Digits fill three fifths of a line: its blank edges may lie under the neighbours.
            NumberPlate {
                id: plate

                anchors.centerIn: parent
                width: parent.width
                height: parent.height * 1.3
                label: root.call.label
                ink: root.ink
                size: root.size
            }
        }
        BodyText {
            Layout.fillWidth: true
            text: root.call.after
            color: root.ink
            font.pixelSize: Theme.px(84)
            font.weight: Font.Bold
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
        }
        BodyText {
            Layout.fillWidth: true
            text: root.call.desk
            color: root.ink
            font.pixelSize: Theme.sizeLarge
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    RowLayout {
        id: said

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        anchors.bottomMargin: Theme.px(4)
        height: Theme.px(84)
        spacing: Theme.spaceS
        opacity: root.call.caption === "" ? 0 : 1

        // Room is kept for two lines, so that nothing moves when a sentence comes and goes.
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }

        Item {
            Layout.fillWidth: true
        }
        Icon {
            glyph: "speaker"
            size: Theme.px(32)
            color: root.ink
        }
        BodyText {
            Layout.maximumWidth: said.width - Theme.px(32) - Theme.spaceS
            Layout.fillHeight: true
            text: root.call.caption
            color: root.ink
            font.pixelSize: Theme.px(29)
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.px(20)
            verticalAlignment: Text.AlignVCenter
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
