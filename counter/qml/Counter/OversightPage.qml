pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// What a supervisor sees to: alerts, numbers, notices, what if, the end of the day.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property OversightModel overseeing: viewModel.overseeing
    readonly property OversightPanel page: overseeing.page

    function isWithin(item: Item, frame: Item): bool {
        return item !== null && (item === frame || isWithin(item.parent, frame));
    }

    function reveal(item: Item) {
        if (!root.visible || !isWithin(item, body.contentItem))
            return;
        const top = item.mapToItem(body.contentItem, 0, 0).y;
        body.contentY = Math.max(Math.min(body.contentY, top), Math.min(top + item.height, body.contentHeight) - body.height, 0);
    }

    function partOf(tab: string): Component {
        switch (tab) {
        case "alerts":
            return alerts;
        case "services":
            return services;
        case "notices":
            return notices;
        case "trial":
            return trial;
        case "end":
            return end;
        default:
            return null;
        }
    }

    Shortcut {
        sequence: "Escape"
        onActivated: root.viewModel.visit("")
    }
    Connections {
        target: root.Window.window

        function onActiveFocusItemChanged() {
            root.reveal(root.Window.activeFocusItem);
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.strip ? Theme.space : Theme.spaceL
        spacing: root.strip ? Theme.spaceS : Theme.space

        PageHead {
            Layout.fillWidth: true
            title: qsTr("Điều hành")
            clock: root.viewModel.screen.head.clock
            note: root.strip ? "" : root.viewModel.screen.head.note
            onLeaving: root.viewModel.visit("")
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.strip && text !== ""
            text: root.viewModel.screen.head.note
            font.weight: Font.Medium
        }
        OversightTabs {
            Layout.fillWidth: true
            focus: true
            overseeing: root.overseeing
            strip: root.strip
        }
        Flickable {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: loader.height
            contentWidth: width

            Loader {
                id: loader

                width: body.width
                height: Math.max(body.height, item ? (item as Item).implicitHeight : 0)
                sourceComponent: root.partOf(root.page.tab)
            }
        }
    }

    Component {
        id: alerts

        OversightAlerts {
            viewModel: root.viewModel
            strip: root.strip
        }
    }
    Component {
        id: services

        OversightServices {
            overseeing: root.overseeing
            strip: root.strip
        }
    }
    Component {
        id: notices

        OversightNotices {
            overseeing: root.overseeing
            strip: root.strip
        }
    }
    Component {
        id: trial

        OversightTrial {
            overseeing: root.overseeing
            strip: root.strip
        }
    }
    Component {
        id: end

        OversightEnd {
            overseeing: root.overseeing
            strip: root.strip
        }
    }
}
