package memory

import (
	"context"
	"iter"
	"slices"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// view is the ledger at a date.
type view struct {
	l      *Ledger
	at     tocsin.Date
	before *time.Time // nil: no limit
}

// View implements ledger.Ledger.
func (l *Ledger) View(at tocsin.Date) ledger.View { return view{l: l, at: at} }

// RecordedBefore implements ledger.View.
func (v view) RecordedBefore(t time.Time) ledger.View {
	if v.before == nil || t.Before(*v.before) {
		v.before = &t
	}
	return v
}

// list returns the entries of a kind that are shown, in order; only the newest of
// each key where newest is set.
func (v view) list(kind string, newest bool) []record {
	v.l.mu.RLock()
	defer v.l.mu.RUnlock()
	var out []record
	for _, r := range v.l.log {
		if r.Kind != kind || v.before != nil && !r.Recorded.Before(*v.before) {
			continue
		}
		if newest {
			out = slices.DeleteFunc(out, func(old record) bool { return old.Key == r.Key })
		}
		out = append(out, r)
	}
	return slices.DeleteFunc(out, func(r record) bool { return r.body == nil || !ledger.KnownAt(r.Known, v.at) })
}

func all[T any](list []record) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, r := range list {
			if !yield(r.body.(T), nil) {
				return
			}
		}
	}
}

func (v view) reports() []record {
	list := v.list("report", true)
	slices.SortFunc(list, func(a, b record) int { return ledger.ReportOrder(a.Known, b.Known, a.Key, b.Key) })
	return list
}

// Reports implements ledger.ReportView.
func (v view) Reports(context.Context) iter.Seq2[tocsin.Report, error] {
	return all[tocsin.Report](v.reports())
}

// Report implements ledger.ReportView.
func (v view) Report(_ context.Context, id string) (tocsin.Report, error) {
	for _, r := range v.reports() {
		if r.Key == id {
			return r.body.(tocsin.Report), nil
		}
	}
	v.l.mu.RLock()
	defer v.l.mu.RUnlock()
	if order := v.l.latest("redaction", id); order != nil {
		return tocsin.Report{}, ledger.WasRedacted(order.body.(tocsin.Redaction))
	}
	return tocsin.Report{}, ledger.NoReport(id)
}

// Raw implements ledger.ReportView.
func (v view) Raw(ctx context.Context, id string) ([]byte, error) {
	if _, err := v.Report(ctx, id); err != nil {
		return nil, err
	}
	return v.PlaceBytes(ctx, id)
}

// readings are the latest of each report shown that none shown revises.
func (v view) readings() []record {
	reports := v.reports()
	revised := map[string]bool{}
	for _, r := range reports {
		revised[r.Subject] = true
	}
	newest := map[string]record{}
	for _, r := range v.list("reading", false) {
		newest[r.Subject] = r
	}
	var out []record
	for _, r := range reports {
		if rd, ok := newest[r.Key]; ok && !revised[r.Key] {
			out = append(out, rd)
		}
	}
	return out
}

// Readings implements ledger.StatementView.
func (v view) Readings(context.Context) iter.Seq2[tocsin.Reading, error] {
	return func(yield func(tocsin.Reading, error) bool) {
		for _, r := range v.readings() {
			rd := r.body.(reading).rd
			rd.Recorded = r.Recorded
			if !yield(rd, nil) {
				return
			}
		}
	}
}

// Statements implements ledger.StatementView.
func (v view) Statements(_ context.Context, f ledger.Filter) iter.Seq2[tocsin.Statement, error] {
	return func(yield func(tocsin.Statement, error) bool) {
		for _, r := range v.readings() {
			for _, s := range r.body.(reading).statements {
				if f.Report != "" && s.Report != f.Report || !f.Takes(s.ID, s.Kind) || f.Speaker != "" && !ledger.Speaks(&s, f.Speaker) {
					continue
				}
				recorded := r.Recorded
				s.Recorded = &recorded
				if !yield(s, nil) {
					return
				}
			}
		}
	}
}

// Count implements ledger.StatementView.
func (v view) Count(context.Context) (ledger.Counts, error) {
	n := ledger.Counts{Reports: len(v.reports())}
	for _, r := range v.readings() {
		n.Readings++
		n.Statements += len(r.body.(reading).statements)
	}
	return n, nil
}

// Links implements ledger.StatementView.
func (v view) Links(context.Context) iter.Seq2[tocsin.Link, error] {
	return func(yield func(tocsin.Link, error) bool) {
		for _, r := range v.readings() {
			for _, k := range r.body.(reading).links {
				recorded := r.Recorded
				k.Recorded = &recorded
				if !yield(k, nil) {
					return
				}
			}
		}
	}
}

// Vintages implements ledger.EventView.
func (v view) Vintages(ctx context.Context) ([]ledger.Vintage, error) {
	list, err := v.AllVintages(ctx)
	return ledger.InUse(list), err
}

// AllVintages implements ledger.EventView.
func (v view) AllVintages(context.Context) ([]ledger.Vintage, error) {
	var list []ledger.Vintage
	for _, r := range v.list("dataset", true) {
		list = append(list, r.body.(ledger.Vintage))
	}
	return ledger.Ordered(list), nil
}

// VintageEvents implements ledger.EventView.
func (v view) VintageEvents(ctx context.Context, sha256 string) iter.Seq2[tocsin.DataEvent, error] {
	return func(yield func(tocsin.DataEvent, error) bool) {
		list, err := v.AllVintages(ctx)
		if err == nil && !slices.ContainsFunc(list, func(w ledger.Vintage) bool { return w.SHA256 == sha256 }) {
			err = ledger.NoVintage(sha256)
		}
		if err != nil {
			yield(tocsin.DataEvent{}, err)
			return
		}
		v.l.mu.RLock()
		events := v.l.events[sha256]
		v.l.mu.RUnlock()
		for _, ev := range events {
			if !yield(ev, nil) {
				return
			}
		}
	}
}

// Events implements ledger.EventView.
func (v view) Events(ctx context.Context, datasets ...string) iter.Seq2[tocsin.DataEvent, error] {
	return func(yield func(tocsin.DataEvent, error) bool) {
		used, err := v.Vintages(ctx)
		if err != nil {
			yield(tocsin.DataEvent{}, err)
			return
		}
		used = slices.DeleteFunc(used, func(w ledger.Vintage) bool {
			return len(datasets) > 0 && !slices.Contains(datasets, w.Dataset.Dataset)
		})
		once := ledger.Once(used)
		for _, w := range used {
			v.l.mu.RLock()
			events := v.l.events[w.SHA256]
			v.l.mu.RUnlock()
			for _, ev := range events {
				if once(w, ev.ID) && !yield(ev, nil) {
					return
				}
			}
		}
	}
}

// Places implements ledger.EventView.
func (v view) Places(context.Context) ([]ledger.PlaceFile, error) {
	var list []ledger.PlaceFile
	for _, r := range v.list("places", false) {
		list = append(list, r.body.(ledger.PlaceFile))
	}
	return list, nil
}

// PlaceBytes implements ledger.EventView.
func (v view) PlaceBytes(_ context.Context, hash string) ([]byte, error) {
	v.l.mu.RLock()
	defer v.l.mu.RUnlock()
	if b, ok := v.l.blobs[hash]; ok {
		return slices.Clone(b), nil
	}
	return nil, tocsin.Errorf(tocsin.NotFound, "", "there are no bytes %s", hash)
}

// Reviews implements ledger.JudgementView.
func (v view) Reviews(context.Context) iter.Seq2[tocsin.Review, error] {
	return all[tocsin.Review](v.list("review", false))
}

// Matches implements ledger.JudgementView.
func (v view) Matches(context.Context) iter.Seq2[tocsin.Match, error] {
	return all[tocsin.Match](v.list("match", false))
}

// Grades implements ledger.JudgementView.
func (v view) Grades(context.Context) iter.Seq2[tocsin.Grade, error] {
	return all[tocsin.Grade](v.list("grade", false))
}

// Marks implements ledger.JudgementView.
func (v view) Marks(context.Context) iter.Seq2[tocsin.Mark, error] {
	return all[tocsin.Mark](v.list("mark", false))
}

// Undos implements ledger.JudgementView.
func (v view) Undos(context.Context) iter.Seq2[tocsin.Undo, error] {
	return all[tocsin.Undo](v.list("undo", false))
}

// Briefs implements ledger.JudgementView.
func (v view) Briefs(context.Context) iter.Seq2[tocsin.KeptBrief, error] {
	return all[tocsin.KeptBrief](v.list("brief", false))
}

// Redactions implements ledger.JudgementView.
func (v view) Redactions(context.Context) iter.Seq2[tocsin.Redaction, error] {
	return all[tocsin.Redaction](v.list("redaction", false))
}

// Changes implements ledger.View.
func (v view) Changes(_ context.Context, since time.Time) iter.Seq2[ledger.Change, error] {
	v.l.mu.RLock()
	log := slices.Clone(v.l.log)
	v.l.mu.RUnlock()
	return func(yield func(ledger.Change, error) bool) {
		before := map[string][]string{} // the statements of each report's reading before
		for _, r := range log {
			c := ledger.Change{Entry: r.Entry, Destroyed: r.body == nil}
			if rd, ok := r.body.(reading); ok {
				c.Added, c.Gone = ledger.Difference(before[r.Subject], rd.rd.Statements)
				before[r.Subject] = rd.rd.Statements
			}
			if r.Recorded.Before(since) || v.before != nil && !r.Recorded.Before(*v.before) || !ledger.KnownAt(r.Known, v.at) {
				continue
			}
			if !yield(c, nil) {
				return
			}
		}
	}
}
