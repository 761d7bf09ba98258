package desk

import (
	"context"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/actor"
	"tocsin/brief"
	"tocsin/ledger"
)

// Rests is what of a brief rests on one source, report or statement.
type Rests struct {
	Of         string       `json:"of"`    // in words
	Title      string       `json:"title"` // of the brief
	Sentences  []RestingOn  `json:"sentences"`
	Statements int          `json:"statements"` // of the source or report, on the desk
	Given      []GivenBrief `json:"given"`      // briefs given out that cite it
	Brief      *brief.Brief `json:"-"`
}

// RestingOn is one sentence that rests on it, and by which endnotes.
type RestingOn struct {
	Section string `json:"section"`
	Text    string `json:"text"`
	Cites   []int  `json:"cites"`
}

// GivenBrief is a brief that was given out and cites it.
type GivenBrief struct {
	ID string `json:"id"`
	tocsin.KeptBrief
}

// RestsOn tells which sentences of a brief rest on a statement or report, by its
// id, or on a publisher or speaker, by name, and which briefs that were given out
// cite it.
func (d *Desk) RestsOn(ctx context.Context, of string, o BriefOptions) (Rests, error) {
	var r Rests
	ground, err := d.ground(ctx, of)
	if err != nil {
		return r, err
	}
	r.Of, r.Statements = ground.name, len(ground.statements)
	for k, err := range d.View(0).Briefs(ctx) {
		if err != nil {
			return r, fmt.Errorf("list the kept briefs: %w", err)
		}
		if slices.ContainsFunc(k.Reports, func(id string) bool { return ground.reports[id] }) ||
			slices.ContainsFunc(k.Statements, func(id string) bool { return ground.statements[id] }) {
			r.Given = append(r.Given, GivenBrief{ID: k.ComputeID(), KeptBrief: k})
		}
	}
	b, err := d.Brief(ctx, o)
	if err != nil {
		return r, err
	}
	r.Title, r.Brief = b.Title, &b
	for _, s := range b.Sections {
		for _, t := range s.Sentences {
			hit := RestingOn{Section: s.Title, Text: t.Text}
			for _, n := range t.Cites {
				if c := b.Citations[n-1]; ground.reports[c.Report] || ground.statements[c.Statement] || ground.statements[c.Of] {
					hit.Cites = append(hit.Cites, n)
				}
			}
			if len(hit.Cites) > 0 {
				r.Sentences = append(r.Sentences, hit)
			}
		}
	}
	return r, nil
}

// A ground is what sentences may rest on: whole reports, or statements.
type ground struct {
	name       string
	reports    map[string]bool
	statements map[string]bool
}

func (d *Desk) ground(ctx context.Context, of string) (ground, error) {
	g := ground{name: of, reports: make(map[string]bool), statements: make(map[string]bool)}
	ref, err := d.Find(ctx, of, "statement", "report")
	switch {
	case err == nil && ref.Kind == "statement":
		g.name = "statement " + ref.ID
		g.statements[ref.ID] = true
		return g, nil
	case err == nil:
		g.name = "report " + shortID(ref.ID)
		g.reports[ref.ID] = true
		return g, d.statementsOf(ctx, ledger.Filter{Report: ref.ID}, g)
	case tocsin.CodeOf(err) != tocsin.NotFound:
		return g, err
	}
	want := actor.Fold(of)
	for rep, err := range d.View(0).Reports(ctx) {
		if err != nil {
			return g, fmt.Errorf("list the reports: %w", err)
		}
		if want != "" && actor.Fold(rep.Publisher) == want {
			g.reports[rep.ID] = true
			if err := d.statementsOf(ctx, ledger.Filter{Report: rep.ID}, g); err != nil {
				return g, err
			}
		}
	}
	if err := d.statementsOf(ctx, ledger.Filter{Speaker: of}, g); err != nil {
		return g, err
	}
	if len(g.reports)+len(g.statements) == 0 {
		return g, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("there is no report, statement, publisher or speaker %q", of),
			Hint: "give an id or its beginning, or a name as the reports write it"}
	}
	g.name = "source “" + of + "”"
	return g, nil
}

func (d *Desk) statementsOf(ctx context.Context, f ledger.Filter, g ground) error {
	for s, err := range d.View(0).Statements(ctx, f) {
		if err != nil {
			return fmt.Errorf("list the statements: %w", err)
		}
		g.statements[s.ID] = true
	}
	return nil
}

// Keep records that a brief was given out, so that whoever redacts or rejects
// what it cites learns of it. written is the brief as it was given.
func (d *Desk) Keep(ctx context.Context, b *brief.Brief, written []byte, by string) (Judged, error) {
	k := tocsin.KeptBrief{Hash: tocsin.Hash(written), Country: b.Country, At: b.At, Head: b.Head, TLP: b.TLP, By: by}
	for _, c := range b.Citations {
		if c.Report != "" && !slices.Contains(k.Reports, c.Report) {
			k.Reports = append(k.Reports, c.Report)
		}
		for _, id := range []string{c.Statement, c.Of} {
			if id != "" && !slices.Contains(k.Statements, id) {
				k.Statements = append(k.Statements, id)
			}
		}
	}
	if by == "" {
		return Judged{}, noAuthor()
	}
	k.Recorded = d.now().UTC()
	added, err := d.ledger.AddBrief(ctx, k)
	return Judged{ID: k.ComputeID(), Already: added.Already}, err
}
