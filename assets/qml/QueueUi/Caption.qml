// Small muted text beside something more important.
BodyText {
    color: Theme.textMuted
    font.pixelSize: Theme.sizeSmall
}
