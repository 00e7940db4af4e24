pragma Singleton
import QtQuick

// Every colour and size of every screen. One unit is one pixel of a screen whose short side has
// 1080; the root window binds `unit` to its own size (QueueWindow does).
QtObject {
    id: theme

    property real unit: 1
    property bool dark: false

    function unitFor(width: real, height: real): real {
        return Math.max(0.5, Math.min(width, height) / 1080);
    }

    function px(amount: real): real {
        return Math.round(amount * unit);
    }

    readonly property color background: dark ? "#0e1a22" : "#f5f2ea"
    readonly property color surface: dark ? "#162731" : "#ffffff"
    readonly property color raised: dark ? "#1f3440" : "#faf8f3"
    readonly property color pressed: dark ? "#29434f" : "#e7eef0"
    readonly property color text: dark ? "#f5f2ea" : "#17242d"
    readonly property color textMuted: dark ? "#b3c1c9" : "#51606a"
    readonly property color line: dark ? "#2f4652" : "#dcd6c8"
    readonly property color lineStrong: dark ? "#6f8792" : "#85796a"

    readonly property color accent: dark ? "#8fcbe0" : "#0d4f6c"
    readonly property color accentPressed: dark ? "#b5deec" : "#093c53"
    readonly property color accentSoft: dark ? "#1b3e4d" : "#e1edf1"
    readonly property color accentInk: dark ? "#0b2530" : "#ffffff"

    readonly property color good: dark ? "#8fd6ab" : "#1c6842"
    readonly property color goodSoft: dark ? "#17392a" : "#e2f0e7"
    readonly property color caution: dark ? "#f2c46b" : "#7d5200"
    readonly property color cautionSoft: dark ? "#42330f" : "#fbeecf"
    readonly property color alarm: dark ? "#ffa99f" : "#9d2520"
    readonly property color alarmSoft: dark ? "#4c1f1c" : "#f9e4e1"
    readonly property color signalInk: dark ? "#17242d" : "#ffffff"

    readonly property string textFont: "Be Vietnam Pro"
    readonly property string numberFont: "Inter"

    // Text sizes in pixels at the present unit.
    readonly property int sizeSmall: px(22)
    readonly property int sizeBody: px(27)
    readonly property int sizeLarge: px(33)
    readonly property int sizeTitle: px(44)
    readonly property int sizeDisplay: px(64)
    readonly property int sizeHuge: px(128)

    readonly property int spaceXs: px(8)
    readonly property int spaceS: px(14)
    readonly property int space: px(22)
    readonly property int spaceL: px(36)
    readonly property int spaceXl: px(56)

    readonly property int radiusS: px(10)
    readonly property int radius: px(18)
    readonly property int hairline: Math.max(1, px(2))
    // The least height and width of anything a finger is meant to hit (20 mm on a kiosk).
    readonly property int touch: Math.max(44, px(104))
    readonly property int icon: px(44)

    // Milliseconds. Nothing on a public screen moves faster than `calm`.
    readonly property int quick: 120
    readonly property int calm: 320
    readonly property int slow: 700
    readonly property int page: 9000
}
