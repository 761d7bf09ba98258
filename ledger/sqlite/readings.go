package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"iter"
	"slices"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// readings returns the latest reading of each report shown that no report shown
// revises, in the order of the reports, without their bodies. A reading counts
// whenever its report does: it is known from the beginning.
func (v view) readings(ctx context.Context) ([]entry, error) {
	reports, err := v.reports(ctx, noBody)
	if err != nil {
		return nil, err
	}
	return v.readingsOf(ctx, reports)
}

// readingsOf is readings for the reports shown.
func (v view) readingsOf(ctx context.Context, reports []entry) ([]entry, error) {
	revised := map[string]bool{}
	for _, r := range reports {
		revised[r.subject] = true
	}
	newest, err := v.newestReadings(ctx)
	if err != nil {
		return nil, v.l.wrap("list the readings", err)
	}
	var out []entry
	for _, r := range reports {
		if e, ok := newest[r.key]; ok && !revised[r.key] {
			out = append(out, e)
		}
	}
	return out, nil
}

// newestReadings returns the newest reading of each report, by the report.
func (v view) newestReadings(ctx context.Context) (map[string]entry, error) {
	rows, err := v.l.read.QueryContext(ctx, `SELECT subject, seq, recorded FROM log INDEXED BY log_subject
		WHERE kind = 'reading' AND recorded < ? ORDER BY subject, seq`, v.before)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	newest := map[string]entry{}
	for rows.Next() {
		var e entry
		var recorded int64
		if err := rows.Scan(&e.subject, &e.seq, &recorded); err != nil {
			return nil, err
		}
		e.recorded = time.Unix(0, recorded).UTC()
		newest[e.subject] = e
	}
	return newest, rows.Err()
}

// Readings implements ledger.StatementView.
func (v view) Readings(ctx context.Context) iter.Seq2[tocsin.Reading, error] {
	return func(yield func(tocsin.Reading, error) bool) {
		list, err := v.readings(ctx)
		if err != nil {
			yield(tocsin.Reading{}, err)
			return
		}
		for _, e := range list {
			var rd tocsin.Reading
			body, err := v.body(ctx, e.seq)
			if body == nil && err == nil {
				continue // redacted since
			}
			if err == nil {
				err = json.Unmarshal(body, &rd)
			}
			rd.Recorded = e.recorded
			if !yield(rd, v.l.wrap("read reading", err)) || err != nil {
				return
			}
		}
	}
}

// Count implements ledger.StatementView.
func (v view) Count(ctx context.Context) (ledger.Counts, error) {
	var n ledger.Counts
	reports, err := v.reports(ctx, noBody)
	if err != nil {
		return n, err
	}
	shown, err := v.readingsOf(ctx, reports)
	if err != nil {
		return n, err
	}
	n.Reports, n.Readings = len(reports), len(shown)
	rows, err := v.l.read.QueryContext(ctx, `SELECT seq, (SELECT max(ord) + 1 FROM statement WHERE statement.seq = log.seq)
		FROM log INDEXED BY log_subject WHERE kind = 'reading'`)
	if err != nil {
		return n, v.l.wrap("count the statements", err)
	}
	defer rows.Close()
	of := map[int64]int64{}
	for rows.Next() {
		var seq int64
		var count sql.NullInt64 // null where there is none
		if err := rows.Scan(&seq, &count); err != nil {
			return n, v.l.wrap("count the statements", err)
		}
		of[seq] = count.Int64
	}
	for _, e := range shown {
		n.Statements += int(of[e.seq])
	}
	return n, v.l.wrap("count the statements", rows.Err())
}

// Statements implements ledger.StatementView.
func (v view) Statements(ctx context.Context, f ledger.Filter) iter.Seq2[tocsin.Statement, error] {
	return func(yield func(tocsin.Statement, error) bool) {
		list, err := v.readings(ctx)
		if err == nil && len(f.IDs) > 0 {
			list, err = v.holding(ctx, list, f.IDs)
		}
		if err == nil && f.Speaker != "" {
			list, err = v.speaking(ctx, list, f.Speaker)
		}
		if err != nil {
			yield(tocsin.Statement{}, err)
			return
		}
		for _, e := range list {
			if f.Report != "" && e.subject != f.Report {
				continue
			}
			if more, err := v.statements(ctx, e, f, yield); err != nil {
				yield(tocsin.Statement{}, v.l.wrap("read statements", err))
				return
			} else if !more {
				return
			}
		}
	}
}

// holding narrows readings to those that hold one of the statements.
func (v view) holding(ctx context.Context, list []entry, ids []string) ([]entry, error) {
	in := map[int64]bool{}
	for _, id := range ids {
		rows, err := v.l.read.QueryContext(ctx, `SELECT seq FROM statement WHERE id = ?`, id)
		if err != nil {
			return nil, v.l.wrap("read statements", err)
		}
		for rows.Next() {
			var seq int64
			if err := rows.Scan(&seq); err != nil {
				rows.Close()
				return nil, v.l.wrap("read statements", err)
			}
			in[seq] = true
		}
		if err := rows.Err(); err != nil {
			return nil, v.l.wrap("read statements", err)
		}
	}
	return slices.DeleteFunc(list, func(e entry) bool { return !in[e.seq] }), nil
}

// statements yields those of one reading that the filter lets through. They are
// read before the first is handed on: whoever takes them may ask the ledger more
// without waiting for a connection that this one holds.
func (v view) statements(ctx context.Context, e entry, f ledger.Filter, yield func(tocsin.Statement, error) bool) (more bool, err error) {
	list, err := v.bodies(ctx, e.seq, f)
	if err != nil {
		return false, err
	}
	for _, body := range list {
		var s tocsin.Statement
		if err := json.Unmarshal(body, &s); err != nil {
			return false, err
		}
		if f.Speaker != "" && !ledger.Speaks(&s, f.Speaker) {
			continue
		}
		recorded := e.recorded
		s.Recorded = &recorded
		if !yield(s, nil) {
			return false, nil
		}
	}
	return true, nil
}

// bodies returns the statements of a reading that the filter lets through.
func (v view) bodies(ctx context.Context, seq int64, f ledger.Filter) ([][]byte, error) {
	rows, err := v.l.statementsOf.QueryContext(ctx, seq)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list [][]byte
	for rows.Next() {
		var id, kind string
		var body []byte
		if err := rows.Scan(&id, &kind, &body); err != nil {
			return nil, err
		}
		if f.Takes(id, tocsin.Kind(kind)) {
			list = append(list, body)
		}
	}
	return list, rows.Err()
}

// Links implements ledger.StatementView.
func (v view) Links(ctx context.Context) iter.Seq2[tocsin.Link, error] {
	return func(yield func(tocsin.Link, error) bool) {
		list, err := v.readings(ctx)
		if err != nil {
			yield(tocsin.Link{}, err)
			return
		}
		for _, e := range list {
			if more, err := v.links(ctx, e, yield); err != nil {
				yield(tocsin.Link{}, v.l.wrap("read links", err))
				return
			} else if !more {
				return
			}
		}
	}
}

func (v view) links(ctx context.Context, e entry, yield func(tocsin.Link, error) bool) (more bool, err error) {
	list, err := column[[]byte](ctx, v.l.read, `SELECT body FROM link WHERE seq = ? ORDER BY ord`, e.seq)
	if err != nil {
		return false, err
	}
	for _, body := range list {
		var k tocsin.Link
		if err := json.Unmarshal(body, &k); err != nil {
			return false, err
		}
		recorded := e.recorded
		k.Recorded = &recorded
		if !yield(k, nil) {
			return false, nil
		}
	}
	return true, nil
}
