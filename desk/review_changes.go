package desk

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tocsin"
	"tocsin/actor"
	"tocsin/ledger"
)

// A Change is one entry of the record, in words.
type Change struct {
	Recorded time.Time `json:"recorded"`
	Kind     string    `json:"kind"` // report, revision, reading, dataset, places, review, match, grade, mark, undo, brief, redaction
	ID       string    `json:"id"`
	About    string    `json:"about"` // the id or name that it is about
	Says     string    `json:"says"`
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Undone   string    `json:"undone"` // the id of the undo that took it back, "" while it stands
}

// Changes are what came in, was read, judged, revised or redacted since a day,
// oldest first; the zero day takes all.
func (d *Desk) Changes(ctx context.Context, since tocsin.Date) ([]Change, error) {
	t := time.Unix(0, 0)
	if !since.IsZero() {
		t = since.Time()
	}
	// Nothing is recorded outside these years, and nanoseconds do not count there.
	if first, last := time.Unix(0, 0), time.Date(2201, 1, 1, 0, 0, 0, 0, time.UTC); t.Before(first) {
		t = first
	} else if t.After(last) {
		t = last
	}
	return d.changes(ctx, t, func(ledger.Change) bool { return true })
}

func (d *Desk) changes(ctx context.Context, since time.Time, want func(ledger.Change) bool) ([]Change, error) {
	j, err := d.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	t := teller{ctx: ctx, view: d.View(0), j: j, said: j.byID()}
	if err := t.others(); err != nil {
		return nil, err
	}
	var out []Change
	for c, err := range t.view.Changes(ctx, since) {
		if err != nil {
			return nil, fmt.Errorf("list the changes: %w", err)
		}
		if !want(c) {
			continue
		}
		told, err := t.tell(c)
		if err != nil {
			return nil, err
		}
		out = append(out, told)
	}
	return out, nil
}

// teller puts entries of the record into words.
type teller struct {
	ctx     context.Context
	view    ledger.View
	j       *Judgements
	said    map[string]Change // judgements, by id
	sets    map[string]ledger.Vintage
	briefs  map[string]tocsin.KeptBrief
	removed map[string]tocsin.Redaction
	titles  map[string]string // of reports that were looked up
}

// others looks up what is told of datasets, kept briefs and redactions.
func (t *teller) others() error {
	t.sets, t.briefs = make(map[string]ledger.Vintage), make(map[string]tocsin.KeptBrief)
	t.removed, t.titles = make(map[string]tocsin.Redaction), make(map[string]string)
	sets, err := t.view.AllVintages(t.ctx)
	if err != nil {
		return fmt.Errorf("list the datasets: %w", err)
	}
	for _, v := range sets {
		t.sets[v.SHA256] = v
	}
	for k, err := range t.view.Briefs(t.ctx) {
		if err != nil {
			return fmt.Errorf("list the kept briefs: %w", err)
		}
		t.briefs[k.ComputeID()] = k
	}
	for r, err := range t.view.Redactions(t.ctx) {
		if err != nil {
			return fmt.Errorf("list the redactions: %w", err)
		}
		t.removed[r.Hash] = r
	}
	return nil
}

// byID words every judgement.
func (j *Judgements) byID() map[string]Change {
	out := make(map[string]Change)
	add := func(id, about, says, by, why string) {
		out[id] = Change{About: about, Says: says, By: by, Why: why, Undone: j.undoOf(id)}
	}
	for i := range j.all.reviews {
		r := &j.all.reviews[i]
		says := map[string]string{"accept": "accepted", "reject": "rejected", "correct": "corrected"}[r.Verdict]
		add(r.ComputeID(), r.Statement, says, r.By, r.Why)
	}
	for i := range j.all.matches {
		m := &j.all.matches[i]
		says := "one " + matchKind(*m) + " with “" + m.Right + "”"
		if m.Verdict == "negative" {
			says = "not the same " + matchKind(*m) + " as “" + m.Right + "”"
		}
		add(m.ComputeID(), m.Left, says, m.By, m.Why)
	}
	for i := range j.all.grades {
		g := &j.all.grades[i]
		says := "graded " + g.Grade
		if !g.From.IsZero() {
			says += " from " + g.From.String() + " on"
		}
		add(g.ComputeID(), g.Of, says, g.By, g.Why)
	}
	for i := range j.all.marks {
		m := &j.all.marks[i]
		add(m.ComputeID(), m.Report, "marked TLP:"+m.TLP, m.By, m.Why)
	}
	for i := range j.all.undos {
		u := &j.all.undos[i]
		add(u.ComputeID(), u.Record, "taken back", u.By, u.Why)
	}
	return out
}

func (j *Judgements) undoOf(id string) string {
	u, gone := j.undone[id]
	if !gone {
		return ""
	}
	return u.ComputeID()
}

func (t *teller) tell(c ledger.Change) (Change, error) {
	out := Change{Recorded: c.Recorded.UTC(), Kind: c.Kind, ID: c.Key, About: c.Subject}
	if c.Destroyed {
		out.Says = "destroyed by a redaction"
		return out, nil
	}
	switch c.Kind {
	case "report":
		title, err := t.title(c.Key)
		out.Says = "came in: " + title
		if c.Subject != "" {
			out.Kind, out.Says = "revision", "came in: "+title+", which revises "+shortID(c.Subject)
		}
		return out, err
	case "reading":
		title, err := t.title(c.Subject)
		out.Says = fmt.Sprintf("read: %d statements new, %d gone, in %s", len(c.Added), len(c.Gone), title)
		return out, err
	case "dataset":
		if v, ok := t.sets[c.Key]; ok {
			out.Says = fmt.Sprintf("came in: %s %s, %d rows kept of %d", v.Dataset.Dataset, shortID(v.Vintage), v.Kept, v.Rows)
		}
	case "places":
		out.Says = "places came in"
	case "brief":
		if k, ok := t.briefs[c.Key]; ok {
			out.Says, out.By = fmt.Sprintf("a brief on %s of %s was given out, resting on %d reports", k.Country, k.At, len(k.Reports)), k.By
		}
	case "redaction":
		r := t.removed[c.Key]
		out.Says, out.By, out.Why = "redacted", r.By, r.Why
	default:
		if said, ok := t.said[c.Key]; ok {
			said.Recorded, said.Kind, said.ID = out.Recorded, out.Kind, out.ID
			return said, nil
		}
		out.Says = "judged"
	}
	return out, nil
}

// title names a report by its title or publisher, and its day.
func (t *teller) title(id string) (string, error) {
	if name, ok := t.titles[id]; ok {
		return name, nil
	}
	rep, err := t.view.Report(t.ctx, id)
	if tocsin.CodeOf(err) == tocsin.NotFound {
		return "a report that is gone", nil
	}
	if err != nil {
		return "", err
	}
	name := "“" + strings.Join(strings.Fields(rep.Title), " ") + "”"
	if rep.Title == "" {
		name = "a report without a title"
	}
	if rep.Publisher != "" {
		name += ", " + rep.Publisher
	}
	if !rep.Published.IsZero() {
		name += ", " + rep.Published.String()
	}
	t.titles[id] = name
	return name, nil
}

// shortID is enough of an id to tell it by.
func shortID(id string) string {
	if n := len("sha256:") + 12; strings.HasPrefix(id, "sha256:") && len(id) > n {
		return id[:n]
	}
	return id
}

// History is everything that was recorded of one statement, report, judgement or
// name, oldest first.
func (d *Desk) History(ctx context.Context, of string) ([]Change, error) {
	ref, err := d.Find(ctx, of)
	name := ""
	switch {
	case err == nil:
		of = ref.ID
	case tocsin.CodeOf(err) == tocsin.NotFound:
		name = actor.Fold(of)
	default:
		return nil, err
	}
	j, err := d.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	about := map[string]bool{of: true}
	for i := range j.all.matches {
		m := &j.all.matches[i]
		if name != "" && (actor.Fold(m.Left) == name || actor.Fold(m.Right) == name) {
			about[m.ComputeID()] = true
		}
	}
	for i := range j.all.grades {
		if g := &j.all.grades[i]; name != "" && actor.Fold(g.Of) == name {
			about[g.ComputeID()] = true
		}
	}
	list, err := d.changes(ctx, time.Unix(0, 0), func(c ledger.Change) bool {
		hit := about[c.Key] || about[c.Subject] && c.Subject != ""
		for _, ids := range [][]string{c.Added, c.Gone} {
			for _, id := range ids {
				hit = hit || id == of
			}
		}
		if hit && c.Kind != "report" && c.Kind != "reading" {
			about[c.Key] = true // what takes it back belongs to it
		}
		return hit
	})
	if err == nil && len(list) == 0 {
		err = &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("nothing is recorded of %q", of), Hint: "give the id of a statement, report or judgement, or a name that was matched or graded"}
	}
	return list, err
}
