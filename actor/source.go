package actor

import (
	"fmt"
	"strings"

	"tocsin"
)

// Unsourced stands for a fact for which no list in the project's data speaks.
// Whoever shows the fact shows these words.
const Unsourced = "unsourced, general knowledge"

// Source says where a fact comes from, as the registry writes it: one or more
// references ("reign:cb-432-3 begin, cline:43208182020 end"), or "unsourced".
type Source string

// A Ref is one reference of a Source.
type Ref struct {
	List string // ucdp, ged, reign, cline, colpus, pt or unsourced
	Key  string // the row's own key; "" for unsourced
	End  string // begin or end: it speaks for that end only; "" both
}

// lists names each list as it is shown.
var lists = map[string]string{
	"ucdp":   "UCDP Actor 22.1, actor %s",
	"ged":    "UCDP GED 21.1, side %s",
	"reign":  "REIGN leader list of March 2021, %s",
	"cline":  "Cline Center coup list 2.1.2, %s",
	"colpus": "Colpus 1.1, %s",
	"pt":     "Powell and Thyne coup list of April 2019, %s",
}

// Sourced reports whether lists stand behind the whole fact.
func (s Source) Sourced() bool {
	for _, r := range s.Refs() {
		if r.List == "unsourced" {
			return false
		}
	}
	return s != ""
}

// Refs returns the references of the source.
func (s Source) Refs() []Ref {
	var out []Ref
	for part := range strings.SplitSeq(string(s), ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		var r Ref
		for _, end := range []string{"begin", "end"} {
			if rest, ok := strings.CutSuffix(part, " "+end); ok {
				part, r.End = rest, end
			}
		}
		r.List, r.Key, _ = strings.Cut(part, ":")
		out = append(out, r)
	}
	return out
}

// String writes the source for a reader, with the lists' names.
func (s Source) String() string {
	var out []string
	for _, r := range s.Refs() {
		text := Unsourced
		if form, ok := lists[r.List]; ok {
			text = fmt.Sprintf(form, r.Key)
		}
		if r.End != "" {
			text += " (" + r.End + ")"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// parseSource refuses a source that names no known list.
func parseSource(s string) (Source, error) {
	const hint = "end the line with ; and a list's name and key (ucdp:72), or ; unsourced"
	src := Source(strings.TrimSpace(s))
	refs := src.Refs()
	if len(refs) == 0 {
		return "", tocsin.Errorf(tocsin.Invalid, hint, "no source")
	}
	for _, r := range refs {
		_, known := lists[r.List]
		if known != (r.Key != "") || !known && r.List != "unsourced" {
			return "", tocsin.Errorf(tocsin.Invalid, hint, "not a source: %q", s)
		}
	}
	return src, nil
}
