package serve

import (
	"crypto/rand"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"tocsin/desk"
)

// TestAPanicTellsNothing: a page that falls over with a report's words in its
// mouth is answered and told of without them.
func TestAPanicTellsNothing(t *testing.T) {
	const secret = "Zwartkopje"
	var lines []string
	d := desk.Ephemeral(desk.Options{Now: time.Now})
	defer d.Close()
	o := Options{Now: time.Now, Access: Access{Token: "a token of these tests", Random: rand.Reader}, Log: func(s string) { lines = append(lines, s) }}
	in, err := newDoors(o.Access, o.Now)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parsePages()
	if err != nil {
		t.Fatal(err)
	}
	s := &server{desk: d, options: o, pages: p, doors: in, asks: newLimiter(1, time.Hour)}
	h := s.guard(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("read " + secret) }))
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://localhost/enter", nil))
	if rec.Code != http.StatusInternalServerError || len(lines) != 1 || strings.Contains(rec.Body.String()+lines[0], secret) {
		t.Errorf("%d, told %q\n%s", rec.Code, lines, rec.Body)
	}
}
