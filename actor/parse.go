package actor

import (
	"bufio"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"tocsin"
)

// Parse reads a file in the form that data/FORMAT.md describes. The first
// mistake ends it, with file, line and field; a registry half read would give
// answers that look whole.
func Parse(name string, r io.Reader) ([]Actor, error) {
	p := &parser{}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	line := 0
	for sc.Scan() {
		line++
		field, err := p.line(sc.Text(), tocsin.Pos{File: name, Line: line})
		if err != nil {
			return nil, located(err, tocsin.Pos{File: name, Line: line, Field: field})
		}
	}
	if err := sc.Err(); err != nil {
		return nil, located(err, tocsin.Pos{File: name, Line: line + 1})
	}
	return p.actors, nil
}

func located(err error, pos tocsin.Pos) error {
	return &tocsin.Error{Code: tocsin.Invalid, Op: "read actors", Pos: pos, Err: err}
}

type parser struct{ actors []Actor }

// line reads one line and returns the field it is about.
func (p *parser) line(s string, pos tocsin.Pos) (field string, err error) {
	if !utf8.ValidString(s) {
		return "", tocsin.Errorf(tocsin.Invalid, "save the file as UTF-8", "not UTF-8")
	}
	s = strings.TrimSpace(s)
	if s == "" || strings.HasPrefix(s, "#") {
		return "", nil
	}
	key, rest, _ := strings.Cut(s, " ")
	rest = strings.TrimSpace(rest)
	if key == "actor" {
		return key, p.begin(rest, pos)
	}
	if len(p.actors) == 0 {
		return key, tocsin.Errorf(tocsin.Invalid, "start with a line: actor ID KIND NAME ; SOURCE", "%q stands before the first actor", key)
	}
	return key, p.actors[len(p.actors)-1].fact(key, rest)
}

func (p *parser) begin(rest string, pos tocsin.Pos) error {
	text, src, err := cutSource(rest)
	if err != nil {
		return err
	}
	f := strings.Fields(text)
	if len(f) < 3 || !slug(f[0]) || !slices.Contains(Kinds, Kind(f[1])) {
		return tocsin.Errorf(tocsin.Invalid, "write: actor ID KIND NAME ; SOURCE, the ID in small letters, digits and hyphens", "not an entry: %q", rest)
	}
	name := strings.Join(f[2:], " ")
	p.actors = append(p.actors, Actor{ID: f[0], Kind: Kind(f[1]), Name: name, Names: []Name{{Text: name, Source: src}}, Pos: pos})
	return nil
}

// fact adds one line to the actor.
func (a *Actor) fact(key, rest string) error {
	switch key {
	case "in":
		for _, c := range strings.Fields(rest) {
			if !iso2(c) {
				return tocsin.Errorf(tocsin.Invalid, "write two capital letters, as ML", "not an ISO2 code: %q", c)
			}
			a.Countries = append(a.Countries, c)
		}
		return nil
	case "pronoun":
		if a.Kind != Person || rest != "he" && rest != "she" {
			return tocsin.Errorf(tocsin.Invalid, "write he or she, of a person", "not a pronoun: %q", rest)
		}
		a.Pronoun = rest
		return nil
	case "note":
		return a.note(rest)
	}
	text, src, err := cutSource(rest)
	if err != nil {
		return err
	}
	switch {
	case text == "":
		return tocsin.Errorf(tocsin.Invalid, "write something before the ;", "nothing is said")
	case key == "alias" || key == "local" || key == "spelling":
		a.Names = append(a.Names, Name{Text: text, Source: src, Local: key == "local", Spelling: key == "spelling"})
		return nil
	case key == "sides":
		return a.sides(text, src)
	case slices.Contains(Rels, key):
		return a.tie(key, text, src)
	}
	return tocsin.Errorf(tocsin.Invalid, "see FORMAT.md for the keys", "unknown key %q", key)
}

func (a *Actor) note(text string) error {
	if text == "" {
		return tocsin.Errorf(tocsin.Invalid, "write the note or leave the line out", "empty note")
	}
	if len(a.Selectors) == 0 {
		a.Note = text
		return nil
	}
	a.Selectors[len(a.Selectors)-1].Note = text
	return nil
}

func (a *Actor) sides(text string, src Source) error {
	names, countries, _ := strings.Cut(text, " in ")
	s := Selector{Sides: splitBar(names), Countries: splitBar(countries), Source: src}
	if len(s.Sides) == 0 {
		return tocsin.Errorf(tocsin.Invalid, "write: sides NAME | NAME in COUNTRY ; SOURCE", "no side is named")
	}
	a.Selectors = append(a.Selectors, s)
	return nil
}

// tie reads "TITLE of OTHER WHEN" for a role, "OTHER WHEN" for the others.
func (a *Actor) tie(rel, text string, src Source) error {
	f := strings.Fields(text)
	if len(f) < 2 {
		return tocsin.Errorf(tocsin.Invalid, "write the other's ID and the dates; there are no undated facts", "%q is too short", text)
	}
	when, err := ParseInterval(f[len(f)-1])
	if err != nil {
		return err
	}
	t := Tie{Rel: rel, Other: f[len(f)-2], When: when, Source: src}
	head := f[:len(f)-2]
	if rel == "role" {
		if len(head) < 2 || head[len(head)-1] != "of" {
			return tocsin.Errorf(tocsin.Invalid, "write: role TITLE of OTHER WHEN ; SOURCE", "not a role: %q", text)
		}
		t.Title = strings.Join(head[:len(head)-1], " ")
	} else if len(head) > 0 {
		return tocsin.Errorf(tocsin.Invalid, "write one ID before the dates", "more than one word before the dates: %q", text)
	}
	if !slug(t.Other) && !iso2(t.Other) {
		return tocsin.Errorf(tocsin.Invalid, "write another entry's ID or an ISO2 code", "not an ID: %q", t.Other)
	}
	a.Ties = append(a.Ties, t)
	return nil
}

func cutSource(s string) (text string, src Source, err error) {
	i := strings.LastIndex(s, ";")
	if i < 0 {
		return "", "", tocsin.Errorf(tocsin.Invalid, "end the line with ; and a list's name and key (ucdp:72), or ; unsourced", "no source")
	}
	src, err = parseSource(s[i+1:])
	return strings.Join(strings.Fields(s[:i]), " "), src, err
}

func splitBar(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

func slug(s string) bool {
	for _, r := range s {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' {
			return false
		}
	}
	return s != "" && s[0] != '-'
}

func iso2(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}
