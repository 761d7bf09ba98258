package memory

import (
	"context"

	"tocsin"
	"tocsin/ledger"
)

// SearchReports implements ledger.SearchView. The hits are in the order of the
// reports.
func (v view) SearchReports(_ context.Context, q ledger.Query) ([]ledger.Hit, error) {
	hits := []ledger.Hit{}
	for _, e := range v.reports() {
		r := e.body.(tocsin.Report)
		if len(hits) == q.Most() || !q.Finds(ledger.Words(r.Title), ledger.Words(r.Publisher), ledger.Words(r.Text)) {
			continue
		}
		h := ledger.Hit{Report: r}
		h.Snippet, h.Marks = q.Snippet(r.Text)
		h.Report.Text = ""
		hits = append(hits, h)
	}
	return hits, nil
}

// SearchStatements implements ledger.SearchView. The hits are in the order of the
// statements.
func (v view) SearchStatements(ctx context.Context, q ledger.Query) ([]ledger.Hit, error) {
	hits := []ledger.Hit{}
	for s, err := range v.Statements(ctx, ledger.Filter{}) {
		if err != nil {
			return nil, err
		}
		f := ledger.FieldsOf(&s)
		if len(hits) == q.Most() || s.Personal(nil) != "" || !q.Finds(f.Quote, f.Who, f.Says, f.Places) {
			continue
		}
		h := ledger.Hit{Statement: &s}
		if h.Report, err = v.Report(ctx, s.Report); err != nil {
			return nil, err
		}
		h.Report.Text = ""
		h.Snippet, h.Marks = q.Snippet(s.Quote)
		hits = append(hits, h)
	}
	return hits, nil
}
