package serve

import (
	"net/http"
	"sync"

	"tocsin"
)

type verdictCache struct {
	mu   sync.Mutex
	key  string
	list []tocsin.Verdict
}

func (s *server) brief(r *http.Request) (view, error) {
	return view{Page: "error", Title: "Brief"}, nil
}
func (s *server) reports(r *http.Request) (view, error)   { return view{Page: "error"}, nil }
func (s *server) report(r *http.Request) (view, error)    { return view{Page: "error"}, nil }
func (s *server) statement(r *http.Request) (view, error) { return view{Page: "error"}, nil }
func (s *server) verdicts(r *http.Request) (view, error)  { return view{Page: "error"}, nil }
func (s *server) verdict(r *http.Request) (view, error)   { return view{Page: "error"}, nil }
func (s *server) pasteForm(r *http.Request) (view, error) { return view{Page: "error"}, nil }
func (s *server) paste(r *http.Request) (view, error)     { return view{Page: "error"}, nil }
