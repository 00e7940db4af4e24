pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// One line a service: who waits, how long, and whether the promise is kept. Minutes throughout.
Card {
    id: root

    required property RowsModel services

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.hairline
        anchors.bottomMargin: Theme.radiusS
        spacing: 0

        ServiceLine {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(44)
            heading: true
            name: qsTr("Dịch vụ (phút)")
            waiting: qsTr("Chờ")
            longest: qsTr("Lâu nhất")
            mean: qsTr("TB")
            p90: qsTr("90%")
            forecast: qsTr("Dự kiến")
            desks: qsTr("Quầy")
            verdict: ""
            tone: ""
        }
        Repeater {
            id: lines

            model: root.services

            ServiceLine {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: Theme.px(64)
            }
        }
        Item {
            Layout.fillHeight: true
            visible: lines.count < 9
        }
    }
}
