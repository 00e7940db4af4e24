pragma ComponentBehavior: Bound
import QtQuick
import CounterModel
import QueueUi

// The eight keys: what is about the desk (F1, F8) beside or over the six about the ticket.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip

    readonly property int gap: Theme.spaceS
    readonly property int big: strip ? Theme.px(116) : 2 * small + gap
    readonly property int small: strip ? Theme.px(96) : Theme.px(104)
    readonly property real unit: strip ? (width - 2 * gap) / 3 : (width - 4 * gap) / 5.5
    readonly property real call: strip ? 2 * unit + gap : 1.5 * unit
    readonly property real pause: strip ? unit : unit
    readonly property real inset: strip ? 0 : call + gap
    readonly property real upper: strip ? big + gap : 0

    implicitHeight: upper + 2 * small + gap

    Repeater {
        model: root.viewModel.screen.actions

        ActionButton {
            readonly property bool calls: index === 0
            readonly property bool pauses: index === 7

            x: calls ? 0 : pauses ? root.width - root.pause : root.inset + (index - 1) % 3 * (root.unit + root.gap)
            y: calls || pauses ? 0 : root.upper + Math.floor((index - 1) / 3) * (root.small + root.gap)
            width: calls ? root.call : pauses ? root.pause : root.unit
            height: calls || pauses ? root.big : root.small
            stacked: !root.strip || !calls
            focus: calls
            onClicked: root.viewModel.press(code)
        }
    }
}
