package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// match writes a query in the language of FTS5. Words are folded and hold letters
// and digits alone, so that nothing a person types is syntax.
func match(q ledger.Query) string {
	var b strings.Builder
	for i, t := range q.Terms {
		if i > 0 {
			b.WriteString(" AND ")
		}
		writeTerm(&b, t)
	}
	for _, t := range q.Not {
		b.WriteString(" NOT ")
		writeTerm(&b, t)
	}
	return b.String()
}

func writeTerm(b *strings.Builder, t ledger.Term) {
	b.WriteString(`"` + joined(t.Words) + `"`)
	if t.Prefix {
		b.WriteByte('*')
	}
}

// rankedReports calls take with the entries of the reports that match, the best
// first, in steps, until it returns false.
func (v view) rankedReports(ctx context.Context, q ledger.Query, take func(seq int64) (more bool, err error)) error {
	for skip, step := 0, 4*q.Most(); ; skip, step = skip+step, 4*step {
		rows, err := column[int64](ctx, v.l.read, `SELECT rowid FROM report_words WHERE report_words MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?`, match(q), step, skip)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if more, err := take(row); err != nil || !more {
				return err
			}
		}
		if len(rows) < step {
			return nil
		}
	}
}

// SearchReports implements ledger.SearchView.
func (v view) SearchReports(ctx context.Context, q ledger.Query) ([]ledger.Hit, error) {
	hits := []ledger.Hit{}
	err := v.rankedReports(ctx, q, func(row int64) (bool, error) {
		var key string
		if err := v.l.read.QueryRowContext(ctx, `SELECT key FROM log WHERE seq = ?`, row).Scan(&key); err != nil {
			return false, err
		}
		r, err := v.Report(ctx, key)
		if tocsin.CodeOf(err) == tocsin.NotFound {
			return true, nil // not known at the date
		}
		if err != nil {
			return false, err
		}
		h := ledger.Hit{}
		h.Snippet, h.Marks = q.Snippet(r.Text)
		h.Report, h.Report.Text = r, ""
		hits = append(hits, h)
		return len(hits) < q.Most(), nil
	})
	return hits, v.l.wrap("search", err)
}

// SearchStatements implements ledger.SearchView.
func (v view) SearchStatements(ctx context.Context, q ledger.Query) ([]ledger.Hit, error) {
	hits := []ledger.Hit{}
	shown, err := v.shown(ctx)
	if err != nil {
		return nil, err
	}
	found, err := v.ranked(ctx, q)
	if err != nil {
		return nil, v.l.wrap("search", err)
	}
	for len(hits) < q.Most() {
		best, more := found.next()
		if !more {
			break
		}
		e, ok := shown[best.row>>ordBits]
		if !ok {
			continue // not known at the date
		}
		s, err := v.sameStatement(ctx, best.row, e)
		if err != nil {
			return nil, v.l.wrap("search", err)
		}
		if s == nil || s.Personal(nil) != "" {
			continue
		}
		h := ledger.Hit{Statement: s}
		if h.Report, err = v.reportHead(ctx, s.Report); err != nil {
			return nil, v.l.wrap("search", err)
		}
		h.Snippet, h.Marks = q.Snippet(s.Quote)
		hits = append(hits, h)
	}
	return hits, nil
}

// shown returns, for each reading of a report, by where it stands in the log, the
// reading of that report which the view shows.
func (v view) shown(ctx context.Context) (map[int64]entry, error) {
	list, err := v.readings(ctx)
	if err != nil {
		return nil, err
	}
	of := make(map[string]entry, len(list))
	for _, e := range list {
		of[e.subject] = e
	}
	reports, err := v.l.reportsRead(ctx)
	if err != nil {
		return nil, v.l.wrap("search", err)
	}
	out := make(map[int64]entry, len(reports))
	for seq, report := range reports {
		if e, ok := of[report]; ok {
			out[seq] = e
		}
	}
	return out, nil
}

// reportsRead returns of which report each reading in the log is.
func (l *Ledger) reportsRead(ctx context.Context) (map[int64]string, error) {
	rows, err := l.read.QueryContext(ctx, `SELECT seq, subject FROM log INDEXED BY log_subject WHERE kind = 'reading'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := map[int64]string{}
	for rows.Next() {
		var seq int64
		var report string
		if err := rows.Scan(&seq, &report); err != nil {
			return nil, err
		}
		out[seq] = report
	}
	return out, rows.Err()
}

// sameStatement returns the statement of a row as the reading e has it, nil where
// it does not.
func (v view) sameStatement(ctx context.Context, row int64, e entry) (*tocsin.Statement, error) {
	query, args := `SELECT body FROM statement WHERE seq = ?1 AND ord = ?2`, []any{e.seq, row & (1<<ordBits - 1)}
	if e.seq != row>>ordBits {
		query = `SELECT body FROM statement WHERE seq = ?1 AND ord = (SELECT ord FROM statement INDEXED BY statement_id
			WHERE seq = ?1 AND id = (SELECT id FROM statement WHERE seq = ?3 AND ord = ?2))`
		args = append(args, row>>ordBits)
	}
	var body []byte
	err := v.l.read.QueryRowContext(ctx, query, args...).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil // left out by e, or redacted since
	}
	if err != nil {
		return nil, err
	}
	var s tocsin.Statement
	err = json.Unmarshal(body, &s)
	s.Recorded = &e.recorded
	return &s, err
}

// reportHead is a report as the view shows it, without its text.
func (v view) reportHead(ctx context.Context, id string) (tocsin.Report, error) {
	var r tocsin.Report
	var body []byte
	err := v.l.read.QueryRowContext(ctx, `SELECT body FROM log WHERE kind = 'report' AND key = ? AND recorded < ? ORDER BY seq DESC LIMIT 1`, id, v.before).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) || err == nil && body == nil {
		return r, ledger.NoReport(id)
	}
	if err == nil {
		err = json.Unmarshal(body, &r)
	}
	return r, err
}

// speaking returns the readings shown, of list, that may have a statement by the
// speaker.
func (v view) speaking(ctx context.Context, list []entry, name string) ([]entry, error) {
	words := ledger.Words(name)
	if len(words) == 0 {
		return nil, nil
	}
	found, err := v.occurrences(ctx, ledger.Term{Words: words})
	if err != nil {
		return nil, v.l.wrap("search", err)
	}
	of, err := v.l.reportsRead(ctx)
	if err != nil {
		return nil, v.l.wrap("search", err)
	}
	reports := map[string]bool{}
	for _, o := range found {
		if o.place%fields == fieldSays {
			reports[of[o.row>>ordBits]] = true
		}
	}
	var out []entry
	for _, e := range list {
		if reports[e.subject] {
			out = append(out, e)
		}
	}
	return out, nil
}
