import QtQuick

// A ticket's label, as large as its box allows. `gentle()` enlarges it once, slowly.
Item {
    id: root

    required property string label
    property int size: Theme.sizeHuge
    property color ink: Theme.accent
    property int align: Text.AlignHCenter

    function gentle() {
        enlarge.restart();
    }

    Accessible.role: Accessible.StaticText
    Accessible.name: label
    implicitWidth: number.implicitWidth
    implicitHeight: number.implicitHeight

    NumberText {
        id: number

        anchors.fill: parent
        text: root.label
        color: root.ink
        font.pixelSize: root.size
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.sizeSmall
        horizontalAlignment: root.align
    }
    SequentialAnimation {
        id: enlarge

        NumberAnimation {
            target: number
            property: "scale"
            to: 1.08
            duration: Theme.slow
            easing.type: Easing.InOutSine
        }
        NumberAnimation {
            target: number
            property: "scale"
            to: 1
            duration: Theme.slow
            easing.type: Easing.InOutSine
        }
    }
}
