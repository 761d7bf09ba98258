package sqlite

import (
	"context"
	"encoding/json"
	"iter"
	"math"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// Changes implements ledger.View.
func (v view) Changes(ctx context.Context, since time.Time) iter.Seq2[ledger.Change, error] {
	return func(yield func(ledger.Change, error) bool) {
		list, err := v.since(ctx, since)
		if err != nil {
			yield(ledger.Change{}, v.l.wrap("list the changes", err))
			return
		}
		for i := range list {
			c := &list[i]
			if c.Kind == "reading" && !c.Destroyed {
				if err := v.difference(ctx, c); err != nil {
					yield(ledger.Change{}, v.l.wrap("list the changes", err))
					return
				}
			}
			if !yield(*c, nil) {
				return
			}
		}
	}
}

// since lists the entries the view may show that were recorded at or after t.
func (v view) since(ctx context.Context, t time.Time) ([]ledger.Change, error) {
	rows, err := v.l.read.QueryContext(ctx, `SELECT seq, kind, key, subject, known, recorded, sum, body IS NULL FROM log
		WHERE recorded >= ? AND recorded < ? ORDER BY seq`, nanos(t), v.before)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []ledger.Change
	for rows.Next() {
		var c ledger.Change
		var known, recorded int64
		var sum []byte
		if err := rows.Scan(&c.Seq, &c.Kind, &c.Key, &c.Subject, &known, &recorded, &sum, &c.Destroyed); err != nil {
			return nil, err
		}
		c.Known, c.Recorded = tocsin.Date(known), time.Unix(0, recorded).UTC()
		copy(c.Sum[:], sum)
		if ledger.KnownAt(c.Known, v.at) {
			list = append(list, c)
		}
	}
	return list, rows.Err()
}

// nanos is a time as the log has it. What lies before 1678 or after 2262 has no
// such number; it is before, or after, all that is recorded.
func nanos(t time.Time) int64 {
	switch {
	case t.Year() < 1678:
		return math.MinInt64
	case t.Year() > 2261:
		return math.MaxInt64
	}
	return t.UnixNano()
}

// difference fills in what a reading changed against the one before it.
func (v view) difference(ctx context.Context, c *ledger.Change) error {
	rows, err := v.l.read.QueryContext(ctx, `SELECT body FROM log WHERE kind = 'reading' AND subject = ? AND seq <= ?
		AND body IS NOT NULL ORDER BY seq DESC LIMIT 2`, c.Subject, c.Seq)
	if err != nil {
		return err
	}
	defer rows.Close()
	var lists [2][]string
	for i := 0; rows.Next(); i++ {
		var body []byte
		var rd tocsin.Reading
		if err := rows.Scan(&body); err != nil {
			return err
		}
		if err := json.Unmarshal(body, &rd); err != nil {
			return err
		}
		lists[i] = rd.Statements
	}
	c.Added, c.Gone = ledger.Difference(lists[1], lists[0])
	return rows.Err()
}
