import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// What one does not need every minute: other pages, the window's shape, training, hot keys, the tour.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property SettingsModel settings: viewModel.settings
    readonly property HeadPanel head: viewModel.screen.head

    function show() {
        visible = true;
        first.forceActiveFocus();
    }

    function hide(): void {
        visible = false;
    }

    visible: false

    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.hide()
    }
    Scrim {
        anchors.fill: parent
        onTapped: root.hide()
    }
    SheetCard {
        Accessible.name: qsTr("Mục khác")
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.spaceS, root.strip ? Theme.px(860) : Theme.px(1720))
        height: Math.min(parent.height - 2 * Theme.spaceS, body.implicitHeight + 2 * body.anchors.margins)

        ColumnLayout {
            id: body

            anchors.fill: parent
            anchors.margins: root.strip ? Theme.space : Theme.spaceL
            spacing: Theme.spaceS

            Heading {
                Layout.fillWidth: true
                level: 2
                text: qsTr("Mục khác")
            }
            Caption {
                Layout.fillWidth: true
                visible: root.head.served !== ""
                text: root.head.mean ? qsTr("Hôm nay tôi đã phục vụ %1 lượt, trung bình %2 một lượt (từ lúc bắt đầu đến lúc hoàn thành). Chỉ mình tôi thấy số này.").arg(root.head.served).arg(root.head.mean) : qsTr("Hôm nay tôi đã phục vụ %1 lượt. Chỉ mình tôi thấy số này.").arg(root.head.served)
            }
            GridLayout {
                Layout.fillWidth: true
                columns: root.strip ? 1 : 2
                columnSpacing: Theme.spaceS
                rowSpacing: Theme.spaceS
                uniformCellWidths: true

                MenuButton {
                    id: first

                    Layout.fillWidth: true
                    text: root.strip ? qsTr("Mở rộng toàn màn hình") : qsTr("Thu gọn thành dải bên cạnh")
                    subtext: root.strip ? qsTr("thấy cả hàng chờ, hồ sơ và các quầy") : qsTr("luôn nổi bên phần mềm khác")
                    glyph: "swap"
                    onClicked: {
                        root.hide();
                        root.settings.reshape(!root.strip);
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    visible: root.head.issues
                    text: qsTr("Cấp số giúp")
                    subtext: qsTr("lấy số, in phiếu cho người cần hỗ trợ")
                    glyph: "ticket"
                    onClicked: {
                        root.hide();
                        root.viewModel.visit("issue");
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    visible: root.head.steers
                    text: qsTr("Điều phối quầy")
                    subtext: qsTr("điều chuyển cán bộ, thêm việc, xem vì sao")
                    glyph: "people"
                    onClicked: {
                        root.hide();
                        root.viewModel.visit("steer");
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    visible: root.head.steers
                    text: qsTr("Điều hành")
                    subtext: qsTr("cảnh báo, tạm dừng cấp số, thông báo, cuối ngày")
                    glyph: "warning"
                    onClicked: {
                        root.hide();
                        root.viewModel.overseeing.enter("");
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    visible: !root.head.training
                    text: qsTr("Đổi ca, bàn giao quầy")
                    subtext: qsTr("quầy vẫn mở, số đang phục vụ được giữ cho người nhận ca")
                    glyph: "people"
                    onClicked: {
                        root.hide();
                        root.viewModel.entrance.handOver();
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    text: qsTr("Xem hướng dẫn nhanh")
                    subtext: qsTr("bảy bước, dưới một phút")
                    glyph: "info"
                    onClicked: {
                        root.hide();
                        root.settings.startTour();
                    }
                }
                MenuButton {
                    Layout.fillWidth: true
                    visible: !root.head.training
                    text: qsTr("Luyện tập")
                    subtext: qsTr("với người dân tưởng tượng, không tính vào số liệu")
                    glyph: "desk"
                    onClicked: {
                        root.hide();
                        root.settings.train(true);
                    }
                }
            }
            Caption {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                text: qsTr("Phím tắt khi đang ở phần mềm khác")
                color: Theme.text
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceXs

                HotkeyButton {
                    Layout.fillWidth: true
                    settings: root.settings
                    mode: "off"
                    text: qsTr("Tắt")
                }
                HotkeyButton {
                    Layout.fillWidth: true
                    settings: root.settings
                    mode: "with_modifiers"
                    text: qsTr("Ctrl+Shift+F1…F8")
                }
                HotkeyButton {
                    Layout.fillWidth: true
                    settings: root.settings
                    mode: "plain"
                    text: qsTr("F1…F8")
                }
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.settings.words
            }
            BigButton {
                Layout.fillWidth: true
                Layout.topMargin: Theme.spaceXs
                Layout.preferredHeight: Theme.px(96)
                text: qsTr("Đóng")
                centred: true
                textSize: Theme.sizeBody
                onClicked: root.hide()
                Keys.onReturnPressed: clicked()
            }
        }
    }
}
