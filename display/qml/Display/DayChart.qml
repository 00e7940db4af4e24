pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import DisplayModel
import QueueUi

// A curve of the day: today strong, the usual day pale behind it, yesterday a thin line.
Card {
    id: root

    required property ChartPanel chart
    required property string title
    required property string todayWords
    property string barWords: ""

    Accessible.role: Accessible.Graphic
    Accessible.name: title

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        anchors.topMargin: Theme.spaceXs
        spacing: 0

        Caption {
            Layout.fillWidth: true
            text: root.title
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.px(6)

            component LegendWords: Caption {
                font.pixelSize: Theme.px(16)
                wrapMode: Text.NoWrap
            }

            Rectangle {
                visible: root.barWords !== ""
                implicitWidth: Theme.px(12)
                implicitHeight: Theme.px(15)
                color: Theme.lineStrong
            }
            LegendWords {
                visible: root.barWords !== ""
                text: root.barWords
            }
            Rectangle {
                implicitWidth: Theme.px(20)
                implicitHeight: Theme.px(4)
                color: Theme.accent
            }
            LegendWords {
                text: root.todayWords
            }
            Rectangle {
                implicitWidth: Theme.px(20)
                implicitHeight: root.barWords === "" ? Theme.px(3) : Theme.px(15)
                color: root.barWords === "" ? Theme.lineStrong : Theme.raised
            }
            LegendWords {
                text: qsTr("thường ngày")
            }
            LegendWords {
                Layout.fillWidth: true
                text: qsTr("– – hôm qua")
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.px(40)
            Layout.rightMargin: Theme.px(10)
            Layout.topMargin: Theme.px(12)
            Layout.bottomMargin: Theme.px(24)

            Item {
                id: plot

                anchors.fill: parent

                Repeater {
                    model: root.chart.amounts

                    Item {
                        id: mark

                        required property real at
                        required property string text

                        y: (1 - at) * plot.height
                        width: plot.width

                        Rectangle {
                            width: parent.width
                            height: Theme.hairline
                            color: Theme.line
                        }
                        NumberText {
                            anchors.right: parent.left
                            anchors.rightMargin: Theme.px(6)
                            anchors.verticalCenter: parent.verticalCenter
                            text: mark.text
                            color: Theme.textMuted
                            font.pixelSize: Theme.px(17)
                        }
                    }
                }
                Repeater {
                    model: root.chart.bars

                    Item {
                        id: quarter

                        required property real usual
                        required property real amount
                        required property real begins
                        required property real share

                        x: begins * plot.width
                        width: share * plot.width
                        height: plot.height

                        Rectangle {
                            anchors.bottom: parent.bottom
                            width: parent.width
                            height: quarter.usual * plot.height
                            color: Theme.raised
                        }
                        Rectangle {
                            anchors.bottom: parent.bottom
                            anchors.horizontalCenter: parent.horizontalCenter
                            width: parent.width * 0.62
                            height: quarter.amount * plot.height
                            color: Theme.lineStrong
                        }
                    }
                }
                Shape {
                    y: plot.height
                    width: plot.width
                    height: plot.height
                    visible: plot.width > 0

                    ShapePath {
                        scale: Qt.size(plot.width, -plot.height)
                        strokeColor: Theme.textMuted
                        strokeWidth: 2 * Theme.hairline
                        strokeStyle: ShapePath.DashLine
                        fillColor: "transparent"

                        PathPolyline {
                            path: root.chart.yesterday
                        }
                    }
                    ShapePath {
                        scale: Qt.size(plot.width, -plot.height)
                        strokeColor: Theme.lineStrong
                        strokeWidth: Theme.px(3)
                        fillColor: "transparent"

                        PathPolyline {
                            path: root.chart.usual
                        }
                    }
                    ShapePath {
                        scale: Qt.size(plot.width, -plot.height)
                        strokeColor: Theme.accent
                        strokeWidth: Theme.px(4)
                        fillColor: "transparent"
                        joinStyle: ShapePath.RoundJoin

                        PathPolyline {
                            path: root.chart.today
                        }
                    }
                }
                Rectangle {
                    visible: root.chart.limit >= 0
                    y: (1 - root.chart.limit) * plot.height
                    width: parent.width
                    height: 2 * Theme.hairline
                    color: Theme.caution
                }
                Rectangle {
                    visible: root.chart.now >= 0
                    x: root.chart.now * plot.width
                    width: Theme.hairline
                    height: parent.height
                    color: Theme.text
                }
                Repeater {
                    model: root.chart.hours

                    NumberText {
                        required property real at
                        required property string hour

                        x: at * plot.width - width / 2
                        y: plot.height + Theme.px(4)
                        text: hour
                        color: Theme.textMuted
                        font.pixelSize: Theme.px(17)
                    }
                }
            }
        }
    }
}
