package check

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"

	"tocsin"
)

// Chart draws a verdict as one SVG, with its title, source, vintage, a text for those
// who cannot see it, and its data as CSV in the metadata. Rows are the events behind
// the verdict: where the claim is about places they are drawn as a map with the place
// error of each; else every reading is drawn with its interval against what the text
// claims. False where there is nothing to draw.
func Chart(v *tocsin.Verdict, rows []tocsin.DataEvent) (string, bool) {
	if v.Claim == nil || v.Verdict == tocsin.CannotBeMeasured {
		return "", false
	}
	if onMap(v.Claim) {
		if s, ok := mapChart(v, rows); ok {
			return s, true
		}
	}
	return readingsChart(v)
}

// onMap reports a claim about where events were.
func onMap(k *tocsin.Claim) bool {
	return k.Of != nil && !strings.Contains(k.Of.Act, "coup") && (k.Unit == tocsin.Bearing || k.Unit.Dimension() == "length" || len(k.Places) > 0)
}

// The size of a chart, in pixels.
const (
	chartWidth = 760
	rowHeight  = 34
	mapSize    = 420
)

// canvas writes SVG elements.
type canvas struct{ strings.Builder }

func (c *canvas) text(x, y float64, class, anchor, s string) {
	fmt.Fprintf(c, `<text x="%.1f" y="%.1f" class="%s" text-anchor="%s">%s</text>`+"\n", x, y, class, anchor, html.EscapeString(s))
}

func (c *canvas) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(c, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" class="%s"/>`+"\n", x1, y1, x2, y2, class)
}

// frame closes a chart: its head, its alternative text, its data and its source.
func frame(v *tocsin.Verdict, height float64, alt, csv, body string) string {
	var c canvas
	fmt.Fprintf(&c, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %.0f" role="img" aria-labelledby="t d">`+"\n", chartWidth, height)
	title := "“" + oneLine(v.Text, 90) + "”: " + strings.ReplaceAll(v.Verdict, "_", " ")
	fmt.Fprintf(&c, "<title id=\"t\">%s</title>\n<desc id=\"d\">%s</desc>\n<metadata>%s</metadata>\n", html.EscapeString(title), html.EscapeString(alt), html.EscapeString(csv))
	c.WriteString("<style>text{font:12px sans-serif;fill:#222}.h{font-weight:bold;font-size:14px}.s{fill:#555;font-size:11px}.a{stroke:#999}.c{stroke:#b00;stroke-dasharray:5 4}.i{stroke:#0a4a8a;stroke-width:2}.p{fill:#0a4a8a}.e{fill:#0a4a8a;fill-opacity:.12;stroke:#0a4a8a;stroke-opacity:.5}.q{fill:#b00}</style>\n")
	c.text(12, 22, "h", "start", title)
	c.WriteString(body)
	var sources []string
	for _, d := range v.Data {
		sources = appendNew(sources, []string{d.Dataset + " " + shortVintage(d.Vintage)})
	}
	c.text(12, height-10, "s", "start", "Source: "+strings.Join(sources, "; ")+". As of "+v.AsOf.String()+".")
	c.WriteString("</svg>\n")
	return c.String()
}

// shortVintage keeps a hash readable.
func shortVintage(s string) string {
	if strings.HasPrefix(s, "sha256:") && len(s) > 19 {
		return s[:19] + "…"
	}
	return s
}

func oneLine(s string, most int) string {
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return string(r)
}

// readingsChart draws every reading that has a value, its interval, and the value
// that the text claims.
func readingsChart(v *tocsin.Verdict) (string, bool) {
	var list []tocsin.Variation
	lo, hi := math.Inf(1), math.Inf(-1)
	widen := func(p *float64) {
		if p != nil {
			lo, hi = min(lo, *p), max(hi, *p)
		}
	}
	for _, a := range v.Alternatives {
		if a.Value == nil {
			continue
		}
		list = append(list, a)
		widen(a.Value)
		widen(a.Low)
		widen(a.High)
	}
	claimed := v.Claim.Value
	if v.Claim.Unit == tocsin.Ratio && claimed == nil {
		claimed = tocsin.Number(1) // no change
	}
	if v.Claim.Unit == tocsin.Rank || v.Claim.Unit == tocsin.Bearing || v.Claim.Unit != v.Unit {
		claimed = nil
	}
	widen(claimed)
	if len(list) == 0 {
		return "", false
	}
	if v.Unit != tocsin.DegreesNorth && v.Unit != tocsin.DegreesEast {
		lo = min(lo, 0)
	}
	if hi <= lo {
		hi = lo + 1
	}
	return drawReadings(v, list, claimed, lo, hi), true
}

// drawReadings draws a line for each reading, on a scale from lo to hi.
func drawReadings(v *tocsin.Verdict, list []tocsin.Variation, claimed *float64, lo, hi float64) string {
	const left, right = 300.0, chartWidth - 30.0
	x := func(val float64) float64 { return left + (val-lo)/(hi-lo)*(right-left) }
	var c canvas
	height := 96 + float64(len(list))*rowHeight
	alt := []string{}
	csv := []string{"reading,value,low,high,verdict"}
	c.line(left, height-52, right, height-52, "a")
	for _, tick := range []float64{lo, (lo + hi) / 2, hi} {
		c.text(x(tick), height-36, "s", "middle", number(round(tick, 2)))
	}
	if claimed != nil {
		c.line(x(*claimed), 36, x(*claimed), height-52, "c")
		word := "claimed " + number(*claimed)
		if v.Claim.Value == nil {
			word = "no change"
		}
		c.text(x(*claimed), 46, "q", "middle", word)
	}
	for i, a := range list {
		y := 66 + float64(i)*rowHeight
		above, below := strings.TrimPrefix(strings.Join(a.Actors, " or ")+", "+a.Window, ", "), a.Filter
		label := strings.Trim(above+", "+below, ", ")
		c.text(12, y-7, "s", "start", oneLine(above, 50))
		c.text(12, y+6, "s", "start", oneLine(below, 50))
		if a.Low != nil && a.High != nil {
			c.line(x(*a.Low), y-4, x(*a.High), y-4, "i")
		}
		fmt.Fprintf(&c, `<circle cx="%.1f" cy="%.1f" r="4" class="p"/>`+"\n", x(*a.Value), y-4)
		c.text(x(*a.Value), y+12, "s", "middle", number(*a.Value))
		alt = append(alt, label+": "+number(*a.Value)+", "+strings.ReplaceAll(a.Verdict, "_", " "))
		csv = append(csv, strings.Join([]string{strconv.Quote(label), number3(a.Value), number3(a.Low), number3(a.High), a.Verdict}, ","))
	}
	return frame(v, height, "Readings of the claim in "+string(v.Unit)+". "+strings.Join(alt, "; ")+".", strings.Join(csv, "\n"), c.String())
}

func number3(p *float64) string {
	if p == nil {
		return ""
	}
	return strconv.FormatFloat(*p, 'g', -1, 64)
}

// mapChart draws the rows behind a verdict on a plain map, each with a circle of its
// place error, and the claim's place.
func mapChart(v *tocsin.Verdict, rows []tocsin.DataEvent) (string, bool) {
	type point struct {
		lat, lon, km float64
		label        string
		place        bool
	}
	var list []point
	csv := []string{"id,from,lat,lon,place error km"}
	for _, e := range rows {
		if e.HasPoint {
			list = append(list, point{e.Lat, e.Lon, rowErrorKM(e), e.From.String(), false})
			csv = append(csv, fmt.Sprintf("%s,%s,%.4f,%.4f,%.0f", e.ID, e.From, e.Lat, e.Lon, rowErrorKM(e)))
		}
	}
	if len(list) == 0 {
		return "", false
	}
	for _, p := range v.Claim.Places {
		if len(p.Candidates) > 0 {
			list = append(list, point{p.Candidates[0].Lat, p.Candidates[0].Lon, 0, p.Text, true})
		}
	}
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, p := range list {
		south, north, west, east = min(south, p.lat), max(north, p.lat), min(west, p.lon), max(east, p.lon)
	}
	mid := (south + north) / 2
	squeeze := math.Cos(mid * math.Pi / 180)
	span := max(north-south, (east-west)*squeeze, 0.5) * 1.2
	at := func(lat, lon float64) (x, y float64) {
		return chartWidth/2 + (lon-(west+east)/2)*squeeze/span*mapSize, 40 + mapSize/2 - (lat-mid)/span*mapSize
	}
	var c canvas
	for _, p := range list {
		x, y := at(p.lat, p.lon)
		if p.place {
			fmt.Fprintf(&c, `<rect x="%.1f" y="%.1f" width="8" height="8" class="q"/>`+"\n", x-4, y-4)
			c.text(x+8, y+4, "q", "start", p.label)
			continue
		}
		fmt.Fprintf(&c, `<circle cx="%.1f" cy="%.1f" r="%.1f" class="e"/><circle cx="%.1f" cy="%.1f" r="2.5" class="p"><title>%s</title></circle>`+"\n",
			x, y, max(p.km/111.2/span*mapSize, 3), x, y, html.EscapeString(p.label))
	}
	bar := 100 / 111.2 / span * mapSize
	c.line(20, 40+mapSize-8, 20+bar, 40+mapSize-8, "i")
	c.text(20, 40+mapSize-14, "s", "start", "100 km; circles: how far a row's point may lie from the truth")
	alt := fmt.Sprintf("Map of %s behind the verdict, between %.1f and %.1f north, %.1f and %.1f east.", plural(float64(len(csv)-1), "row", "rows"), south, north, west, east)
	return frame(v, 40+mapSize+36, alt, strings.Join(csv, "\n"), c.String()), true
}
