package score

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/says"
	"tocsin/read/text"
)

// Roles are the spans of an attribution.
var Roles = [3]string{"source", "cue", "content"}

// An Attributed is one text as one annotator saw it: the distinct spans of each
// role. A span of several fragments is "17-30;42-50", in bytes.
type Attributed struct {
	Name, Part string // Part is the folder above: train, dev, ""
	Text       string
	Roles      [3]map[string]bool
}

// ParsePolNeAR pairs the texts (.txt) of an archive or folder with their brat
// standoff (.ann). NAME_ANNOTATOR.ann belongs to NAME.txt, and so does NAME.ann.
// T lines are spans in characters, E lines join them; only the event types
// Attribution and Attribution-no-source count.
func ParsePolNeAR(set string, files []File) ([]Attributed, error) {
	texts := map[string]string{}
	for _, f := range files {
		if stem, ok := strings.CutSuffix(path.Base(f.Name), ".txt"); ok {
			texts[folder(f.Name)+"/"+stem] = string(f.Data)
		}
	}
	var out []Attributed
	for _, f := range files {
		stem, ok := strings.CutSuffix(path.Base(f.Name), ".ann")
		if !ok {
			continue
		}
		p := folder(f.Name)
		t, ok := texts[p+"/"+stem]
		if i := strings.LastIndexByte(stem, '_'); !ok && i > 0 {
			t, ok = texts[p+"/"+stem[:i]]
		}
		if !ok {
			return nil, broken(f.Name, 0, "", "keep each NAME.txt in the same part as its NAME.ann or NAME_ANNOTATOR.ann", "has no text")
		}
		roles, err := parseBrat(f.Name, string(f.Data), t)
		if err != nil {
			return nil, err
		}
		out = append(out, Attributed{stem, strings.TrimPrefix(path.Base(p), "."), t, roles})
	}
	if len(out) == 0 {
		return nil, broken(set, 0, "", "give the directory or archive that holds .txt and .ann files", "holds no annotation")
	}
	return out, nil
}

// folder is what texts and annotations share: "data/dev" of "data/dev/text/a.txt".
func folder(name string) string {
	dir := path.Dir(name)
	if b := path.Base(dir); b == "text" || b == "attributions" {
		dir = path.Dir(dir)
	}
	return dir
}

func parseBrat(name, raw, t string) (roles [3]map[string]bool, err error) {
	at := runes(t)
	spans := map[string]string{}
	for i := range roles {
		roles[i] = map[string]bool{}
	}
	type event struct {
		line int
		text string
	}
	var events []event
	for n, line := range lines([]byte(raw)) {
		f := strings.Split(string(line), "\t")
		if len(f) < 2 || f[0] == "" {
			continue
		}
		switch {
		case f[0][0] == 'T':
			if spans[f[0]], err = bratSpan(name, n+1, f[1], t, at); err != nil {
				return roles, err
			}
		case f[0][0] == 'E' && strings.HasPrefix(f[1], "Attribution"):
			events = append(events, event{n + 1, f[1]})
		}
	}
	for _, e := range events {
		parts := map[int][]string{}
		for _, link := range strings.Fields(e.text)[1:] {
			role, id, _ := strings.Cut(link, ":")
			for i, want := range []string{"Source", "Cue", "Content"} {
				if !strings.HasPrefix(role, want) {
					continue
				}
				if spans[id] == "" {
					return roles, broken(name, e.line, role, "give the span a T line of its own", "%s is no span of this file", id)
				}
				parts[i] = append(parts[i], spans[id])
			}
		}
		for i, p := range parts {
			roles[i][joined(t, p)] = true
		}
	}
	return roles, nil
}

// bratSpan reads "Cue 17 20;25 30".
func bratSpan(name string, line int, s, t string, at []int) (string, error) {
	_, ranges, _ := strings.Cut(s, " ")
	var parts []string
	for _, r := range strings.Split(ranges, ";") {
		from, to, _ := strings.Cut(strings.TrimSpace(r), " ")
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || a < 0 || a > b || b >= len(at) {
			return "", broken(name, line, "span", "give characters within the text, as in \"Cue 17 21\"", "%q is no span of a text of %d characters", r, len(at)-1)
		}
		parts = append(parts, trimmed(t, tocsin.Span{at[a], at[b]}))
	}
	return strings.Join(parts, ";"), nil
}

// trimmed writes a span without the blanks at its ends.
func trimmed(t string, span tocsin.Span) string {
	s := span.In(t)
	a := span[0] + len(s) - len(strings.TrimLeft(s, " \t\r\n"))
	return strconv.Itoa(a) + "-" + strconv.Itoa(max(a, span[0]+len(strings.TrimRight(s, " \t\r\n"))))
}

// joined puts fragments into the order of the text and makes one of those that
// only blanks part: the set cuts a quotation at each end of a sentence, and what
// is compared is the characters of a span without its blanks.
func joined(t string, parts []string) string {
	var spans []tocsin.Span
	for _, s := range strings.Split(strings.Join(parts, ";"), ";") {
		from, to, _ := strings.Cut(s, "-")
		a, _ := strconv.Atoi(from) // written by trimmed, hence numbers
		b, _ := strconv.Atoi(to)
		spans = append(spans, tocsin.Span{a, b})
	}
	slices.SortFunc(spans, func(a, b tocsin.Span) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	out := spans[:1]
	for _, s := range spans[1:] {
		last := &out[len(out)-1]
		if s[0] <= last[1] || strings.TrimSpace(t[last[1]:s[0]]) == "" {
			last[1] = max(last[1], s[1])
		} else {
			out = append(out, s)
		}
	}
	var b strings.Builder
	for i, s := range out {
		if i > 0 {
			b.WriteByte(';')
		}
		fmt.Fprintf(&b, "%d-%d", s[0], s[1])
	}
	return b.String()
}

// attributions reads a text and returns its spans in the same form. The set
// leaves alone what is inside a direct quotation, and so is it left here. A text
// that is refused, as another language say, has none.
func attributions(ctx context.Context, t string) (roles [3]map[string]bool, err error) {
	for i := range roles {
		roles[i] = map[string]bool{}
	}
	doc, err := text.Parse(ctx, t)
	if err != nil {
		return roles, refusal(err)
	}
	for _, a := range says.FindAll(doc) {
		if a.Quoted {
			continue
		}
		if a.SourceHead >= 0 {
			roles[0][trimmed(t, a.Source)] = true
		}
		roles[1][trimmed(t, a.CueSpan)] = true
		var parts []string
		for _, p := range a.Parts {
			parts = append(parts, trimmed(t, p.Span(doc)))
		}
		if len(parts) > 0 {
			roles[2][joined(t, parts)] = true
		}
	}
	return roles, nil
}

// refusal lets a text that the reader refuses count as one in which it found
// nothing; everything else stays an error.
func refusal(err error) error {
	if c := tocsin.CodeOf(err); c == tocsin.Unsupported || c == tocsin.Invalid {
		return nil
	}
	return err
}

// ScorePolNeAR is exact-span F1 by role. A text with two annotators counts once
// for each.
func ScorePolNeAR(ctx context.Context, set string, golds []Attributed) ([]Metric, error) {
	var total [3]Tally
	answers, err := each(ctx, len(golds), func(i int) ([3]map[string]bool, error) { return attributions(ctx, golds[i].Text) })
	if err != nil {
		return nil, err
	}
	for k, g := range golds {
		got := answers[k]
		for i := range total {
			right := 0
			for s := range got[i] {
				if g.Roles[i][s] {
					right++
				}
			}
			total[i].one(right, len(got[i]), len(g.Roles[i]))
		}
	}
	var out []Metric
	for i, role := range Roles {
		out = append(out, total[i].f1("polnear", set, role+"-F1"))
	}
	return out, nil
}
