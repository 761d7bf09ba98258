package score

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"

	"tocsin"
	"tocsin/actor"
	"tocsin/codebook"
	"tocsin/gazetteer"
	"tocsin/read/act"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/who"
)

// A VerbPlace is one sentence with one verb and the places where it happened;
// spans are bytes of the text.
type VerbPlace struct {
	Text   string
	Verb   tocsin.Span
	Places []tocsin.Span
}

// ParseVerbPlace reads JSON lines of text and spans, of which one is labelled
// VERB and any number LOCATION (Halterman 2019). Spans count characters. Rows
// that were rejected or have not one verb are counted and left out.
func ParseVerbPlace(name string, raw []byte) (out []VerbPlace, left int, err error) {
	for n, line := range lines(raw) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var j struct {
			Text  *string `json:"text"`
			Spans []struct {
				Start, End int
				Label      string
			} `json:"spans"`
			Answer string `json:"answer"`
		}
		if err := json.Unmarshal(line, &j); err != nil {
			return nil, 0, notJSON(name, n+1, err)
		}
		if j.Text == nil {
			return nil, 0, broken(name, n+1, "text", "give each line its sentence", "is missing")
		}
		at := runes(*j.Text)
		v := VerbPlace{Text: *j.Text}
		verbs := 0
		for i, s := range j.Spans {
			if s.Start == s.End {
				continue // a slip of the annotator's mouse: it marks nothing
			}
			if s.Start < 0 || s.End < s.Start || s.End >= len(at) {
				return nil, 0, broken(name, n+1, fmt.Sprintf("spans[%d]", i), "give characters [start, end) of the text", "[%d, %d) is no span of %d characters", s.Start, s.End, len(at)-1)
			}
			span := tocsin.Span{at[s.Start], at[s.End]}
			switch s.Label {
			case "VERB":
				v.Verb = span
				verbs++
			case "LOCATION":
				v.Places = append(v.Places, span)
			}
		}
		if verbs != 1 || j.Answer == "reject" || j.Answer == "ignore" {
			left++
			continue
		}
		out = append(out, v)
	}
	if len(out) == 0 {
		return nil, left, broken(name, 0, "spans", "give JSON lines with one span labelled VERB each", "holds no row with one verb")
	}
	return out, left, nil
}

// Knowledge is what the reader's parts need beside a text.
type Knowledge struct {
	Gazetteer *gazetteer.Gazetteer
	Actors    *actor.Registry
	Book      *codebook.Book
}

// Embedded is the knowledge that the program carries.
func Embedded() (k Knowledge, err error) {
	if k.Gazetteer, err = gazetteer.World(); err != nil {
		return k, fmt.Errorf("open the gazetteer: %w", err)
	}
	if k.Actors, err = actor.Default(); err != nil {
		return k, fmt.Errorf("open the registry of actors: %w", err)
	}
	if k.Book, err = codebook.Default(); err != nil {
		return k, fmt.Errorf("open the codebook: %w", err)
	}
	return k, nil
}

// An event is a predicate with the places bound to it.
type event struct {
	sent, pred int
	places     []tocsin.Span
}

// A reading is a text as package read reads it, as far as the binding of places.
type reading struct {
	doc    *text.Doc
	events []event
	places []where.Found // every place found, bound or not
}

// read reads a text. One that is refused has no document and no events.
func (k Knowledge) read(ctx context.Context, t string) (r reading, err error) {
	doc, err := text.Parse(ctx, t)
	if err != nil {
		return r, refusal(err)
	}
	r.doc = doc
	c := act.Context{Doc: doc, Book: k.Book, Who: who.Find(doc, k.Actors, 0), Where: where.Find(doc, k.Gazetteer),
		When: when.Find(doc, 0), Says: says.Find(doc)}
	r.places = c.Where
	var add func(it *act.Item)
	add = func(it *act.Item) {
		e := event{sent: it.Sent, pred: it.Pred}
		for _, p := range it.Places {
			e.places = append(e.places, c.Where[p.Index].Span)
		}
		r.events = append(r.events, e)
		if it.Content != nil {
			add(it.Content)
		}
	}
	for _, it := range act.Find(c) {
		add(&it)
	}
	return r, nil
}

// ScoreVerbPlace asks, for each labelled verb, for the places that the reader
// bound to the statement of that verb, or of the noun that a light verb governs
// ("carried out an attack"), and for the one place that where.Of picks for the
// verb whether or not there is a statement. A row with places is right if a place
// bound is exactly a labelled span; a row without is right if none is bound. The
// halves are by the 32-bit FNV-1a hash of the sentence: the weights of where.Of
// come from the odd one. half is "odd", "even" or "" for both and the whole.
func ScoreVerbPlace(ctx context.Context, set string, rows []VerbPlace, k Knowledge, half string) ([]Metric, error) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(v VerbPlace) bool { return half != "" && v.half() != half })
	answers, err := each(ctx, len(rows), func(i int) (verbAnswer, error) {
		r, err := k.read(ctx, rows[i].Text)
		a := verbAnswer{}
		a.places, a.chosen, a.stated = r.placesOf(rows[i].Verb[0])
		a.lost = r.lost(rows[i].Places, a.stated)
		return a, err
	})
	if err != nil {
		return nil, err
	}
	scores := map[string]*verbScore{"": {}, "odd": {}, "even": {}}
	for i := range rows {
		scores[""].add(&rows[i], &answers[i])
		scores[rows[i].half()].add(&rows[i], &answers[i])
	}
	var out []Metric
	for _, h := range []string{"", "odd", "even"} {
		if s := scores[h]; s.with+s.without > 0 && (h != "" || half == "") {
			out = append(out, s.metrics(join(set, h))...)
		}
	}
	return out, nil
}

// half names the half that a sentence is in.
func (v *VerbPlace) half() string {
	h := fnv.New32a()
	h.Write([]byte(v.Text)) // a hash never fails
	if h.Sum32()%2 == 1 {
		return "odd"
	}
	return "even"
}

// A verbAnswer is what the reader has for one verb.
type verbAnswer struct {
	places []tocsin.Span
	chosen []tocsin.Span // by where.Of: one or none
	stated bool
	lost   int // where the answer is wrong, why: an index of causes
}

// A verbScore counts rows.
type verbScore struct {
	spans                        Tally
	with, without                int
	rightWith, rightNone         int
	near, chosenWith, chosenNone int
	chosenNear                   int
	lost                         [len(causes)]int
}

func (s *verbScore) add(row *VerbPlace, a *verbAnswer) {
	exact, near := compare(a.places, row.Places)
	chosen, chosenNear := compare(a.chosen, row.Places)
	s.spans.one(exact, len(a.places), len(row.Places))
	if len(row.Places) == 0 {
		s.without++
		s.rightNone += truth(len(a.places) == 0)
		s.chosenNone += truth(len(a.chosen) == 0)
		return
	}
	s.with++
	s.rightWith += truth(exact > 0)
	s.near += truth(near)
	s.chosenWith += truth(chosen > 0)
	s.chosenNear += truth(chosenNear)
	if !near {
		s.lost[a.lost]++
	}
}

// compare counts the spans that are exactly gold, and reports whether any shares
// a character with gold.
func compare(got, gold []tocsin.Span) (exact int, near bool) {
	for _, s := range got {
		exact += truth(slices.Contains(gold, s))
		near = near || anyOf(gold, func(g tocsin.Span) bool { return s[0] < g[1] && g[0] < s[1] })
	}
	return exact, near
}

func (s *verbScore) metrics(set string) []Metric {
	line := func(name string, right, of int, note string) Metric {
		return Metric{Kind: "verb-place", Set: set, Name: name, Value: 100 * ratio(right, of), Note: fmt.Sprintf("%d/%d", right, of) + note}
	}
	rows := s.with + s.without
	shared := func(n int) string { return fmt.Sprintf("; any shared character %.2f", 100*ratio(n, s.with)) }
	out := []Metric{
		line("accuracy", s.rightWith+s.rightNone, rows, " rows"),
		line("accuracy-with-place", s.rightWith, s.with, shared(s.near)),
		line("accuracy-without-place", s.rightNone, s.without, ""),
		s.spans.f1("verb-place", set, "span-F1"),
		line("choice-accuracy", s.chosenWith+s.chosenNone, rows, " rows, the place that where.Of picks"),
		line("choice-accuracy-with-place", s.chosenWith, s.with, shared(s.chosenNear)),
	}
	for i, cause := range causes {
		out = append(out, line("lost-as-"+cause, s.lost[i], s.with, " rows with a place"))
	}
	return out
}

// causes are why the place of a verb is missing, the first that applies.
var causes = [3]string{"place-not-seen", "verb-without-statement", "place-not-bound"}

func (r *reading) lost(gold []tocsin.Span, stated bool) int {
	seen := anyOf(r.places, func(f where.Found) bool {
		_, near := compare([]tocsin.Span{f.Span}, gold)
		return near
	})
	switch {
	case !seen:
		return 0
	case !stated:
		return 1
	}
	return 2
}

// placesOf returns the places bound to the predicate at a byte of the text, the
// one chosen for it, and whether there is a statement of it.
func (r *reading) placesOf(at int) (out, chosen []tocsin.Span, stated bool) {
	if r.doc == nil {
		return nil, nil, false
	}
	for s := range r.doc.Sentences {
		tok := r.doc.Sentences[s].At(at)
		if tok < 0 {
			continue
		}
		if i, _ := where.Of(r.doc, r.places, s, tok); i >= 0 {
			chosen = append(chosen, r.places[i].Span)
		}
		tokens := r.doc.Sentences[s].Tokens
		for _, e := range r.events {
			if e.sent != s || e.pred != tok && !(tokens[e.pred].UPOS == "NOUN" && tokens[e.pred].Head == tok) {
				continue
			}
			stated = true
			for _, span := range e.places {
				if !slices.Contains(out, span) {
					out = append(out, span)
				}
			}
		}
	}
	return out, chosen, stated
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
