package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/ledger"
	"tocsin/link"
)

// A Redacted report is what became of an order to destroy one.
type Redacted struct {
	Redaction  tocsin.Redaction // the order that counts: the first
	Already    bool             // it was redacted before; the files were cleaned once more
	Statements int              // that went with it
	Head       ledger.Head      // after it
	// What the order does not reach, for a person to look at.
	Near   []tocsin.Report // near-copies and other revisions that the desk holds, without their text
	Briefs []tocsin.KeptBrief
}

// Redact destroys the bytes, the text and the statements of a report, and what
// persons said of them. Its hash, the reason and the chain stay. It cannot be
// undone, and reaches neither backups nor what was copied out of the desk.
func (d *Desk) Redact(ctx context.Context, report string, by Signature) (Redacted, error) {
	var out Redacted
	ref, err := d.Find(ctx, report, "report", "redaction")
	if err != nil {
		return out, err
	}
	if out.Near, err = d.near(ctx, ref.ID); err != nil {
		return out, err
	}
	for k, err := range d.ledger.View(0).Briefs(ctx) {
		if err != nil {
			return out, fmt.Errorf("list the kept briefs: %w", err)
		}
		if slices.Contains(k.Reports, ref.ID) {
			out.Briefs = append(out.Briefs, k)
		}
	}
	list, err := collect(d.ledger.View(0).Statements(ctx, ledger.Filter{Report: ref.ID}))
	if err != nil {
		return out, fmt.Errorf("list its statements: %w", err)
	}
	out.Statements = len(list)
	added, err := d.ledger.Redact(ctx, tocsin.Redaction{Hash: ref.ID, By: by.By, Why: by.Why, Recorded: d.now()})
	if err != nil {
		return out, err
	}
	out.Already = added.Already
	d.forget(false)
	if out.Redaction, err = d.redaction(ctx, ref.ID); err != nil {
		return out, err
	}
	out.Head, err = d.ledger.Head(ctx)
	return out, err
}

// redaction finds the order by which a report was redacted.
func (d *Desk) redaction(ctx context.Context, hash string) (tocsin.Redaction, error) {
	for r, err := range d.ledger.View(0).Redactions(ctx) {
		if err != nil || r.Hash == hash {
			return r, err
		}
	}
	return tocsin.Redaction{}, tocsin.Errorf(tocsin.NotFound, "", "%s was not redacted", hash)
}

// near lists the other reports that tell much the same as one: copies of it,
// what it revises and what revises it.
func (d *Desk) near(ctx context.Context, id string) ([]tocsin.Report, error) {
	all, err := collect(d.ledger.View(0).Reports(ctx))
	if err != nil {
		return nil, fmt.Errorf("list the reports: %w", err)
	}
	same := map[string]bool{id: true}
	for _, o := range link.Origins(all) {
		if slices.Contains(o.Reports, id) {
			for _, other := range o.Reports {
				same[other] = true
			}
		}
	}
	for grown := true; grown; {
		grown = false
		for _, r := range all {
			if r.Revises != "" && same[r.ID] != same[r.Revises] {
				same[r.ID], same[r.Revises], grown = true, true, true
			}
		}
	}
	var out []tocsin.Report
	for _, r := range all {
		if same[r.ID] && r.ID != id {
			r.Text = ""
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b tocsin.Report) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}
