pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The kiosk: band, state of the link, one page at a time.
QueueWindow {
    id: root

    required property KioskViewModel viewModel

    readonly property var pages: ({
            "start": startPage,
            "fields": listingPage,
            "field": listingPage,
            "search": searchPage,
            "detail": detailPage,
            "ticket": ticketPage
        })

    // A second, hasty tap must not hit whatever the next page shows in the same place.
    settling: settle.running
    title: qsTr("Lấy số")

    Connections {
        target: root.viewModel
        function onPageChanged() {
            settle.restart();
        }
    }
    Timer {
        id: settle

        interval: Theme.calm
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        KioskHeader {
            Layout.fillWidth: true
            header: root.viewModel.header
            onLanguageAsked: language => root.viewModel.switchLanguage(language)
        }
        StatusBanner {
            Layout.fillWidth: true
            connection: root.viewModel.header.connection
            note: root.viewModel.header.known && connection !== "connecting" ? qsTr("Mời ông/bà đến quầy hướng dẫn để lấy số.") : ""
        }
        ClosedBand {
            Layout.fillWidth: true
            header: root.viewModel.header
        }
        Loader {
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: root.viewModel.header.known ? root.pages[root.viewModel.page] : waitingPage
        }
    }
    IdleNotice {
        anchors.fill: parent
        seconds: root.viewModel.warningS
        onStay: root.viewModel.touched()
        onLeave: root.viewModel.finish()
    }
    MouseArea {
        anchors.fill: parent
        enabled: root.settling
    }
    PointHandler {
        acceptedButtons: Qt.AllButtons
        onActiveChanged: if (active && root.viewModel.warningS === 0)
            root.viewModel.touched()
    }
    Component {
        id: waitingPage

        WaitingPage {}
    }
    Component {
        id: startPage

        StartPage {
            viewModel: root.viewModel
        }
    }
    Component {
        id: listingPage

        ListingPage {
            viewModel: root.viewModel
        }
    }
    Component {
        id: searchPage

        SearchPage {
            viewModel: root.viewModel
            focus: true
        }
    }
    Component {
        id: detailPage

        DetailPage {
            viewModel: root.viewModel
        }
    }
    Component {
        id: ticketPage

        TicketPage {
            viewModel: root.viewModel
        }
    }
}
