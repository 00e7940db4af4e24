import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The first-run tour: points at the real controls, one after the other; can be skipped at any step.
FocusScope {
    id: root

    required property SettingsModel settings
    required property Item page

    property int step: 0
    property rect hole: Qt.rect(0, 0, 0, 0)
    readonly property list<Step> steps: [
        Step {
            spot: "key-F1"
            text: qsTr("Một phím cho cả ngày: F1 gọi người kế tiếp theo đúng thứ tự. Máy tự chọn số, ông/bà không phải nhớ.")
        },
        Step {
            spot: "key-F3"
            text: qsTr("Khi người dân đến quầy, nhấn F3. Chưa thấy ai? F2 gọi lại. Vẫn không có mặt? F7, số được để riêng.")
        },
        Step {
            spot: "key-F4"
            text: qsTr("Xong việc, nhấn F4 rồi chọn kết quả bằng một số. Thiếu giấy tờ? F5 giữ chỗ, không phải lấy số mới.")
        },
        Step {
            spot: "spot-hand"
            text: qsTr("Đây là người đang phục vụ: số, việc, vì sao được gọi lúc này. Khi đã gọi, F9 mở mọi việc khác với số ấy.")
        },
        Step {
            spot: "spot-line"
            text: qsTr("Hàng chờ theo thứ tự thật. Bấm vào một số để xem chuyện của số ấy, thêm diện ưu tiên, hay mời trước với lý do.")
        },
        Step {
            spot: "key-F8"
            text: qsTr("Mệt thì nghỉ: F8 tạm dừng. Người chờ thấy lý do và giờ quầy trở lại, số của họ không mất chỗ.")
        },
        Step {
            spot: "spot-menu"
            text: qsTr("Lỡ tay thì Ctrl+Z để lấy lại. Luyện tập, thu gọn cửa sổ và xem lại hướng dẫn này nằm ở đây.")
        }
    ]
    readonly property Step present: steps[step]
    readonly property bool last: step === steps.length - 1
    readonly property bool low: hole.y + hole.height / 2 > height / 2

    component Step: QtObject {
        required property string spot
        required property string text
    }

    function spot(item: Item, name: string): Item {
        if (!item || !item.visible)
            return null;
        if (item.objectName === name)
            return item;
        for (const child of item.children) {
            const found = spot(child, name);
            if (found)
                return found;
        }
        return null;
    }

    // Where the control of this step is now.
    function point() {
        const item = spot(page, present.spot);
        hole = item ? item.mapToItem(root, -Theme.px(8), -Theme.px(8), item.width + Theme.px(16), item.height + Theme.px(16)) : Qt.rect(0, 0, 0, 0);
    }

    function go(to: int) {
        if (to >= steps.length) {
            settings.endTour();
            return;
        }
        step = to;
        point();
    }

    visible: settings.touring && page !== null
    onVisibleChanged: if (visible) {
        go(0);
        onward.forceActiveFocus();
    }
    onWidthChanged: point()
    onHeightChanged: point()

    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.settings.endTour()
    }
    // Keeps taps from the page; only the card is meant.
    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
    Repeater {
        model: [Qt.rect(0, 0, root.width, root.hole.y), Qt.rect(0, root.hole.y + root.hole.height, root.width, root.height - root.hole.y - root.hole.height), Qt.rect(0, root.hole.y, root.hole.x, root.hole.height), Qt.rect(root.hole.x + root.hole.width, root.hole.y, root.width - root.hole.x - root.hole.width, root.hole.height)]

        Rectangle {
            required property rect modelData

            x: modelData.x
            y: modelData.y
            width: modelData.width
            height: modelData.height
            color: Theme.text
            opacity: 0.55
        }
    }
    Rectangle {
        x: root.hole.x
        y: root.hole.y
        width: root.hole.width
        height: root.hole.height
        color: "transparent"
        radius: Theme.radius
        border.width: Theme.px(5)
        border.color: Theme.caution
    }
    SheetCard {
        Accessible.name: qsTr("Hướng dẫn nhanh")
        width: Math.min(root.width - 2 * Theme.spaceS, Theme.px(820))
        height: body.implicitHeight + 2 * body.anchors.margins
        x: Math.max(Theme.spaceS, Math.min(root.width - width - Theme.spaceS, root.hole.x))
        y: root.low ? Math.max(Theme.spaceS, root.hole.y - height - Theme.spaceS) : Math.min(root.height - height - Theme.spaceS, root.hole.y + root.hole.height + Theme.spaceS)

        ColumnLayout {
            id: body

            anchors.fill: parent
            anchors.margins: Theme.space
            spacing: Theme.spaceS

            Caption {
                text: qsTr("Bước %1 trên %2").arg(root.step + 1).arg(root.steps.length)
            }
            BodyText {
                Layout.fillWidth: true
                text: root.present.text
                font.weight: Font.Medium
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.spaceS

                BigButton {
                    Layout.preferredHeight: Theme.px(84)
                    text: qsTr("Bỏ qua")
                    centred: true
                    textSize: Theme.sizeBody
                    onClicked: root.settings.endTour()
                    Keys.onReturnPressed: clicked()
                }
                BigButton {
                    id: onward

                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.px(84)
                    text: root.last ? qsTr("Xong") : qsTr("Tiếp")
                    tone: "accent"
                    textSize: Theme.sizeBody
                    onClicked: root.go(root.step + 1)
                    Keys.onReturnPressed: clicked()
                }
            }
        }
    }
}
