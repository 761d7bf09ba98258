package serve

import (
	"context"
	"net/http"
	"strings"

	"tocsin"
	"tocsin/ledger"
	"tocsin/source/file"
)

func statementFilter(id string) ledger.Filter { return ledger.Filter{IDs: []string{id}} }

// A pasted text is what the page with the box shows, before and after.
type pasted struct {
	Today    tocsin.Date
	Done     bool
	Report   tocsin.Report
	Segments []segment
	Items    []item
	Verdicts []tocsin.Verdict
	Tallies  []tally
	Warnings []tocsin.Warning
}

func (s *server) pasteForm(*http.Request) (view, error) {
	return view{Page: "paste", Title: "Paste a text", Data: pasted{Today: tocsin.DateOf(s.options.Now())}}, nil
}

// paste reads the text of a form and judges its claims. Nothing is kept.
func (s *server) paste(r *http.Request) (view, error) {
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	text := strings.ReplaceAll(r.PostForm.Get("text"), "\r\n", "\n")
	if len(text) > MaxPaste {
		return view{}, &http.MaxBytesError{Limit: MaxPaste}
	}
	if strings.TrimSpace(text) == "" {
		return view{}, tocsin.Errorf(tocsin.Invalid, "paste the text of a report into the box", "there is no text")
	}
	published, err := tocsin.ParseDate(short(strings.TrimSpace(r.PostForm.Get("published")), 40))
	if err != nil {
		return view{}, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "published"}, Err: err}
	}
	if !take(r.Context(), s.reading) {
		return view{}, tocsin.Errorf(tocsin.Unavailable, "try again in a moment", "other texts are being read")
	}
	defer func() { <-s.reading }()
	page, err := s.readPasted(r.Context(), text, published, at)
	if err != nil {
		return view{}, err
	}
	return view{Page: "paste", Title: "A pasted text", Data: page}, nil
}

func (s *server) readPasted(ctx context.Context, text string, published, at tocsin.Date) (pasted, error) {
	page := pasted{Today: published, Done: true}
	rep, result, err := s.desk.ReadFile(ctx, "pasted text", []byte(text), file.Options{Published: published, MediaType: file.Plain})
	if err != nil {
		return page, err
	}
	page.Report, page.Warnings = rep, result.Warnings
	if page.Verdicts, err = s.desk.Check(ctx, result.Statements, at, s.options.Args); err != nil {
		return page, err
	}
	page.Tallies = tallies(page.Verdicts)
	for i, st := range result.Statements {
		it := item{Statement: st, N: i + 1, Fields: fields(&st)}
		for _, v := range page.Verdicts {
			if v.Statement == st.ID {
				it.Verdicts = append(it.Verdicts, v)
			}
		}
		page.Items = append(page.Items, it)
	}
	page.Segments = light(rep.Text, page.Items)
	return page, nil
}
