pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The question after a service: five levels, then perhaps why; it goes away by itself.
Rectangle {
    id: root

    required property DeskViewModel viewModel
    readonly property DeskPanel desk: viewModel.screen
    readonly property bool why: desk.step === "why"

    color: Theme.background

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceL
        spacing: Theme.space

        BodyText {
            Layout.fillWidth: true
            Layout.fillHeight: root.desk.step === "thanks"
            text: root.desk.question
            font.pixelSize: Theme.px(52)
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.desk.step !== "thanks"
            columns: root.why ? 3 : 5
            columnSpacing: Theme.spaceS
            rowSpacing: Theme.spaceS

            Repeater {
                model: root.desk.choices

                RatingButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    Layout.preferredHeight: 1
                    onChosen: code => root.viewModel.choose(code)
                }
            }
        }
        BigButton {
            Layout.alignment: Qt.AlignHCenter
            visible: root.desk.step !== "thanks"
            text: qsTr("Bỏ qua")
            tone: "quiet"
            onClicked: root.viewModel.skip()
        }
    }
}
