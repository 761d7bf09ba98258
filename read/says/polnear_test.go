package says_test

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin/read/says"
	"tocsin/read/text"
)

// A goldText is one annotated text of PolNeAR: the fragments of each source,
// cue and content, as bytes, each distinct set once.
type goldText struct {
	name  string
	text  string
	roles [3]map[string]bool // source, cue, content
}

var roleNames = [3]string{"source", "cue", "content"}

// readPolNeAR reads the texts of one part ("train", "dev") that keep accepts.
// A text with two annotators counts once for each.
func readPolNeAR(tb testing.TB, file, part string, keep func(name string) bool) []goldText {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	texts, anns := map[string]string{}, map[string]string{}
	for tr := tar.NewReader(zr); ; {
		h, err := tr.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			tb.Fatal(err)
		}
		dir, base := path.Split(h.Name)
		if !strings.Contains("/"+dir, "/"+part+"/") {
			continue
		}
		raw, err := io.ReadAll(tr)
		if err != nil {
			tb.Fatal(err)
		}
		if name, ok := strings.CutSuffix(base, ".txt"); ok {
			texts[name] = string(raw)
		} else if name, ok := strings.CutSuffix(base, ".ann"); ok {
			anns[name] = string(raw)
		}
	}
	var out []goldText
	for ann, raw := range anns {
		name := ann[:strings.LastIndexByte(ann, '_')]
		if t, ok := texts[name]; ok && keep(name) {
			out = append(out, goldText{ann, t, parseBrat(raw, t)})
		}
	}
	slices.SortFunc(out, func(a, b goldText) int { return strings.Compare(a.name, b.name) })
	return out
}

// parseBrat reads brat standoff: T lines are spans in characters, E lines join
// them. Only Attribution and Attribution-no-source count.
func parseBrat(raw, t string) (roles [3]map[string]bool) {
	bytes := make([]int, 0, len(t)+1) // byte of each character
	for i := range t {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(t))
	spans := map[string]string{}
	for i := range roles {
		roles[i] = map[string]bool{}
	}
	var events []string
	for sc := bufio.NewScanner(strings.NewReader(raw)); sc.Scan(); {
		f := strings.Split(sc.Text(), "\t")
		switch {
		case len(f) < 2:
		case f[0][0] == 'T':
			_, ranges, _ := strings.Cut(f[1], " ")
			var parts []string
			for _, r := range strings.Split(ranges, ";") {
				var a, b int
				if n, _ := fmt.Sscanf(r, "%d %d", &a, &b); n == 2 && a <= b && b < len(bytes) {
					parts = append(parts, trimmed(t, bytes[a], bytes[b]))
				}
			}
			spans[f[0]] = strings.Join(parts, ";")
		case f[0][0] == 'E' && strings.HasPrefix(f[1], "Attribution"):
			events = append(events, f[1])
		}
	}
	for _, e := range events {
		parts := map[int][]string{}
		for _, link := range strings.Fields(e)[1:] {
			role, id, _ := strings.Cut(link, ":")
			for i, name := range []string{"Source", "Cue", "Content"} {
				if strings.HasPrefix(role, name) && spans[id] != "" {
					parts[i] = append(parts[i], spans[id])
				}
			}
		}
		for i, p := range parts {
			roles[i][joined(p, t)] = true
		}
	}
	return roles
}

// trimmed writes a span without the blanks at its ends.
func trimmed(t string, a, b int) string {
	s := t[a:b]
	a += len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	b = a + len(strings.TrimSpace(s))
	return strconv.Itoa(a) + "-" + strconv.Itoa(b)
}

// joined puts fragments into the order of the text. Those that only blanks part
// are one: the annotation cuts a quotation at every end of a sentence, of a
// splitter that ends sentences at "Sen." too.
func joined(parts []string, t string) string {
	type span struct{ a, b int }
	var all []span
	for _, p := range strings.Split(strings.Join(parts, ";"), ";") {
		var s span
		fmt.Sscanf(p, "%d-%d", &s.a, &s.b)
		all = append(all, s)
	}
	slices.SortFunc(all, func(x, y span) int { return x.a - y.a })
	var out []span
	for _, s := range all {
		if n := len(out); n > 0 && s.a >= out[n-1].b && strings.TrimSpace(t[out[n-1].b:s.a]) == "" {
			out[n-1].b = s.b
			continue
		}
		out = append(out, s)
	}
	var b strings.Builder
	for _, s := range out {
		fmt.Fprintf(&b, "%d-%d;", s.a, s.b)
	}
	return b.String()
}

// found reads a text and returns its spans in the same form.
func found(tb testing.TB, t string) (roles [3]map[string]bool) {
	tb.Helper()
	for i := range roles {
		roles[i] = map[string]bool{}
	}
	doc, err := text.Parse(context.Background(), t)
	if err != nil {
		tb.Fatal(err)
	}
	for _, a := range says.FindAll(doc) {
		if a.Quoted { // PolNeAR leaves alone what is inside a direct quotation
			continue
		}
		if a.SourceHead >= 0 {
			roles[0][trimmed(t, a.Source[0], a.Source[1])+";"] = true
		}
		roles[1][trimmed(t, a.CueSpan[0], a.CueSpan[1])+";"] = true
		var parts []string
		for _, p := range a.Parts {
			span := p.Span(doc)
			parts = append(parts, trimmed(t, span[0], span[1]))
		}
		roles[2][joined(parts, t)] = true
	}
	return roles
}

// A tally counts for one role.
type tally struct{ right, found, gold int }

// f1 is 100 times the harmonic mean of precision and recall.
func (c tally) f1() (p, r, f float64) {
	if c.found > 0 {
		p = 100 * float64(c.right) / float64(c.found)
	}
	if c.gold > 0 {
		r = 100 * float64(c.right) / float64(c.gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// scorePolNeAR is exact-span F1 for source, cue and content.
func scorePolNeAR(tb testing.TB, golds []goldText) (out [3]tally) {
	tb.Helper()
	cache := map[string][3]map[string]bool{}
	for _, g := range golds {
		pred, ok := cache[g.text]
		if !ok {
			pred = found(tb, g.text)
			cache = map[string][3]map[string]bool{g.text: pred}
		}
		for i := range out {
			out[i].found += len(pred[i])
			out[i].gold += len(g.roles[i])
			for s := range pred[i] {
				if g.roles[i][s] {
					out[i].right++
				}
			}
		}
	}
	return out
}
