import QtQuick

// A title; `level` 1 is a page, 2 a section, 3 a card.
BodyText {
    property int level: 1

    font.pixelSize: level === 1 ? Theme.sizeDisplay : level === 2 ? Theme.sizeTitle : Theme.sizeLarge
    font.weight: level === 1 ? Font.Bold : Font.DemiBold
    lineHeight: 1.05
}
