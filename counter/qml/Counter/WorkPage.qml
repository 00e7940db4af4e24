pragma ComponentBehavior: Bound
import QtQuick
import CounterModel

// The clerk's day: one arrangement for the whole screen, one for the strip.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip

    Shortcut {
        sequence: "Ctrl+Z"
        autoRepeat: false
        onActivated: root.viewModel.takeBack()
    }
    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: root.strip ? narrow : wide
    }
    Component {
        id: wide

        WideWork {
            focus: true
            viewModel: root.viewModel
        }
    }
    Component {
        id: narrow

        StripWork {
            focus: true
            viewModel: root.viewModel
        }
    }
}
