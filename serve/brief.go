package serve

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"sync"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
	"tocsin/ledger"
)

// A briefing is what the first page shows.
type briefing struct{ brief.Brief }

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
	b, err := s.written(ctx, desk.BriefOptions{Country: c.Name, At: at, Args: s.options.Args})
	if err != nil {
		return view{}, err
	}
	return view{Page: "brief", Title: b.Title, Data: briefing{b}, At: at}, nil
}

// maxBriefs is how many briefs are kept before all are dropped.
const maxBriefs = 16

// briefCache keeps the briefs as long as the ledger stays as it is.
type briefCache struct {
	mu   sync.Mutex
	head ledger.Head
	of   map[briefKey]brief.Brief
}

// A briefKey is a country as it was known at a date.
type briefKey struct {
	country string
	at      tocsin.Date
}

// written is the brief of a country, written again when anything has been added
// to the ledger.
func (s *server) written(ctx context.Context, o desk.BriefOptions) (brief.Brief, error) {
	head, err := s.desk.Head(ctx)
	if err != nil {
		return brief.Brief{}, err
	}
	key := briefKey{o.Country, o.At}
	s.briefs.mu.Lock()
	defer s.briefs.mu.Unlock()
	if s.briefs.head != head || len(s.briefs.of) >= maxBriefs {
		s.briefs.head, s.briefs.of = head, make(map[briefKey]brief.Brief)
	}
	if b, ok := s.briefs.of[key]; ok {
		return b, nil
	}
	b, err := s.desk.Brief(ctx, o)
	if err != nil {
		return brief.Brief{}, err
	}
	s.briefs.of[key] = b
	return b, nil
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
