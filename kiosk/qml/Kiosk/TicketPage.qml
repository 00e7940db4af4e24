pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The number, where to wait, how long, and a code to take along.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property TicketPanel ticket: viewModel.shown.ticket
    readonly property bool easy: viewModel.shown.header.easy
    readonly property bool tall: height > width
    readonly property bool lifted: easy && tall
    // Sentences about the day, and more to do about the paper, take room from number and code.
    readonly property bool crowded: ticket.remarks.count > 0
    readonly property bool bare: ticket.may_copy || ticket.paper === "failed"
    readonly property bool tight: crowded && (bare || easy) || lifted && bare

    KioskWords {
        id: words
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.spaceL
        anchors.rightMargin: Theme.spaceL
        anchors.topMargin: root.tall ? Theme.spaceL : Theme.space
        anchors.bottomMargin: root.tall ? Theme.spaceS : Theme.space
        spacing: Theme.space

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                anchors.fill: parent
                anchors.margins: root.tall && !root.crowded ? Theme.spaceXl : Theme.space
                columns: root.tall ? 1 : 2
                columnSpacing: Theme.spaceL
                rowSpacing: root.crowded ? Theme.space : Theme.spaceL

                TicketNumber {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 3
                    ticket: root.ticket
                    ahead: root.ticket.ahead < 0 ? "" : words.ahead(root.ticket.ahead)
                    wait: words.wait(root.ticket.wait)
                    plate: Theme.tx(root.tall ? (root.tight ? 120 : root.crowded || root.lifted ? 160 : root.bare ? 200 : 250) : root.tight ? 80 : root.crowded || root.bare ? 108 : 165)
                    brief: !root.tall || root.tight
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    Layout.maximumWidth: Number.POSITIVE_INFINITY
                    visible: root.ticket.qr_side > 0
                    spacing: Theme.spaceS

                    QrCode {
                        Layout.alignment: Qt.AlignHCenter
                        runs: root.ticket.qr
                        side: root.ticket.qr_side
                        most: Theme.px(root.tall ? (root.tight ? 230 : root.crowded || root.lifted ? 270 : root.bare ? 340 : 400) : root.crowded || root.bare ? 280 : 360)
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: !root.crowded
                        horizontalAlignment: Text.AlignHCenter
                        text: qsTr("Quét mã để xem lượt của ông/bà trên điện thoại")
                        color: Theme.textMuted
                    }
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            visible: root.crowded
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space
            rowSpacing: Theme.spaceS

            Repeater {
                model: root.ticket.remarks

                RemarkCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    textSize: root.tall ? Theme.sizeBody : Theme.tx(25)
                }
            }
        }
        BodyText {
            Layout.fillWidth: true
            visible: (root.tall || !root.crowded) && !root.ticket.may_copy && !root.easy
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Cảm ơn ông/bà. Mời ông/bà ngồi chờ, khi đến lượt màn hình và loa sẽ gọi số.")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            columns: root.tall ? 1 : 2
            columnSpacing: Theme.space
            rowSpacing: Theme.space

            PaperCard {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: root.tall || root.ticket.may_copy ? 1 : 3
                paper: root.ticket.paper
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                visible: root.ticket.may_copy
                spacing: Theme.space

                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    glyph: "check"
                    textSize: Theme.sizeBody
                    text: qsTr("Phiếu đã ra đủ")
                    onClicked: root.viewModel.confirmPaper()
                }
                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    glyph: "printer"
                    textSize: Theme.sizeBody
                    text: qsTr("In lại phiếu")
                    onClicked: root.viewModel.copy()
                }
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: root.tall || root.ticket.may_copy ? 1 : 5
                Layout.columnSpan: root.tall || !root.ticket.may_copy ? 1 : 2
                spacing: Theme.space

                BigButton {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 2
                    textSize: Theme.tx(root.tall ? 29 : 25)
                    padX: Theme.px(18)
                    centred: true
                    text: qsTr("Tôi cần thêm thời gian")
                    onClicked: root.viewModel.touched()
                }
                BigButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 4
                    implicitHeight: Theme.px(root.tall ? 130 : 116)
                    tone: "accent"
                    text: qsTr("Xong")
                    subtext: qsTr("Tự về trang đầu sau %1 giây").arg(root.viewModel.ticketLeftS)
                    glyph: "check"
                    textSize: Theme.sizeTitle
                    onClicked: root.viewModel.finish()
                }
            }
        }
    }
}
