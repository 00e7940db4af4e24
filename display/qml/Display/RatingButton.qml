import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import QtQuick.Templates as T
import QueueUi

// One level with a face and its words, or a reason in words.
T.AbstractButton {
    id: root

    required property string code
    required property string words
    required property int score
    readonly property color ink: score === 0 ? Theme.text : score >= 4 ? Theme.good : score === 3 ? Theme.text : score === 2 ? Theme.caution : Theme.alarm
    readonly property color ground: score === 0 || score === 3 ? Theme.surface : score >= 4 ? Theme.goodSoft : score === 2 ? Theme.cautionSoft : Theme.alarmSoft

    signal chosen(string code)

    Accessible.name: words
    padding: Theme.spaceS
    onClicked: chosen(code)

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.pressed : root.ground
        border.width: root.activeFocus ? 2 * Theme.hairline : Theme.hairline
        border.color: root.ink
    }
    contentItem: ColumnLayout {
        spacing: Theme.spaceXs

        Shape {
            id: face

            readonly property real mid: width / 2
            // From a deep smile (5) to the same turned over (1).
            readonly property real bow: (root.score - 3) * width * 0.13

            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.px(110)
            Layout.preferredHeight: Theme.px(110)
            visible: root.score > 0

            ShapePath {
                strokeColor: root.ink
                strokeWidth: Theme.px(6)
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathAngleArc {
                    centerX: face.mid
                    centerY: face.mid
                    radiusX: face.mid - Theme.px(5)
                    radiusY: face.mid - Theme.px(5)
                    startAngle: 0
                    sweepAngle: 360
                }
                PathMove {
                    x: face.width * 0.28
                    y: face.width * 0.65 - face.bow / 2
                }
                PathQuad {
                    x: face.width * 0.72
                    y: face.width * 0.65 - face.bow / 2
                    controlX: face.mid
                    controlY: face.width * 0.65 + face.bow
                }
                PathMove {
                    x: face.width * 0.36
                    y: face.width * 0.38
                }
                PathLine {
                    x: face.width * 0.36
                    y: face.width * 0.42
                }
                PathMove {
                    x: face.width * 0.64
                    y: face.width * 0.38
                }
                PathLine {
                    x: face.width * 0.64
                    y: face.width * 0.42
                }
            }
        }
        BodyText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: root.words
            color: root.ink
            font.pixelSize: Theme.px(root.score > 0 ? 28 : 36)
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
}
