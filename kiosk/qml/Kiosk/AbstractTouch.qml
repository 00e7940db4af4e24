import QtQuick
import QtQuick.Templates as T

// The whole glass as one button without looks of its own.
T.AbstractButton {
    objectName: "ground"
    Accessible.name: text
    focusPolicy: Qt.NoFocus
}
