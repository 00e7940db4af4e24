pragma Singleton
import QtQuick

// Every colour and size of every screen. One unit is one pixel of a screen whose short side has
// 1080; the root window binds `unit` to its own size (QueueWindow does).
QtObject {
    id: theme

    property real unit: 1
    property bool dark: false
    // For weak eyes: black, white and one yellow, and words that are `textScale` times as large.
    property bool strong: false
    property real textScale: 1
    // Pixels of this screen a millimetre; 0 when nobody has said how large it is.
    property real pxPerMm: 0

    function unitFor(width: real, height: real): real {
        return Math.max(0.5, Math.min(width, height) / 1080);
    }

    function px(amount: real): real {
        return Math.round(amount * unit);
    }

    function tx(amount: real): real {
        return Math.round(amount * unit * textScale);
    }

    readonly property color background: strong ? "#000000" : dark ? "#0e1a22" : "#f5f2ea"
    readonly property color surface: strong ? "#000000" : dark ? "#162731" : "#ffffff"
    readonly property color raised: strong ? "#1c1c1c" : dark ? "#1f3440" : "#faf8f3"
    readonly property color pressed: strong ? "#3d3d00" : dark ? "#29434f" : "#e7eef0"
    readonly property color text: strong ? "#ffffff" : dark ? "#f5f2ea" : "#17242d"
    readonly property color textMuted: strong ? "#f0f0f0" : dark ? "#b3c1c9" : "#51606a"
    readonly property color line: strong ? "#ffffff" : dark ? "#2f4652" : "#dcd6c8"
    readonly property color lineStrong: strong ? "#ffe14d" : dark ? "#6f8792" : "#85796a"

    readonly property color accent: strong ? "#ffe14d" : dark ? "#8fcbe0" : "#0d4f6c"
    readonly property color accentPressed: strong ? "#fff3b0" : dark ? "#b5deec" : "#093c53"
    readonly property color accentSoft: strong ? "#1c1c1c" : dark ? "#1b3e4d" : "#e1edf1"
    readonly property color accentInk: strong ? "#000000" : dark ? "#0b2530" : "#ffffff"

    readonly property color good: strong ? "#9dffb8" : dark ? "#8fd6ab" : "#1c6842"
    readonly property color goodSoft: strong ? "#00230f" : dark ? "#17392a" : "#e2f0e7"
    readonly property color caution: strong ? "#ffd37a" : dark ? "#f2c46b" : "#7d5200"
    readonly property color cautionSoft: strong ? "#2b1c00" : dark ? "#42330f" : "#fbeecf"
    readonly property color alarm: strong ? "#ffb9b0" : dark ? "#ffa99f" : "#9d2520"
    readonly property color alarmSoft: strong ? "#330805" : dark ? "#4c1f1c" : "#f9e4e1"
    readonly property color signalInk: strong ? "#000000" : dark ? "#17242d" : "#ffffff"

    // A screen at rest in a dark hall: light enough to read, too weak to light the room.
    readonly property color night: strong ? "#8a929a" : dark ? "#8a929a" : "#8a929a"
    readonly property color nightGround: strong ? "#000000" : dark ? "#000000" : "#000000"

    readonly property string textFont: "Be Vietnam Pro"
    readonly property string numberFont: "Inter"

    // Text sizes in pixels at the present unit.
    readonly property int sizeSmall: tx(22)
    readonly property int sizeBody: tx(27)
    readonly property int sizeLarge: tx(33)
    readonly property int sizeTitle: tx(44)
    readonly property int sizeDisplay: tx(64)
    readonly property int sizeHuge: tx(128)

    readonly property int spaceXs: px(8)
    readonly property int spaceS: px(14)
    readonly property int space: px(22)
    readonly property int spaceL: px(36)
    readonly property int spaceXl: px(56)

    readonly property int radiusS: px(10)
    readonly property int radius: px(18)
    readonly property int hairline: Math.max(1, px(2))
    // The least height and width of anything a finger is meant to hit (20 mm on a kiosk).
    readonly property int touch: Math.max(44, px(104), Math.ceil(20 * pxPerMm))
    readonly property int icon: px(44)

    // Milliseconds. Nothing on a public screen moves faster than `calm`.
    readonly property int quick: 120
    readonly property int calm: 320
    readonly property int slow: 700
    readonly property int page: 9000
}
