pragma ComponentBehavior: Bound
import QtQuick
import CounterModel
import QueueUi

// The five parts of the page: one stop of the Tab key, left and right turn.
FocusScope {
    id: root

    required property OversightModel overseeing
    required property bool strip
    readonly property OversightPanel page: overseeing.page
    readonly property list<string> codes: ["alerts", "services", "notices", "trial", "end"]
    readonly property list<string> names: [qsTr("Cảnh báo"), qsTr("Cấp số"), qsTr("Thông báo"), qsTr("Thử phương án"), qsTr("Cuối ngày")]
    readonly property list<string> counts: [page.count, page.paused, page.posted, "", ""]

    function step(by: int) {
        const at = Math.max(0, Math.min(codes.length - 1, codes.indexOf(page.tab) + by));
        overseeing.showTab(codes[at]);
    }

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Các phần của trang điều hành")
    activeFocusOnTab: true
    implicitHeight: flow.implicitHeight
    Keys.onLeftPressed: step(-1)
    Keys.onRightPressed: step(1)

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.spaceXs

        Repeater {
            model: root.codes

            TabButton {
                id: tab

                required property int index
                required property string modelData

                readonly property int beside: !root.strip ? 5 : index < 3 ? 3 : 2

                width: Math.floor((flow.width - (beside - 1) * flow.spacing) / beside)
                text: root.names[index]
                count: root.counts[index]
                checked: root.page.tab === modelData
                focusPolicy: Qt.NoFocus
                onClicked: root.overseeing.showTab(modelData)

                Rectangle {
                    anchors.fill: parent
                    visible: root.activeFocus && tab.checked
                    radius: Theme.radiusS
                    color: "transparent"
                    border.width: 2 * Theme.hairline
                    border.color: Theme.lineStrong
                }
            }
        }
    }
}
