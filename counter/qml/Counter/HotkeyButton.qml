import QtQuick
import CounterModel

// One way to use the keys from other software.
SmallButton {
    id: root

    required property SettingsModel settings
    required property string mode

    strong: settings.hotkeys === mode
    checkable: false
    Accessible.checked: strong
    onClicked: settings.useHotkeys(mode)
}
