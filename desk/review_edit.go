package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/codebook"
	"tocsin/gazetteer"
	"tocsin/ledger"
)

// An Edit says which fields of a statement a person corrects, and to what. Empty
// fields stay as they are; the word none empties a list.
type Edit struct {
	Actors, Recipients []string // names
	Places             []string // names or gazetteer ids
	When               string   // 2020-08-18, 2020-08, 2020, 2020-08-18..2020-08-20, or unknown
	Act                string   // of the codebook
	Outcome            string
	Count              string // 24, or 20-24
	Polarity           string // is, is_not, unknown
	Degree             string // certain, probable, possible, unknown
	Speaker            string // who says it; author for the report's own word
}

// none is the word that empties a field.
const none = "none"

// IsZero reports whether nothing is corrected.
func (e *Edit) IsZero() bool {
	return len(e.Actors)+len(e.Recipients)+len(e.Places) == 0 &&
		e.When+e.Act+e.Outcome+e.Count+e.Polarity+e.Degree+e.Speaker == ""
}

// corrected is the statement with the edit over what stands of it.
func (d *Desk) corrected(ctx context.Context, j *Judgements, id string, e *Edit) (*tocsin.Statement, error) {
	if e.IsZero() {
		return nil, tocsin.Errorf(tocsin.Invalid, "name one, such as --actor, --place, --when, --act or --polarity; reject the statement where nothing of it is right", "no field is corrected")
	}
	list, err := collect(d.ledger.View(0).Statements(ctx, ledger.Filter{IDs: []string{id}}))
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, tocsin.Errorf(tocsin.Conflict, "see the statements of the latest reading: tocsin statements", "the latest reading of its report has no statement %s any more", id)
	}
	s := list[0]
	if rv, ok := j.Review(id); ok && rv.Correction != nil {
		s = *rv.Correction
	}
	k, err := d.load(ctx)
	if err != nil {
		return nil, err
	}
	ed := editor{k: k, s: &s}
	if err := ed.edit(e); err != nil {
		return nil, err
	}
	s.Recorded, s.Doubt = nil, nil // a person read it
	s.ID = s.ComputeID()
	if err := s.Validate(); err != nil {
		return nil, fmt.Errorf("the corrected statement: %w", err)
	}
	return &s, nil
}

// editor puts an edit into a statement.
type editor struct {
	k *knowledge
	s *tocsin.Statement
}

func (ed *editor) edit(e *Edit) error {
	s := ed.s
	if len(e.Actors) > 0 {
		s.Actors = ed.mentions(e.Actors)
	}
	if len(e.Recipients) > 0 {
		s.Recipients = ed.mentions(e.Recipients)
	}
	if e.Outcome != "" {
		s.Outcome = e.Outcome
	}
	ed.certainty(e)
	return errors.Join(ed.act(e.Act), ed.places(e.Places), ed.when(e.When), ed.count(e.Count))
}

func (ed *editor) certainty(e *Edit) {
	s := ed.s
	c := s.Certainty
	if e.Polarity != "" {
		c.Polarity = e.Polarity
	}
	if e.Degree != "" {
		c.Degree = e.Degree
	}
	if e.Speaker == "author" {
		s.Says, c.Basis = nil, "asserted"
	} else if e.Speaker != "" {
		s.Says, c.Basis = []tocsin.Speaker{{Text: e.Speaker, Type: "named", Span: ed.span(e.Speaker), Stance: "unknown"}}, "reported"
	}
	s.Certainty = tocsin.NewCertainty(c.Polarity, c.Degree, c.Basis, c.Cues...)
}

// span is where the quote has a text, the zero span where it has not.
func (ed *editor) span(text string) tocsin.Span {
	at := strings.Index(ed.s.Quote, text)
	if at < 0 || text == "" {
		return tocsin.Span{}
	}
	return tocsin.Span{ed.s.Span[0] + at, ed.s.Span[0] + at + len(text)}
}

func (ed *editor) mentions(names []string) []tocsin.Mention {
	var out []tocsin.Mention
	for _, name := range names {
		if name == none {
			continue
		}
		m := tocsin.Mention{Text: name, Span: ed.span(name), How: "named", ID: actorOf(ed.k.actors, name)}
		if strings.ToLower(name) == name {
			m.How = "nominal"
		}
		out = append(out, m)
	}
	return out
}

func (ed *editor) act(act string) error {
	if act == "" {
		return nil
	}
	book, err := codebook.Default()
	if err != nil {
		return fmt.Errorf("open the codebook: %w", err)
	}
	if _, ok := book.Act(act); !ok {
		words, err := Acts()
		if err != nil {
			return err
		}
		return tocsin.Errorf(tocsin.Invalid, "say one of "+strings.Join(words, ", "), "%q is no act of the codebook", act)
	}
	ed.s.Act, ed.s.Mode = act, ""
	return nil
}

func (ed *editor) places(list []string) error {
	if len(list) == 0 {
		return nil
	}
	role := "at"
	if len(ed.s.Places) > 0 {
		role = ed.s.Places[0].Role
	}
	var out []tocsin.Place
	for _, name := range list {
		if name == none {
			continue
		}
		p := tocsin.Place{Role: role, Text: name, Precision: "unknown"}
		var hint gazetteer.Hint
		if _, ok := ed.k.gazetteer.ByID(name); !ok {
			for _, q := range ed.s.Places {
				for _, c := range q.Candidates[:min(len(q.Candidates), 1)] {
					if near, ok := ed.k.gazetteer.ByID(c.ID); ok {
						hint.Countries = append(hint.Countries, near.Country)
					}
				}
			}
		}
		found := ed.k.gazetteer.Lookup(name, hint)
		if q, ok := ed.k.gazetteer.ByID(name); ok {
			found = []gazetteer.Match{{Place: q, Score: 1}}
			p.Text = q.Name
		}
		if len(found) == 0 {
			return &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("place not found: %q", name),
				Hint: "give it by its id (geonames:2450173), or import a dump that has it: tocsin import geonames FILE"}
		}
		p.Precision = precisionOf(&found[0].Place)
		for _, m := range found {
			p.Candidates = append(p.Candidates, m.Candidate())
		}
		out = append(out, p)
	}
	ed.s.Places = out
	return nil
}

// when reads a day, month or year, or a run of days.
func (ed *editor) when(word string) error {
	if word == "" {
		return nil
	}
	if word == "unknown" || word == none {
		ed.s.When = tocsin.UnknownWhen()
		return nil
	}
	w := tocsin.When{Open: "none", Precision: "day"}
	from, to, run := strings.Cut(word, "..")
	var err error
	switch parts := strings.Split(word, "-"); {
	case !run && len(parts) == 1:
		w.Precision = "year"
		from, to = word+"-01-01", word+"-12-31"
	case !run && len(parts) == 2:
		w.Precision = "month"
		from = word + "-01"
		if w.From, err = tocsin.ParseDate(from); err == nil {
			to = w.From.AddDays(31 - w.From.AddDays(31).Day()).String()
		}
	case !run:
		to = from
	}
	var err2 error
	w.From, err = tocsin.ParseDate(from)
	w.To, err2 = tocsin.ParseDate(to)
	if err := errors.Join(err, err2); err != nil || w.From > w.To {
		return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "when"}, Err: fmt.Errorf("%q is no time", word),
			Hint: "write 2020-08-18, 2020-08, 2020, 2020-08-18..2020-08-20, or unknown"}
	}
	ed.s.When = w
	return nil
}

func (ed *editor) count(word string) error {
	if word == "" {
		return nil
	}
	if word == none {
		ed.s.Count = nil
		return nil
	}
	low, high, run := strings.Cut(word, "-")
	if !run {
		high = low
	}
	a, err := strconv.ParseFloat(low, 64)
	b, err2 := strconv.ParseFloat(high, 64)
	if errors.Join(err, err2) != nil || !tocsin.Finite(a) || !tocsin.Finite(b) || a > b || a < 0 {
		return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "count"}, Err: fmt.Errorf("%q is no count", word), Hint: "write 24, or 20-24"}
	}
	c := tocsin.Count{What: "killed"}
	if ed.s.Count != nil {
		c = *ed.s.Count
	}
	c.Low, c.High, c.Text = &a, &b, word
	ed.s.Count = &c
	return nil
}

// Differences names the fields in which a correction differs from what was read,
// as they are and as they were.
func Differences(read, fixed *tocsin.Statement) []string {
	var out []string
	add := func(field, was, is string) {
		if was != is {
			out = append(out, fmt.Sprintf("%s: %s, was %s", field, orNone(is), orNone(was)))
		}
	}
	mentions := func(list []tocsin.Mention) string {
		var words []string
		for _, m := range list {
			words = append(words, m.Text)
		}
		return strings.Join(words, "; ")
	}
	places := func(list []tocsin.Place) string {
		var words []string
		for _, p := range list {
			words = append(words, p.Text)
		}
		return strings.Join(words, "; ")
	}
	speakers := func(list []tocsin.Speaker) string {
		var words []string
		for _, p := range slices.All(list) {
			words = append(words, p.Text)
		}
		return strings.Join(words, " < ")
	}
	when := func(w tocsin.When) string {
		if w.From.IsZero() && w.To.IsZero() {
			return w.Text
		}
		if w.From == w.To {
			return w.From.String()
		}
		return w.From.String() + ".." + w.To.String()
	}
	count := func(c *tocsin.Count) string {
		if c == nil {
			return ""
		}
		return c.Text
	}
	add("actor", mentions(read.Actors), mentions(fixed.Actors))
	add("recipient", mentions(read.Recipients), mentions(fixed.Recipients))
	add("place", places(read.Places), places(fixed.Places))
	add("when", when(read.When), when(fixed.When))
	add("act", read.Act, fixed.Act)
	add("outcome", read.Outcome, fixed.Outcome)
	add("count", count(read.Count), count(fixed.Count))
	add("polarity", read.Certainty.Polarity, fixed.Certainty.Polarity)
	add("degree", read.Certainty.Degree, fixed.Certainty.Degree)
	add("speaker", speakers(read.Says), speakers(fixed.Says))
	return out
}

func orNone(s string) string {
	if s == "" {
		return none
	}
	return s
}

// Acts are the words of the codebook, for whoever corrects an act.
func Acts() ([]string, error) {
	book, err := codebook.Default()
	if err != nil {
		return nil, fmt.Errorf("open the codebook: %w", err)
	}
	var words []string
	for _, a := range book.Acts() {
		words = append(words, a.Name)
	}
	return words, nil
}
