package score

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
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
	seen   []tocsin.Span // every place found, bound or not
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
	for _, f := range c.Where {
		r.seen = append(r.seen, f.Span)
	}
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
// ("carried out an attack"). A row with places is right if a place bound is
// exactly a labelled span; a row without is right if none is bound.
func ScoreVerbPlace(ctx context.Context, set string, rows []VerbPlace, k Knowledge) ([]Metric, error) {
	type answer struct {
		places []tocsin.Span
		lost   int // where the answer is wrong, why: an index of causes
	}
	answers, err := each(ctx, len(rows), func(i int) (answer, error) {
		r, err := k.read(ctx, rows[i].Text)
		places, stated := r.placesOf(rows[i].Verb[0])
		return answer{places, r.lost(rows[i].Places, stated)}, err
	})
	if err != nil {
		return nil, err
	}
	var spans Tally
	var with, without, rightWith, rightWithout, overlap int
	var lost [len(causes)]int
	for i, row := range rows {
		got := answers[i].places
		exact, near := 0, false
		for _, s := range got {
			if slices.Contains(row.Places, s) {
				exact++
			}
			near = near || anyOf(row.Places, func(g tocsin.Span) bool { return s[0] < g[1] && g[0] < s[1] })
		}
		spans.one(exact, len(got), len(row.Places))
		if len(row.Places) == 0 {
			without++
			rightWithout += truth(len(got) == 0)
			continue
		}
		with++
		rightWith += truth(exact > 0)
		if !near {
			lost[answers[i].lost]++
		}
		overlap += truth(near)
	}
	right := rightWith + rightWithout
	out := []Metric{
		{Kind: "verb-place", Set: set, Name: "accuracy", Value: 100 * ratio(right, len(rows)), Note: fmt.Sprintf("%d/%d rows", right, len(rows))},
		{Kind: "verb-place", Set: set, Name: "accuracy-with-place", Value: 100 * ratio(rightWith, with), Note: fmt.Sprintf("%d/%d; any shared character %.2f", rightWith, with, 100*ratio(overlap, with))},
		{Kind: "verb-place", Set: set, Name: "accuracy-without-place", Value: 100 * ratio(rightWithout, without), Note: fmt.Sprintf("%d/%d", rightWithout, without)},
		spans.f1("verb-place", set, "span-F1"),
	}
	for i, cause := range causes {
		out = append(out, Metric{Kind: "verb-place", Set: set, Name: "lost-as-" + cause, Value: 100 * ratio(lost[i], with), Note: fmt.Sprintf("%d/%d rows with a place", lost[i], with)})
	}
	return out, nil
}

// causes are why the place of a verb is missing, the first that applies.
var causes = [3]string{"place-not-seen", "verb-without-statement", "place-not-bound"}

func (r *reading) lost(gold []tocsin.Span, stated bool) int {
	seen := anyOf(r.seen, func(s tocsin.Span) bool {
		return anyOf(gold, func(g tocsin.Span) bool { return s[0] < g[1] && g[0] < s[1] })
	})
	switch {
	case !seen:
		return 0
	case !stated:
		return 1
	}
	return 2
}

// placesOf returns the places of the predicate at a byte of the text, and whether
// there is a statement of it.
func (r *reading) placesOf(at int) (out []tocsin.Span, stated bool) {
	if r.doc == nil {
		return nil, false
	}
	for s := range r.doc.Sentences {
		tok := r.doc.Sentences[s].At(at)
		if tok < 0 {
			continue
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
	return out, stated
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}
