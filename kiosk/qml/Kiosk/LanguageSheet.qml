pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// All languages of the office, each under its own name.
Rectangle {
    id: root

    required property RowsModel languages

    signal chosen(string language)
    signal closed

    objectName: "overlay"
    color: Qt.alpha(Theme.text, 0.55)

    MouseArea {
        anchors.fill: parent
        onClicked: root.closed()
    }
    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceXl
        width: Math.min(parent.width - 2 * Theme.spaceXl, Theme.px(880))
        height: body.implicitHeight + 2 * Theme.spaceL

        GridLayout {
            id: body

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.spaceL
            columns: 2
            columnSpacing: Theme.space
            rowSpacing: Theme.space
            uniformCellWidths: true

            Repeater {
                model: root.languages
                delegate: BigButton {
                    required property string code
                    required property string name
                    required property bool chosen

                    Layout.fillWidth: true
                    text: name
                    tone: chosen ? "soft" : "plain"
                    trailing: chosen ? "check" : ""
                    onClicked: root.chosen(code)
                }
            }
        }
    }
}
