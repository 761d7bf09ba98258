package desk

import (
	"context"
	"fmt"
	"time"

	"tocsin"
	"tocsin/actor"
	"tocsin/ledger"
)

// Judgements is what persons decided about a desk's reports, as it stands after
// everything that was taken back. Its methods answer for what nobody judged, too.
type Judgements struct {
	all     records
	undone  map[string]tocsin.Undo    // by the id of what was taken back: the undo in force
	reviews map[string]tocsin.Review  // the latest in force, by statement
	marks   map[string]tocsin.Mark    // the latest in force, by report
	sources map[string][]tocsin.Grade // those in force of sources, by their folded names
	said    map[string]tocsin.Grade   // the latest in force, by statement
	last    time.Time                 // when the latest of all was recorded
}

// records are the judgements of a ledger, each list oldest first.
type records struct {
	reviews []tocsin.Review
	matches []tocsin.Match
	grades  []tocsin.Grade
	marks   []tocsin.Mark
	undos   []tocsin.Undo
}

// Judgements are those of the whole desk. They count at every knowledge date: a
// review judges what a text says, and a marking binds whoever holds the report,
// whenever it came out. Grades of sources carry a day of their own.
func (d *Desk) Judgements(ctx context.Context) (*Judgements, error) {
	return judgementsOf(ctx, d.ledger.View(0))
}

func judgementsOf(ctx context.Context, v ledger.View) (*Judgements, error) {
	var r records
	var err error
	if r.reviews, err = collect(v.Reviews(ctx)); err != nil {
		return nil, fmt.Errorf("list the reviews: %w", err)
	}
	if r.matches, err = collect(v.Matches(ctx)); err != nil {
		return nil, fmt.Errorf("list the matches: %w", err)
	}
	if r.grades, err = collect(v.Grades(ctx)); err != nil {
		return nil, fmt.Errorf("list the grades: %w", err)
	}
	if r.marks, err = collect(v.Marks(ctx)); err != nil {
		return nil, fmt.Errorf("list the marks: %w", err)
	}
	if r.undos, err = collect(v.Undos(ctx)); err != nil {
		return nil, fmt.Errorf("list the undos: %w", err)
	}
	return fold(r), nil
}

// fold works out what stands. An undo may be undone, and can name only what was
// there before it, so the latest is settled first.
func fold(r records) *Judgements {
	j := &Judgements{all: r, undone: make(map[string]tocsin.Undo), reviews: make(map[string]tocsin.Review), marks: make(map[string]tocsin.Mark),
		sources: make(map[string][]tocsin.Grade), said: make(map[string]tocsin.Grade)}
	for i := len(r.undos) - 1; i >= 0; i-- {
		u := r.undos[i]
		j.seen(u.Recorded)
		if _, gone := j.undone[u.ComputeID()]; gone {
			continue
		}
		if _, already := j.undone[u.Record]; !already {
			j.undone[u.Record] = u
		}
	}
	for _, rv := range r.reviews {
		j.seen(rv.Recorded)
		if j.stands(rv.ComputeID()) {
			j.reviews[rv.Statement] = rv
		}
	}
	for _, m := range r.marks {
		j.seen(m.Recorded)
		if j.stands(m.ComputeID()) {
			j.marks[m.Report] = m
		}
	}
	for _, m := range r.matches {
		j.seen(m.Recorded)
	}
	for _, g := range r.grades {
		j.seen(g.Recorded)
		switch {
		case !j.stands(g.ComputeID()):
		case isStatement(g.Of):
			j.said[g.Of] = g
		default:
			j.sources[actor.Fold(g.Of)] = append(j.sources[actor.Fold(g.Of)], g)
		}
	}
	return j
}

func (j *Judgements) seen(t time.Time) {
	if t.After(j.last) {
		j.last = t
	}
}

// stands reports whether a record was not taken back.
func (j *Judgements) stands(id string) bool { _, gone := j.undone[id]; return !gone }

// Review is what a person last said of a statement; ok is false where nobody has
// looked.
func (j *Judgements) Review(statement string) (r tocsin.Review, ok bool) {
	r, ok = j.reviews[statement]
	return r, ok
}

// Marking is the TLP marking of a report: a person's, or the one it came with.
func (j *Judgements) Marking(r *tocsin.Report) string {
	if m, ok := j.marks[r.ID]; ok {
		return m.TLP
	}
	if word, err := tocsin.ParseTLP(r.Marking); err == nil {
		return word
	}
	if r.Marking != "" {
		return tocsin.TLPs[len(tocsin.TLPs)-1] // a marking nobody can read binds most
	}
	return ""
}

// Reliability is the grade of a source, a publisher or speaker by name, on a day;
// the zero day takes the latest. ok is false where nobody graded it.
func (j *Judgements) Reliability(name string, on tocsin.Date) (g tocsin.Grade, ok bool) {
	for _, k := range j.sources[actor.Fold(name)] {
		if ledger.KnownAt(k.From, on) && (!ok || k.From >= g.From) {
			g, ok = k, true
		}
	}
	return g, ok
}

// Credibility is the grade of a statement; ok is false where nobody graded it.
func (j *Judgements) Credibility(statement string) (g tocsin.Grade, ok bool) {
	g, ok = j.said[statement]
	return g, ok
}

// Code is the Admiralty code of a statement, such as B2, and whether anything of
// it was graded: the reliability of the first of its speakers who has a grade,
// else of the publisher, and the credibility of the statement.
func (j *Judgements) Code(s *tocsin.Statement, publisher string) (code string, graded bool) {
	r, known := j.Reliability(publisher, s.Published)
	for _, sp := range s.Says {
		if g, ok := j.Reliability(sp.Text, s.Published); ok {
			r, known = g, true
			break
		}
	}
	k, told := j.Credibility(s.ID)
	if !known {
		r.Grade = tocsin.ReliabilityUnknown
	}
	if !told {
		k.Grade = tocsin.CredibilityUnknown
	}
	return r.Grade + k.Grade, known || told
}

// matches are those that stand, oldest first, of two names the latest alone.
func (j *Judgements) matches() []tocsin.Match {
	var out []tocsin.Match
	at := make(map[[3]string]int)
	for _, m := range j.all.matches {
		if !j.stands(m.ComputeID()) {
			continue
		}
		key := pairOf(m)
		if i, ok := at[key]; ok {
			out[i] = m
			continue
		}
		at[key] = len(out)
		out = append(out, m)
	}
	return out
}
