import QtQuick
import QueueUi

// What a list says when it is empty.
Caption {
    anchors.fill: parent
    anchors.margins: Theme.space
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
}
