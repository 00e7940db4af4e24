import QtQuick

// A quiet sheet with a thin line; `tone` "good", "caution", "alarm" or "accent" tints it.
Rectangle {
    property string tone: ""

    radius: Theme.radius
    color: tone === "good" ? Theme.goodSoft : tone === "caution" ? Theme.cautionSoft : tone === "alarm" ? Theme.alarmSoft : tone === "accent" ? Theme.accentSoft : Theme.surface
    border.width: Theme.hairline
    border.color: tone === "good" ? Theme.good : tone === "caution" ? Theme.caution : tone === "alarm" ? Theme.alarm : tone === "accent" ? Theme.accent : Theme.line
}
