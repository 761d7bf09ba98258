package serve

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"

	"tocsin"
	"tocsin/ledger"
)

// An item is a statement as it is listed beside its text. N counts from 1.
type item struct {
	tocsin.Statement
	N        int
	Lit      bool
	Review   *tocsin.Review // the last one, nil where nobody looked
	Verdicts []tocsin.Verdict
	Fields   []field // where there is no page of the statement: a pasted text
}

// at is the knowledge date of a request: the one in its address, or else the
// desk's.
func (s *server) at(r *http.Request) (tocsin.Date, error) {
	word := r.URL.Query().Get("at")
	if word == "" {
		return s.options.At, nil
	}
	d, err := tocsin.ParseDate(short(word, 40))
	if err != nil {
		return 0, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "at"}, Err: err}
	}
	return d, nil
}

// A listed report is one line of the list.
type listed struct {
	tocsin.Report
	Statements int
}

// A shelf is one page of the list.
type shelf struct {
	List []listed
	All  int    // how many reports there are
	From string // the report after which the page begins; "" for the latest
	Next string // the same of the page that follows; "" where there is none
}

// reportsOnPage is how many reports are listed on one page.
const reportsOnPage = 100

func (s *server) reports(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	n := make(map[string]int)
	for rd, err := range s.desk.View(at).Readings(r.Context()) {
		if err != nil {
			return view{}, err
		}
		n[rd.Report] = len(rd.Statements)
	}
	reports, err := s.latestFirst(r.Context(), at)
	if err != nil {
		return view{}, err
	}
	page := shelf{From: r.URL.Query().Get("after"), All: len(reports)}
	reports = after(reports, page.From)
	for i := range reports[:min(len(reports), reportsOnPage)] {
		page.List = append(page.List, listed{reports[i], n[reports[i].ID]})
	}
	if len(reports) > reportsOnPage {
		page.Next = reports[reportsOnPage-1].ID
	}
	return view{Page: "reports", Title: "Reports", Data: page}, nil
}

// A reading is what the page of a report shows.
type reading struct {
	Report   tocsin.Report
	Segments []segment
	Items    []item
	Lit      int // how many statements are lit
}

func (s *server) report(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	rep, err := s.desk.View(at).Report(r.Context(), chi.URLParam(r, "id"))
	if err != nil {
		return view{}, err
	}
	items, err := s.items(r.Context(), at, ledger.Filter{Report: rep.ID})
	if err != nil {
		return view{}, err
	}
	page := reading{Report: rep, Items: items}
	for _, id := range r.URL.Query()["s"] {
		for i := range items {
			if items[i].ID == id && !items[i].Lit {
				items[i].Lit = true
				page.Lit++
			}
		}
	}
	page.Segments = light(rep.Text, items)
	return view{Page: "report", Title: name(rep), Data: page}, nil
}

// name is what a report is called: its title, or who published it, and when.
func name(rep tocsin.Report) string {
	switch {
	case rep.Title != "":
		return rep.Title
	case rep.Publisher != "" && !rep.Published.IsZero():
		return rep.Publisher + ", " + rep.Published.String()
	case rep.Publisher != "":
		return rep.Publisher
	}
	return "Report without a title"
}

// items are statements with what persons and the data say of them.
func (s *server) items(ctx context.Context, at tocsin.Date, f ledger.Filter) ([]item, error) {
	v := s.desk.View(at)
	j, err := s.desk.Judgements(ctx)
	if err != nil {
		return nil, err
	}
	var out []item
	for st, err := range v.Statements(ctx, f) {
		if err != nil {
			return nil, err
		}
		it := item{Statement: st, N: len(out) + 1}
		if rv, ok := j.Review(st.ID); ok {
			it.Review = &rv
		}
		verdicts, err := s.judged(ctx, at, st.Report)
		if err != nil {
			return nil, err
		}
		for _, vd := range verdicts {
			if vd.Statement == st.ID {
				it.Verdicts = append(it.Verdicts, vd)
			}
		}
		out = append(out, it)
	}
	return out, nil
}

// A told statement is what its page shows.
type told struct {
	item
	Source tocsin.Report
}

func (s *server) statement(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	items, err := s.items(r.Context(), at, ledger.Filter{IDs: []string{chi.URLParam(r, "id")}})
	if err != nil {
		return view{}, err
	}
	if len(items) == 0 {
		return view{}, tocsin.Errorf(tocsin.NotFound, "see the list of reports", "no such statement is known here")
	}
	rep, err := s.desk.View(at).Report(r.Context(), items[0].Report)
	if err != nil {
		return view{}, err
	}
	items[0].Fields = fields(&items[0].Statement)
	return view{Page: "statement", Title: "Statement: " + label(items[0].Statement), Data: told{items[0], rep}}, nil
}
