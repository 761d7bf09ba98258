package memory

import (
	"context"
	"slices"
	"strings"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// judge appends a judgement; it counts from the day of its record.
func (l *Ledger) judge(kind, key, subject string, recorded time.Time, body any) (ledger.Added, error) {
	return l.once(ledger.Entry{Kind: kind, Key: key, Subject: subject, Known: tocsin.DateOf(recorded.UTC()), Recorded: recorded}, body)
}

// reportOf returns the report that a statement is of.
func (l *Ledger) reportOf(statement string) (tocsin.Report, error) {
	for _, e := range l.log {
		if rd, ok := e.body.(reading); ok && slices.Contains(rd.rd.Statements, statement) {
			return l.latest("report", e.Subject).body.(tocsin.Report), nil
		}
	}
	return tocsin.Report{}, ledger.NoStatement(statement)
}

// AddReview implements ledger.JudgementWriter.
func (l *Ledger) AddReview(_ context.Context, r tocsin.Review) (ledger.Added, error) {
	if err := ledger.CheckReview(r); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	report, err := l.reportOf(r.Statement)
	if err != nil {
		return ledger.Added{}, err
	}
	if err := ledger.CheckCorrection(r.Correction, report.ID, report.Text); err != nil {
		return ledger.Added{}, err
	}
	return l.judge("review", r.ComputeID(), r.Statement, r.Recorded, r)
}

// AddMatch implements ledger.JudgementWriter.
func (l *Ledger) AddMatch(_ context.Context, m tocsin.Match) (ledger.Added, error) {
	if err := ledger.CheckMatch(m); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.judge("match", m.ComputeID(), m.Left, m.Recorded, m)
}

// AddGrade implements ledger.JudgementWriter.
func (l *Ledger) AddGrade(_ context.Context, g tocsin.Grade) (ledger.Added, error) {
	if err := ledger.CheckGrade(g); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if ledger.GradesStatement(g) {
		if _, err := l.reportOf(g.Of); err != nil {
			return ledger.Added{}, err
		}
	}
	return l.judge("grade", g.ComputeID(), g.Of, g.Recorded, g)
}

// AddMark implements ledger.JudgementWriter.
func (l *Ledger) AddMark(_ context.Context, m tocsin.Mark) (ledger.Added, error) {
	if err := ledger.CheckMark(m); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if r := l.latest("report", m.Report); r == nil || r.body == nil {
		return ledger.Added{}, ledger.NoReport(m.Report)
	}
	return l.judge("mark", m.ComputeID(), m.Report, m.Recorded, m)
}

// AddUndo implements ledger.JudgementWriter.
func (l *Ledger) AddUndo(_ context.Context, u tocsin.Undo) (ledger.Added, error) {
	if err := ledger.CheckUndo(u); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !slices.ContainsFunc(ledger.UndoKinds, func(kind string) bool {
		r := l.latest(kind, u.Record)
		return r != nil && r.body != nil
	}) {
		return ledger.Added{}, ledger.NoJudgement(u.Record)
	}
	return l.judge("undo", u.ComputeID(), u.Record, u.Recorded, u)
}

// AddBrief implements ledger.JudgementWriter.
func (l *Ledger) AddBrief(_ context.Context, k tocsin.KeptBrief) (ledger.Added, error) {
	if err := ledger.CheckBrief(k); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.judge("brief", k.ComputeID(), k.Hash, k.Recorded, k)
}

// Redact implements ledger.JudgementWriter.
func (l *Ledger) Redact(_ context.Context, r tocsin.Redaction) (ledger.Added, error) {
	if err := ledger.CheckRedaction(r); err != nil {
		return ledger.Added{}, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if old := l.latest("redaction", r.Hash); old != nil {
		return ledger.Added{Seq: old.Seq, Already: true}, nil
	}
	if l.latest("report", r.Hash) == nil {
		return ledger.Added{}, ledger.NoReport(r.Hash)
	}
	statements := map[string]bool{}
	for _, e := range l.log {
		if rd, ok := e.body.(reading); ok && e.Subject == r.Hash {
			for _, id := range rd.rd.Statements {
				statements[id] = true
			}
		}
	}
	undone := map[string]bool{} // what an undo may name; it comes later in the log
	for i := range l.log {
		e := &l.log[i]
		switch e.Kind {
		case "report":
			if e.Key == r.Hash {
				e.body = nil
			}
		case "reading":
			if e.Subject == r.Hash {
				e.body = nil
			}
		case "review", "grade", "mark", "undo":
			if statements[e.Subject] || e.Kind == "mark" && e.Subject == r.Hash || e.Kind == "undo" && undone[e.Subject] {
				e.body, undone[e.Key] = nil, true
			}
		}
	}
	delete(l.blobs, r.Hash)
	return l.once(ledger.Entry{Kind: "redaction", Key: r.Hash, Recorded: r.Recorded}, r)
}

// Find implements ledger.Finder.
func (l *Ledger) Find(_ context.Context, prefix string) ([]ledger.Ref, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	list := []ledger.Ref{}
	for _, p := range ledger.Prefixes(prefix) {
		var part []ledger.Ref
		for _, e := range l.log {
			if e.body == nil {
				continue
			}
			if slices.Contains(ledger.FoundKinds, e.Kind) && strings.HasPrefix(e.Key, p) {
				part = append(part, ledger.Ref{Kind: e.Kind, ID: e.Key})
			}
			if rd, ok := e.body.(reading); ok {
				for _, id := range rd.rd.Statements {
					if strings.HasPrefix(id, p) {
						part = append(part, ledger.Ref{Kind: "statement", ID: id})
					}
				}
			}
		}
		slices.SortFunc(part, func(a, b ledger.Ref) int { return strings.Compare(a.ID+a.Kind, b.ID+b.Kind) })
		part = slices.Compact(part)
		list = append(list, part[:min(len(part), ledger.MaxFound-len(list))]...)
	}
	return list, nil
}
