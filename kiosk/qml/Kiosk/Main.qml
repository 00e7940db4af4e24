pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The kiosk: band, state of the link, one page at a time.
QueueWindow {
    id: root

    required property KioskViewModel viewModel
    required property StaffViewModel staff
    // The height of the panel in millimetres, 0 when nobody has said.
    property int panelMm: 0
    // Whether the window may be closed from outside; never on a kiosk that stands in a hall.
    property bool mayClose: true

    readonly property bool known: viewModel.shown.header.known
    readonly property bool tall: height > width
    readonly property bool resting: known && viewModel.page === "attract"
    readonly property bool dark: resting && viewModel.shown.attract.off
    property bool choosesLanguage: false
    property int settleMs: Theme.calm

    function pageOf(name: string): Component {
        switch (name) {
        case "attract":
            return attractPage;
        case "fields":
        case "field":
            return listingPage;
        case "search":
            return searchPage;
        case "support":
            return supportPage;
        case "appointment":
            return appointmentPage;
        case "standing":
            return standingPage;
        case "detail":
            return detailPage;
        case "ticket":
            return ticketPage;
        default:
            return startPage;
        }
    }

    function speak(language: string): void {
        choosesLanguage = language === "";
        if (language !== "")
            viewModel.switchLanguage(language);
    }

    function stopChoosing(): void {
        choosesLanguage = false;
    }

    // A second, hasty tap must not hit whatever the next page shows in the same place.
    settling: settle.running
    title: qsTr("Lấy số")
    onClosing: close => close.accepted = root.mayClose

    Binding {
        target: Theme
        property: "strong"
        value: root.viewModel.shown.header.easy
    }
    Binding {
        target: Theme
        property: "textScale"
        value: !root.viewModel.shown.header.easy ? 1 : root.tall ? 1.22 : 1.12
    }
    Binding {
        target: Theme
        property: "pxPerMm"
        value: root.height / Math.max(root.panelMm || root.viewModel.shown.header.panel_mm || Number.POSITIVE_INFINITY, 1)
    }
    Connections {
        target: root.viewModel
        function onPageChanged() {
            settle.restart();
            root.stopChoosing();
        }
    }
    Timer {
        id: settle

        interval: root.settleMs
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        KioskHeader {
            Layout.fillWidth: true
            visible: !root.resting
            header: root.viewModel.shown.header
            tall: root.tall
            onEasyAsked: root.viewModel.toggleEasy()
            onHearingAsked: root.viewModel.readAloud()
            onLanguageAsked: language => root.speak(language)
        }
        StatusBanner {
            id: linkBand

            Layout.fillWidth: true
            visible: shown && !root.dark
            connection: root.viewModel.shown.header.connection
            note: !root.known || connection === "connecting" ? "" : root.viewModel.shown.header.goes_on ? qsTr("Việc lấy số vẫn tiếp tục bình thường.") : qsTr("Mời ông/bà đến quầy hướng dẫn để lấy số.")
            said: root.viewModel.shown.header.offline
        }
        ClosedBand {
            id: closedBand

            Layout.fillWidth: true
            visible: shown && !root.resting
            header: root.viewModel.shown.header
        }
        EasyTop {
            Layout.fillWidth: true
            // The bands lift the page as well; with both the keys and results need the rest.
            Layout.minimumHeight: Math.max(implicitHeight, 0.34 * pageHeight - (linkBand.visible ? linkBand.height : 0) - (closedBand.visible ? closedBand.height : 0))
            visible: lifted && root.viewModel.page === "search"
            tall: root.tall
            easy: root.viewModel.shown.header.easy
            pageHeight: root.height * 0.95
            title: qsTr("Tìm theo tên việc")
            below: qsTr("Gõ không dấu cũng được")
        }
        Loader {
            focus: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: !root.known ? waitingPage : root.dark ? offPage : root.pageOf(root.viewModel.page)
        }
        Rectangle {
            Layout.fillWidth: true
            visible: root.known && root.tall && !root.resting
            implicitHeight: bar.implicitHeight + Theme.spaceXs
            color: Theme.surface

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.line
            }
            KioskBar {
                id: bar

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.spaceL - Theme.spaceS
                anchors.rightMargin: Theme.spaceL - Theme.spaceS
                header: root.viewModel.shown.header
                onEasyAsked: root.viewModel.toggleEasy()
                onHearingAsked: root.viewModel.readAloud()
                onLanguageAsked: language => root.speak(language)
            }
        }
    }
    LanguageSheet {
        anchors.fill: parent
        visible: root.choosesLanguage
        languages: root.viewModel.shown.header.languages
        onChosen: language => root.speak(language)
        onClosed: root.stopChoosing()
    }
    IdleNotice {
        anchors.fill: parent
        seconds: root.viewModel.warningS
        onStay: root.viewModel.touched()
        onLeave: root.viewModel.finish()
    }
    StaffCorner {
        onHeld: root.staff.ask()
    }
    Loader {
        anchors.fill: parent
        active: root.staff.place !== ""
        sourceComponent: root.staff.place === "pin" ? pinPage : maintenancePage
    }
    MouseArea {
        anchors.fill: parent
        enabled: root.settling
    }
    PointHandler {
        acceptedButtons: Qt.AllButtons
        onActiveChanged: if (active) {
            root.staff.touched();
            if (root.viewModel.warningS === 0)
                root.viewModel.touched();
        }
    }
    Component {
        id: pinPage

        StaffPinPage {
            staff: root.staff
        }
    }
    Component {
        id: maintenancePage

        MaintenancePage {
            staff: root.staff
        }
    }
    Component {
        id: waitingPage

        WaitingPage {}
    }
    Component {
        id: attractPage

        AttractPage {
            viewModel: root.viewModel
        }
    }
    Component {
        id: offPage

        OffPage {
            viewModel: root.viewModel
        }
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
        id: supportPage

        SupportPage {
            viewModel: root.viewModel
        }
    }
    Component {
        id: appointmentPage

        AppointmentPage {
            viewModel: root.viewModel
            focus: true
        }
    }
    Component {
        id: standingPage

        StandingPage {
            viewModel: root.viewModel
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
