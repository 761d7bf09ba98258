package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"math"
	"slices"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// view is the ledger at a date. It holds two numbers and asks the file anew on
// each call.
type view struct {
	l      *Ledger
	at     tocsin.Date
	before int64 // nanoseconds since 1970; entries recorded earlier are shown
}

// View implements ledger.Ledger.
func (l *Ledger) View(at tocsin.Date) ledger.View { return view{l: l, at: at, before: math.MaxInt64} }

// RecordedBefore implements ledger.View.
func (v view) RecordedBefore(t time.Time) ledger.View {
	v.before = min(v.before, nanos(t))
	return v
}

// entry is a log entry as a view reads it.
type entry struct {
	seq      int64
	key      string
	subject  string
	known    tocsin.Date
	recorded time.Time
	body     []byte
}

// What entries are read with: their bodies, or, where these do not count, a mark
// that there is one.
const (
	withBody = `body`
	noBody   = `iif(body IS NULL, NULL, 1)`
)

// entries returns those of a kind that the view may show, oldest first; only the
// newest of each key where newest is set. Entries whose body was destroyed are left
// out.
func (v view) entries(ctx context.Context, kind, body string, newest bool) ([]entry, error) {
	query := `SELECT seq, key, subject, known, recorded, ` + body + ` FROM log `
	if newest {
		query += `WHERE seq IN (SELECT max(seq) FROM log WHERE kind = ?1 AND recorded < ?2 GROUP BY key) ORDER BY seq`
	} else {
		query += `WHERE kind = ?1 AND recorded < ?2 ORDER BY seq`
	}
	rows, err := v.l.read.QueryContext(ctx, query, kind, v.before)
	if err != nil {
		return nil, v.l.wrap("read the ledger", err)
	}
	defer rows.Close()
	var list []entry
	for rows.Next() {
		var e entry
		var known, recorded int64
		if err := rows.Scan(&e.seq, &e.key, &e.subject, &known, &recorded, &e.body); err != nil {
			return nil, v.l.wrap("read the ledger", err)
		}
		e.known, e.recorded = tocsin.Date(known), time.Unix(0, recorded).UTC()
		if e.body != nil && ledger.KnownAt(e.known, v.at) {
			list = append(list, e)
		}
	}
	return list, v.l.wrap("read the ledger", rows.Err())
}

// each decodes the entries of a kind one after another.
func each[T any](ctx context.Context, v view, kind string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		list, err := v.entries(ctx, kind, withBody, false)
		if err != nil {
			yield(none, err)
			return
		}
		for _, e := range list {
			var t T
			if err := json.Unmarshal(e.body, &t); err != nil {
				yield(none, v.l.wrap("read the ledger", err))
				return
			}
			if !yield(t, nil) {
				return
			}
		}
	}
}

// reports returns the entries of the reports shown, in the order of the view.
func (v view) reports(ctx context.Context, body string) ([]entry, error) {
	list, err := v.entries(ctx, "report", body, true)
	slices.SortFunc(list, func(a, b entry) int {
		return ledger.ReportOrder(a.known, b.known, a.key, b.key)
	})
	return list, err
}

func (v view) report(ctx context.Context, e entry) (tocsin.Report, error) {
	var r tocsin.Report
	if err := json.Unmarshal(e.body, &r); err != nil {
		return r, v.l.wrap("read report", err)
	}
	text, err := v.bytes(ctx, r.TextHash)
	r.Text = string(text)
	return r, err
}

// body is the body of the entry at seq, nil where it was destroyed.
func (v view) body(ctx context.Context, seq int64) (body []byte, err error) {
	err = v.l.bodyAt.QueryRowContext(ctx, seq).Scan(&body)
	return body, err
}

func (v view) bytes(ctx context.Context, hash string) ([]byte, error) {
	var b []byte
	err := v.l.bytesOf.QueryRowContext(ctx, hash).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, tocsin.Errorf(tocsin.NotFound, "", "there are no bytes %s", hash)
	}
	return b, v.l.wrap("read bytes", err)
}

// Reports implements ledger.ReportView.
func (v view) Reports(ctx context.Context) iter.Seq2[tocsin.Report, error] {
	return func(yield func(tocsin.Report, error) bool) {
		list, err := v.reports(ctx, withBody)
		if err != nil {
			yield(tocsin.Report{}, err)
			return
		}
		for _, e := range list {
			r, err := v.report(ctx, e)
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Report implements ledger.ReportView.
func (v view) Report(ctx context.Context, id string) (tocsin.Report, error) {
	e := entry{key: id}
	var known int64
	err := v.l.read.QueryRowContext(ctx, `SELECT known, body FROM log WHERE kind = 'report' AND key = ? AND recorded < ? ORDER BY seq DESC LIMIT 1`,
		id, v.before).Scan(&known, &e.body)
	if err == nil && e.body == nil {
		return tocsin.Report{}, v.redacted(ctx, id)
	}
	if errors.Is(err, sql.ErrNoRows) || err == nil && (!ledger.KnownAt(tocsin.Date(known), v.at)) {
		return tocsin.Report{}, ledger.NoReport(id)
	}
	if err != nil {
		return tocsin.Report{}, v.l.wrap("read report", err)
	}
	return v.report(ctx, e)
}

// redacted is the error for a report whose body is gone.
func (v view) redacted(ctx context.Context, id string) error {
	var body []byte
	err := v.l.read.QueryRowContext(ctx, `SELECT body FROM log WHERE kind = 'redaction' AND key = ?`, id).Scan(&body)
	if err != nil {
		return v.l.wrap("read report", err)
	}
	return orderOf(body, ledger.WasRedacted)
}

// Raw implements ledger.ReportView.
func (v view) Raw(ctx context.Context, id string) ([]byte, error) {
	if _, err := v.Report(ctx, id); err != nil {
		return nil, err
	}
	return v.bytes(ctx, id)
}

// Reviews implements ledger.JudgementView.
func (v view) Reviews(ctx context.Context) iter.Seq2[tocsin.Review, error] {
	return each[tocsin.Review](ctx, v, "review")
}

// Matches implements ledger.JudgementView.
func (v view) Matches(ctx context.Context) iter.Seq2[tocsin.Match, error] {
	return each[tocsin.Match](ctx, v, "match")
}

// Grades implements ledger.JudgementView.
func (v view) Grades(ctx context.Context) iter.Seq2[tocsin.Grade, error] {
	return each[tocsin.Grade](ctx, v, "grade")
}

// Marks implements ledger.JudgementView.
func (v view) Marks(ctx context.Context) iter.Seq2[tocsin.Mark, error] {
	return each[tocsin.Mark](ctx, v, "mark")
}

// Undos implements ledger.JudgementView.
func (v view) Undos(ctx context.Context) iter.Seq2[tocsin.Undo, error] {
	return each[tocsin.Undo](ctx, v, "undo")
}

// Briefs implements ledger.JudgementView.
func (v view) Briefs(ctx context.Context) iter.Seq2[tocsin.KeptBrief, error] {
	return each[tocsin.KeptBrief](ctx, v, "brief")
}

// Redactions implements ledger.JudgementView.
func (v view) Redactions(ctx context.Context) iter.Seq2[tocsin.Redaction, error] {
	return each[tocsin.Redaction](ctx, v, "redaction")
}
