package score

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/read/text"
	"tocsin/read/where"
)

const (
	// AccKM is within how many kilometres a place counts as right: 100 miles.
	AccKM = 161
	// farKM is the error of a place that was found and not placed: half the
	// circumference of the Earth, which also scales the AUC.
	farKM = 20039
)

// A Toponym is a place as marked, or as found: bytes of the text, and the point.
// A found place may have no point.
type Toponym struct {
	Span   tocsin.Span
	At     geo.Point
	Placed bool
	Aside  bool // named in passing ("the Gao Players"): the sets count it, statements do not use it
}

// An Article is one article with its places that have coordinates.
type Article struct {
	ID, Text string
	Places   []Toponym
}

// Odd tells the two halves of a set apart: whether the 32-bit FNV-1a hash of
// the article's id is odd. Rules are chosen on the odd half.
func (a *Article) Odd() bool {
	h := fnv.New32a()
	h.Write([]byte(a.ID)) // a hash never fails
	return h.Sum32()%2 == 1
}

// half names the half; an article without an id is in none.
func (a *Article) half() string {
	switch {
	case a.ID == "":
		return ""
	case a.Odd():
		return "odd"
	}
	return "even"
}

// xmlArticle covers the four published forms: LGL and TR-News (toponym, phrase,
// gaztag), GeoWebNews (toponym, extractedName, latitude) and GeoVirus (location,
// name, lat).
type xmlArticle struct {
	DocID string     `xml:"docid,attr"`
	File  string     `xml:"file,attr"`
	Text  *string    `xml:"text"`
	Tops  []xmlPlace `xml:"toponyms>toponym"`
	Locs  []xmlPlace `xml:"locations>location"`
}

type xmlPlace struct {
	Start  string  `xml:"start"`
	End    string  `xml:"end"`
	GazLat *string `xml:"gaztag>lat"`
	GazLon *string `xml:"gaztag>lon"`
	WebLat *string `xml:"latitude"`
	WebLon *string `xml:"longitude"`
	Lat    *string `xml:"lat"`
	Lon    *string `xml:"lon"`
}

// ParseGeo reads a geoparsing set in XML. Spans count characters of the text
// element; places without coordinates are no gold.
func ParseGeo(name string, raw []byte) ([]Article, error) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	var out []Article
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		line, _ := d.InputPos()
		if err != nil {
			return nil, broken(name, line, "", "give well-formed XML in UTF-8", "%w", err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok || start.Name.Local != "article" {
			continue
		}
		var x xmlArticle
		if err := d.DecodeElement(&x, &start); err != nil {
			at, _ := d.InputPos()
			return nil, broken(name, at, "article", "give well-formed XML in UTF-8", "%w", err)
		}
		a, bad := x.article()
		if bad != nil {
			return nil, broken(name, line, bad.field, bad.hint, "%s", bad.what)
		}
		out = append(out, a)
	}
	if len(out) == 0 {
		return nil, broken(name, 0, "article", "give XML in the form of LGL, GeoWebNews, TR-News or GeoVirus", "holds no article")
	}
	return out, nil
}

func (x *xmlArticle) article() (Article, *fault) {
	if x.Text == nil {
		return Article{}, &fault{"text", "is missing", "give each article a text element"}
	}
	a := Article{ID: x.DocID + x.File, Text: *x.Text}
	at := runes(a.Text)
	for i, p := range slices.Concat(x.Tops, x.Locs) {
		field := fmt.Sprintf("toponym %d", i+1)
		lat, lon := first(p.GazLat, p.WebLat, p.Lat), first(p.GazLon, p.WebLon, p.Lon)
		if lat == "" || lon == "" {
			continue
		}
		point, bad := pointOf(lat, lon)
		if bad != "" {
			return a, &fault{field, bad, "give latitude and longitude in degrees"}
		}
		from, err1 := strconv.Atoi(strings.TrimSpace(p.Start))
		to, err2 := strconv.Atoi(strings.TrimSpace(p.End))
		if err1 != nil || err2 != nil || to <= from {
			return a, &fault{field, fmt.Sprintf("start %q and end %q are no span", p.Start, p.End), "give the characters [start, end) of the text"}
		}
		to = min(to, len(at)-1) // some sets count blanks that their text has lost at its end
		if from < 0 || from >= to {
			from, to = 0, 0 // stands outside the text, as two of GeoWebNews do: gold that nobody can find
		}
		a.Places = append(a.Places, Toponym{tocsin.Span{at[from], at[to]}, point, true, false})
	}
	return a, nil
}

func first(list ...*string) string {
	for _, s := range list {
		if s != nil && strings.TrimSpace(*s) != "" {
			return strings.TrimSpace(*s)
		}
	}
	return ""
}

func pointOf(lat, lon string) (p geo.Point, bad string) {
	var err1, err2 error
	p.Lat, err1 = strconv.ParseFloat(lat, 64)
	p.Lon, err2 = strconv.ParseFloat(lon, 64)
	if err1 != nil || err2 != nil || !(math.Abs(p.Lat) <= 90) || !(math.Abs(p.Lon) <= 180) {
		return p, fmt.Sprintf("%s, %s is no point on the Earth", lat, lon)
	}
	return p, ""
}

// ParseGeoSystem reads a geoparser's answers for the articles of a set: a line
// each, toponyms parted by "||", their fields (name, surface, lat, lon, start,
// end) by ",,". An empty line found nothing; the last may lack its line end.
func ParseGeoSystem(name string, raw []byte, gold []Article) ([][]Toponym, error) {
	all := lines(raw)
	if len(all) == len(gold)-1 {
		all = append(all, nil)
	}
	if len(all) != len(gold) {
		return nil, broken(name, 0, "", "give one line for each article, an empty one where nothing was found", "has %d lines for %d articles", len(all), len(gold))
	}
	out := make([][]Toponym, len(gold))
	for n, line := range all {
		at := runes(gold[n].Text)
		for _, item := range strings.Split(string(line), "||") {
			if strings.TrimSpace(item) == "" {
				continue
			}
			f := strings.Split(item, ",,")
			if len(f) < 6 {
				return nil, broken(name, n+1, "", "write name,,surface,,lat,,lon,,start,,end", "a toponym has %d fields", len(f))
			}
			point, bad := pointOf(f[2], f[3])
			if bad != "" {
				return nil, broken(name, n+1, "lat,,lon", "give degrees", "%s", bad)
			}
			from, err1 := strconv.Atoi(f[4])
			to, err2 := strconv.Atoi(f[5])
			if err1 != nil || err2 != nil || from < 0 || to < from {
				return nil, broken(name, n+1, "start,,end", "give characters of the article's text", "%s,,%s is no span", f[4], f[5])
			}
			from, to = min(from, len(at)-1), min(to, len(at)-1)
			out[n] = append(out[n], Toponym{tocsin.Span{at[from], at[to]}, point, true, false})
		}
	}
	return out, nil
}

// FindPlaces is the reader's own answer for an article. A text that is refused
// has none.
func FindPlaces(ctx context.Context, t string, g *gazetteer.Gazetteer) ([]Toponym, error) {
	doc, err := text.Parse(ctx, t)
	if err != nil {
		return nil, refusal(err)
	}
	var out []Toponym
	for _, f := range where.All(doc, g) {
		p := Toponym{Span: f.Span, Aside: f.InName}
		if c := f.Place.Candidates; len(c) > 0 {
			p.At, p.Placed = geo.Point{Lat: c[0].Lat, Lon: c[0].Lon}, true
		}
		out = append(out, p)
	}
	return out, nil
}

// A GeoScore counts one set.
type GeoScore struct {
	Spans    Tally
	Right    int // matched and within AccKM
	Articles int
	errors   []float64 // in km, of the matched
}

// Add matches the places found in an article with its gold, one to one on any
// shared character, in the order found.
func (s *GeoScore) Add(gold, found []Toponym) {
	s.Articles++
	used := make([]bool, len(gold))
	matched := 0
	for _, f := range found {
		for i, g := range gold {
			if used[i] || f.Span[1] <= g.Span[0] || g.Span[1] <= f.Span[0] {
				continue
			}
			used[i] = true
			matched++
			km := float64(farKM)
			if f.Placed {
				km = geo.DistanceKM(f.At, g.At)
			}
			s.errors = append(s.errors, km)
			if km <= AccKM {
				s.Right++
			}
			break
		}
	}
	s.Spans.one(matched, len(found), len(gold))
}

// AUC is the area under the sorted curve of ln(1 + error in km), scaled so that
// 0 is no error and 1 the far side of the Earth; lower is better (Gritta et al.
// 2018). There is none for fewer than two matched places.
func (s *GeoScore) AUC() (float64, bool) {
	if len(s.errors) < 2 {
		return 0, false
	}
	sorted := slices.Sorted(slices.Values(s.errors))
	area := 0.0
	for i := 1; i < len(sorted); i++ {
		area += (math.Log1p(sorted[i-1]) + math.Log1p(sorted[i])) / 2
	}
	return area / (math.Log(farKM) * float64(len(sorted)-1)), true
}

// Metrics are the lines of a set, end to end first: matched and within 161 km,
// of all gold places.
func (s *GeoScore) Metrics(set string) []Metric {
	m := func(name string, v float64, note string) Metric {
		return Metric{Kind: "geo", Set: set, Name: name, Value: v, Unit: Share, Note: note}
	}
	out := []Metric{
		m("end-to-end", ratio(s.Right, s.Spans.Gold), fmt.Sprintf("%d/%d in %d articles", s.Right, s.Spans.Gold, s.Articles)),
		m("F1", s.Spans.F1(), fmt.Sprintf("P %.3f R %.3f (%d/%d, %d/%d)", s.Spans.P(), s.Spans.R(), s.Spans.RightFound, s.Spans.Found, s.Spans.RightGold, s.Spans.Gold)),
		m("Acc@161", ratio(s.Right, s.Spans.RightGold), "of the matched"),
	}
	if auc, ok := s.AUC(); ok {
		out = append(out, m("AUC", auc, "lower is better"))
	}
	return out
}
