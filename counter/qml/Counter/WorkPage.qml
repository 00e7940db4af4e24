pragma ComponentBehavior: Bound
import QtQuick
import CounterModel

// The clerk's day: one arrangement for the whole screen, one for the strip.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip

    signal menuAsked

    Shortcut {
        sequence: "Ctrl+Z"
        enabled: root.enabled
        autoRepeat: false
        onActivated: root.viewModel.takeBack()
    }
    Shortcut {
        sequence: "F9"
        enabled: root.enabled
        autoRepeat: false
        onActivated: root.viewModel.asking.open(root.viewModel.screen.hand.code)
    }
    Shortcut {
        sequence: "F10"
        enabled: root.enabled
        autoRepeat: false
        onActivated: root.menuAsked()
    }
    Loader {
        id: arrangement

        anchors.fill: parent
        focus: true
        sourceComponent: root.strip ? narrow : wide
    }
    Component {
        id: wide

        WideWork {
            focus: true
            viewModel: root.viewModel
            onMenuAsked: root.menuAsked()
        }
    }
    Component {
        id: narrow

        StripWork {
            focus: true
            viewModel: root.viewModel
            onMenuAsked: root.menuAsked()
        }
    }
}
