package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// judged is the entry of a judgement: it counts from the day of its record.
func judged(kind, key, subject string, recorded time.Time) ledger.Entry {
	return ledger.Entry{Kind: kind, Key: key, Subject: subject, Known: tocsin.DateOf(recorded.UTC()), Recorded: recorded}
}

// AddReview implements ledger.JudgementWriter.
func (l *Ledger) AddReview(ctx context.Context, r tocsin.Review) (ledger.Added, error) {
	if err := ledger.CheckReview(r); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add review", func(tx *sql.Tx) (ledger.Added, error) {
		report, err := reportOf(ctx, tx, r.Statement)
		if err != nil {
			return ledger.Added{}, err
		}
		text, err := textOf(ctx, tx, report)
		if err != nil {
			return ledger.Added{}, err
		}
		if err := ledger.CheckCorrection(r.Correction, report, text); err != nil {
			return ledger.Added{}, err
		}
		return once(ctx, tx, judged("review", r.ComputeID(), r.Statement, r.Recorded), r)
	})
}

// reportOf returns the report that a statement is of.
func reportOf(ctx context.Context, tx *sql.Tx, statement string) (report string, err error) {
	err = tx.QueryRowContext(ctx, `SELECT report FROM statement WHERE id = ? LIMIT 1`, statement).Scan(&report)
	if errors.Is(err, sql.ErrNoRows) {
		err = ledger.NoStatement(statement)
	}
	return report, err
}

// AddMatch implements ledger.JudgementWriter.
func (l *Ledger) AddMatch(ctx context.Context, m tocsin.Match) (ledger.Added, error) {
	if err := ledger.CheckMatch(m); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add match", func(tx *sql.Tx) (ledger.Added, error) {
		return once(ctx, tx, judged("match", m.ComputeID(), m.Left, m.Recorded), m)
	})
}

// AddGrade implements ledger.JudgementWriter.
func (l *Ledger) AddGrade(ctx context.Context, g tocsin.Grade) (ledger.Added, error) {
	if err := ledger.CheckGrade(g); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add grade", func(tx *sql.Tx) (ledger.Added, error) {
		if ledger.GradesStatement(g) {
			if _, err := reportOf(ctx, tx, g.Of); err != nil {
				return ledger.Added{}, err
			}
		}
		return once(ctx, tx, judged("grade", g.ComputeID(), g.Of, g.Recorded), g)
	})
}

// AddMark implements ledger.JudgementWriter.
func (l *Ledger) AddMark(ctx context.Context, m tocsin.Mark) (ledger.Added, error) {
	if err := ledger.CheckMark(m); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "add mark", func(tx *sql.Tx) (ledger.Added, error) {
		if _, _, body, found, err := latest(ctx, tx, "report", m.Report); err != nil {
			return ledger.Added{}, err
		} else if !found || body == nil {
			return ledger.Added{}, ledger.NoReport(m.Report)
		}
		return once(ctx, tx, judged("mark", m.ComputeID(), m.Report, m.Recorded), m)
	})
}

// AddUndo implements ledger.JudgementWriter.
func (l *Ledger) AddUndo(ctx context.Context, u tocsin.Undo) (ledger.Added, error) {
	if err := ledger.CheckUndo(u); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "undo", func(tx *sql.Tx) (ledger.Added, error) {
		key, err := undone(ctx, tx, u.Record)
		if err != nil {
			return ledger.Added{}, err
		}
		return once(ctx, tx, judged("undo", u.ComputeID(), key, u.Recorded), u)
	})
}

// undone finds what an undo names and returns its key. Reviews and matches of
// older desks have a hash for a key; they are found by the id that they give.
func undone(ctx context.Context, tx *sql.Tx, id string) (key string, err error) {
	for _, kind := range ledger.UndoKinds {
		if _, _, body, found, err := latest(ctx, tx, kind, id); err != nil {
			return "", err
		} else if found && body != nil {
			return id, nil
		}
	}
	rows, err := tx.QueryContext(ctx, `SELECT kind, key, body FROM log WHERE kind IN ('review', 'match') AND key LIKE 'sha256:%' AND body IS NOT NULL`)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	for rows.Next() {
		var kind string
		var body []byte
		if err := rows.Scan(&kind, &key, &body); err != nil {
			return "", err
		}
		if is, err := judgementID(kind, body); err != nil || is == id {
			return key, err
		}
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	return "", ledger.NoJudgement(id)
}

// judgementID is the id of a review or match from its body.
func judgementID(kind string, body []byte) (string, error) {
	if kind == "match" {
		var m tocsin.Match
		err := json.Unmarshal(body, &m)
		return m.ComputeID(), err
	}
	var r tocsin.Review
	err := json.Unmarshal(body, &r)
	return r.ComputeID(), err
}

// AddBrief implements ledger.JudgementWriter.
func (l *Ledger) AddBrief(ctx context.Context, k tocsin.KeptBrief) (ledger.Added, error) {
	if err := ledger.CheckBrief(k); err != nil {
		return ledger.Added{}, err
	}
	return l.writing(ctx, "keep brief", func(tx *sql.Tx) (ledger.Added, error) {
		return once(ctx, tx, judged("brief", k.ComputeID(), k.Hash, k.Recorded), k)
	})
}

// Find implements ledger.Finder.
func (l *Ledger) Find(ctx context.Context, prefix string) ([]ledger.Ref, error) {
	list := []ledger.Ref{}
	for _, p := range ledger.Prefixes(prefix) {
		rows, err := l.read.QueryContext(ctx, `
			SELECT DISTINCT 'statement', id FROM statement WHERE id >= ?1 AND id < ?2
			UNION SELECT kind, key FROM log WHERE kind IN ('report', 'review', 'match', 'grade', 'mark', 'undo', 'brief', 'redaction')
				AND key >= ?1 AND key < ?2 AND body IS NOT NULL
			ORDER BY 2, 1 LIMIT ?3`, p, p+"\U0010ffff", ledger.MaxFound-len(list))
		if err != nil {
			return nil, l.wrap("find", err)
		}
		defer rows.Close()
		for rows.Next() {
			var r ledger.Ref
			if err := rows.Scan(&r.Kind, &r.ID); err != nil {
				return nil, l.wrap("find", err)
			}
			list = append(list, r)
		}
		if err := rows.Err(); err != nil {
			return nil, l.wrap("find", err)
		}
	}
	return list, nil
}
