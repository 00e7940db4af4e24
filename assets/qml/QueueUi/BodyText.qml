import QtQuick

// Running text; wraps, never elides unless told to.
Text {
    color: Theme.text
    font.family: Theme.textFont
    font.pixelSize: Theme.sizeBody
    lineHeight: 1.12
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
