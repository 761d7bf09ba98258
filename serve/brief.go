package serve

import (
	"cmp"
	"context"
	"errors"
	"net/http"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

// A briefing is what the first page shows.
type briefing struct {
	brief.Brief
	Known map[string]bool // the verdicts that have a page
}

// brief is the first page: what the desk can say on a country at a date.
func (s *server) brief(r *http.Request) (view, error) {
	ctx := r.Context()
	at, err := s.at(r)
	if err != nil {
		return view{}, err
	}
	latest, err := s.latest(ctx, at)
	if err != nil {
		return view{}, err
	}
	if latest == nil {
		return view{Page: "empty", Title: "An empty desk", At: at}, nil
	}
	if at.IsZero() {
		at = latest.Published
	}
	country := r.URL.Query().Get("country")
	if country == "" {
		country = cmp.Or(s.options.Country, s.desk.Config().Country)
	}
	if country == "" {
		if country, err = s.subject(ctx, *latest); err != nil { // its ISO code
			return view{}, err
		}
	}
	c, err := s.desk.Country(ctx, short(country, 60))
	if err != nil {
		return view{}, err
	}
	b, err := s.desk.Brief(ctx, desk.BriefOptions{Country: c.Name, At: at, Args: s.options.Args})
	if err != nil {
		return view{}, err
	}
	page := briefing{Brief: b, Known: make(map[string]bool)}
	verdicts, err := s.judged(ctx, at)
	if err != nil {
		return view{}, err
	}
	for i := range verdicts {
		page.Known[verdicts[i].ID] = true
	}
	return view{Page: "brief", Title: b.Title, Data: page, At: at}, nil
}

// latest is the report that came out last, nil on a desk without any.
func (s *server) latest(ctx context.Context, at tocsin.Date) (*tocsin.Report, error) {
	var last *tocsin.Report
	for rep, err := range s.desk.View(at).Reports(ctx) {
		if err != nil {
			return nil, err
		}
		last = &rep
	}
	return last, nil
}

// subject is the country a report is about. Where it does not tell, a person
// has to say.
func (s *server) subject(ctx context.Context, rep tocsin.Report) (string, error) {
	result, err := s.desk.Read(ctx, rep)
	if err != nil {
		return "", err
	}
	if result.Country == "" {
		return "", &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{Field: "country"}, Err: errors.New("the latest report does not tell which country it is about"),
			Hint: "name one in the address: /?country=Mali"}
	}
	return result.Country, nil
}
