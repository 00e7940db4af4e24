pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi
import KioskModel

// The number, where to wait, how long, and a code to take along.
Item {
    id: root

    required property KioskViewModel viewModel

    readonly property var ticket: viewModel.ticket
    readonly property bool easy: viewModel.header.easy
    readonly property bool tall: height > width
    // Sentences about the day take their room from the number and the code.
    readonly property bool lifted: easy && tall
    // More to do about the paper.
    readonly property bool bare: ticket.may_copy || ticket.paper === "failed"
    readonly property bool crowded: ticket.remarks.length > 0

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
                    plate: Theme.tx(root.tall ? (root.lifted ? (root.bare || root.crowded ? 130 : 180) : root.crowded ? 190 : root.bare ? 210 : 250) : root.crowded && root.bare ? 92 : root.crowded || root.bare ? 118 : 170)
                    brief: !root.tall && (root.crowded || root.bare || root.easy)
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                    visible: root.ticket.qr_side > 0
                    spacing: Theme.spaceS

                    QrCode {
                        Layout.alignment: Qt.AlignHCenter
                        runs: root.ticket.qr
                        side: root.ticket.qr_side
                        most: Theme.px(root.tall ? (root.lifted && (root.bare || root.crowded) ? 240 : root.crowded || root.lifted ? 290 : root.bare ? 350 : 400) : root.crowded || root.bare ? 300 : 360)
                    }
                    BodyText {
                        Layout.fillWidth: true
                        visible: !root.crowded || !root.bare && !root.lifted
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
                    required property var modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    remark: modelData
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
