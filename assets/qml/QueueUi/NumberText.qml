import QtQuick

// Digits that keep their columns: clocks, counts, tables. (Be Vietnam Pro has no tabular digits.)
Text {
    color: Theme.text
    font.family: Theme.numberFont
    font.pixelSize: Theme.sizeBody
    font.weight: Font.DemiBold
    font.features: {
        "tnum": 1
    }
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
