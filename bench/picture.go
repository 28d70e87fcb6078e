package main

import (
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// The picture's measures in pixels.
const (
	pictureWidth, pictureHeight    = 720, 420
	plotLeft, plotTop              = 70, 40
	plotWidth, plotHeight, keyLeft = 420, 320, 510
)

// colours are told apart in print and by most eyes; ours is the first, and thicker.
var colours = [...]string{"#d1242f", "#0969da", "#1a7f37", "#9a6700", "#8250df", "#57606a"}

// draw is a picture of times against sizes, both on logarithmic scales: what is
// linear is a line that rises by one decade a decade, what is quadratic by two.
func draw(c *workload, list []figure) []byte {
	p := &plot{x: newAxis(list, func(f figure) float64 { return float64(f.size) }, plotLeft, plotWidth),
		y: newAxis(list, milliseconds, plotTop+plotHeight, -plotHeight)}
	p.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", pictureWidth, pictureHeight)
	p.printf(`<rect width="%d" height="%d" fill="#ffffff"/>`+"\n", pictureWidth, pictureHeight)
	p.text(plotLeft, 22, "start", fmt.Sprintf("%s: milliseconds by size", c.title))
	p.grid()
	for i, command := range commandsOf(list) {
		p.line(i, command, list)
	}
	p.printf("</svg>\n")
	return []byte(p.String())
}

func milliseconds(f figure) float64 { return float64(f.took) / float64(time.Millisecond) }

// commandsOf are the commands in the order of the workload.
func commandsOf(list []figure) (commands []string) {
	for _, f := range list {
		if !slices.Contains(commands, f.command) {
			commands = append(commands, f.command)
		}
	}
	return commands
}

// axis is a logarithmic scale of whole decades.
type axis struct {
	first, decades int // of the power of ten
	from, length   float64
}

func newAxis(list []figure, of func(figure) float64, from, length float64) axis {
	low, high := math.Inf(1), math.Inf(-1)
	for _, f := range list {
		low, high = min(low, of(f)), max(high, of(f))
	}
	first := int(math.Floor(math.Log10(low)))
	return axis{first, max(int(math.Ceil(math.Log10(high)))-first, 1), from, length}
}

// at is where a value stands.
func (a axis) at(v float64) float64 {
	return a.from + a.length*(math.Log10(v)-float64(a.first))/float64(a.decades)
}

type plot struct {
	strings.Builder
	x, y axis
}

func (p *plot) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *plot) text(x, y float64, anchor, text string) {
	p.printf(`<text x="%.1f" y="%.1f" text-anchor="%s">`, x, y, anchor)
	xml.EscapeText(p, []byte(text)) //nolint:errcheck // a Builder takes anything
	p.printf("</text>\n")
}

// grid draws a line for each decade and its number.
func (p *plot) grid() {
	for i := range p.x.decades + 1 {
		v := math.Pow10(p.x.first + i)
		p.stroke(p.x.at(v), plotTop, p.x.at(v), plotTop+plotHeight)
		p.text(p.x.at(v), plotTop+plotHeight+18, "middle", number(v))
	}
	for i := range p.y.decades + 1 {
		v := math.Pow10(p.y.first + i)
		p.stroke(plotLeft, p.y.at(v), plotLeft+plotWidth, p.y.at(v))
		p.text(plotLeft-8, p.y.at(v)+4, "end", number(v))
	}
}

func (p *plot) stroke(x1, y1, x2, y2 float64) {
	p.printf(`<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="#d0d7de"/>`+"\n", x1, y1, x2, y2)
}

// number has commas at the thousands.
func number(v float64) string {
	text := fmt.Sprintf("%g", v)
	if v >= 1e6 {
		text = fmt.Sprintf("%.0f", v)
	}
	if v < 1000 {
		return text
	}
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// line draws what a command took, and names it in the key.
func (p *plot) line(i int, command string, list []figure) {
	colour, width := colours[i%len(colours)], 1.5
	if i == 0 {
		width = 3
	}
	var points []string
	for _, f := range list {
		if f.command == command {
			points = append(points, fmt.Sprintf("%.1f,%.1f", p.x.at(float64(f.size)), p.y.at(milliseconds(f))))
		}
	}
	p.printf(`<polyline points="%s" fill="none" stroke="%s" stroke-width="%g"/>`+"\n", strings.Join(points, " "), colour, width)
	for _, point := range points {
		x, y, _ := strings.Cut(point, ",")
		p.printf(`<circle cx="%s" cy="%s" r="2.5" fill="%s"/>`+"\n", x, y, colour)
	}
	y := float64(plotTop + 14 + 20*i)
	p.printf(`<line x1="%d" y1="%.1f" x2="%d" y2="%.1f" stroke="%s" stroke-width="%g"/>`+"\n", keyLeft, y-4, keyLeft+22, y-4, colour, width)
	p.text(keyLeft+28, y, "start", command)
}
