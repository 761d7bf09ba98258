package score

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

//go:embed anchors.txt
var anchorsText string

// An Anchor is a figure that stands beside a metric: published, recomputed from
// a system's output, or asked for.
type Anchor struct {
	What  string // "anchor", "target", "floor", "held"
	Key   string // Metric.Key, or its kind and set for "held"
	Value float64
	Shown string // the value as published
	From  string
}

// Anchors are the embedded figures (anchors.txt).
func Anchors() ([]Anchor, error) { return ParseAnchors("anchors.txt", anchorsText) }

// ParseAnchors reads a list of anchors.
func ParseAnchors(name, raw string) ([]Anchor, error) {
	var out []Anchor
	for n, line := range strings.Split(raw, "\n") {
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		switch {
		case f[0] == "held" && len(f) == 2:
			out = append(out, Anchor{What: f[0], Key: f[1]})
			continue
		case len(f) != 4 || f[0] != "anchor" && f[0] != "target" && f[0] != "floor":
			return nil, broken(name, n+1, "", "write what, metric, value and source, parted by tabs", "is no anchor")
		}
		v, err := strconv.ParseFloat(f[2], 64)
		if err != nil {
			return nil, broken(name, n+1, "value", "write a number", "%q is none", f[2])
		}
		out = append(out, Anchor{f[0], f[1], v, f[2], f[3]})
	}
	return out, nil
}

// MarkHeld sets Held of the metrics of held sets.
func MarkHeld(list []Metric, anchors []Anchor) {
	for i, m := range list {
		list[i].Held = anyOf(anchors, func(a Anchor) bool { return a.What == "held" && a.Key == m.Kind+" "+m.Set })
	}
}

// A Board is everything that a score file says.
type Board struct {
	Command string // the command line, files by their names
	Metrics []Metric
	Anchors []Anchor
	Looks   string // the log of looks, as kept
}

// head explains the file to whoever opens it.
const head = `# What the reader scores on sets with known answers. It is written by
#
#   %s
#
# ("make score" runs it) and compared with the program by the tests: who changes
# the reader writes it anew. The same program on the same files gives the same
# bytes. A line is a kind of set, the file, the metric and its value; P and R are
# precision and recall; (a/b, c/d) are their numerators and denominators. Indented
# below a metric: what was asked for, and what others have, with where that is
# from. "held" sets are those on which nothing was chosen; each time somebody
# looked at them is logged at the end.
#
# odd and even: the two halves of a geoparsing set by the 32-bit FNV-1a hash of
# the article's id (Article.Odd in read/score); rules were chosen on odd halves.
`

// String writes the score file.
func (b *Board) String() string {
	var s strings.Builder
	MarkHeld(b.Metrics, b.Anchors)
	fmt.Fprintf(&s, head, strings.ReplaceAll(b.Command, " --", " \\\n#     --"))
	kind := ""
	for _, m := range b.Metrics {
		if m.Kind != kind {
			fmt.Fprintf(&s, "\n")
			kind = m.Kind
		}
		held := ""
		if m.Held {
			held = "  [held]"
		}
		fmt.Fprintf(&s, "%s%s\n", m, held)
		for _, a := range b.Anchors {
			if a.Key == m.Key() && a.What != "held" {
				fmt.Fprintf(&s, "    %s %s: %s\n", a.What, a.Shown, a.From)
			}
		}
	}
	fmt.Fprintf(&s, "\n# What falls short\n\n%s", b.short())
	if b.Looks != "" {
		fmt.Fprintf(&s, "\n# Looks at held sets\n\n%s\n", strings.TrimSpace(b.Looks))
	}
	return s.String()
}

// short lists the metrics below what was asked for.
func (b *Board) short() string {
	var s strings.Builder
	asked := 0
	for _, m := range b.Metrics {
		for _, a := range b.Anchors {
			if a.Key != m.Key() || a.What != "target" && a.What != "floor" {
				continue
			}
			asked++
			if m.Value < a.Value {
				fmt.Fprintf(&s, "%s is %s, below the %s of %s\n", m.Key(), m.Number(), a.What, a.Shown)
			}
		}
	}
	if s.Len() == 0 {
		return fmt.Sprintf("nothing, of %d targets and floors\n", asked)
	}
	return s.String()
}

// Command is the command line that scores the request, with files by their
// names, so that it is the same on every machine.
func (r *Request) Command() string {
	names := shortNames(slices.Concat(r.MUC4, r.System, r.PolNeAR, r.Factuality, r.Geo, r.GeoSystem, r.VerbPlace, r.Trees, r.Times, r.Names, r.Cases))
	out := "tocsin bench read"
	for _, g := range []struct {
		flag  string
		files []string
	}{
		{"--muc4", r.MUC4}, {"--system", r.System}, {"--polnear", r.PolNeAR}, {"--factuality", r.Factuality}, {"--geo", r.Geo},
		{"--geo-system", r.GeoSystem}, {"--verb-place", r.VerbPlace}, {"--parse", r.Trees}, {"--times", r.Times}, {"--names", r.Names}, {"--cases", r.Cases},
	} {
		for _, f := range g.files {
			out += " " + g.flag + " " + names[f]
		}
	}
	if r.Part != "" {
		out += " --part " + r.Part
	}
	if r.Half != "" {
		out += " --half " + r.Half
	}
	if r.Every > 1 {
		out += fmt.Sprintf(" --every %d", r.Every)
	}
	if r.Careful {
		out += " --careful"
	}
	return out
}
