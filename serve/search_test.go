package serve_test

import (
	"html"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/desk"
	"tocsin/serve"
)

// TestSearch finds reports and statements by their words, lights the words, and
// says what a query cannot be.
func TestSearch(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	for _, c := range []struct {
		name, path string
		status     int
		want       []string
	}{
		{"nothing asked", "/search", 200, []string{`name="q"`}},
		{"reports", "/search?q=keita+coup", 200, []string{"1 found", "<mark>Keïta</mark>", `href="/reports/sha256`}},
		{"statements", "/search?q=corrupt&in=statements", 200, []string{"<mark>corrupt</mark>", "Said by</b> The opposition", `href="/statements/st_`, "#lit"}},
		{"a phrase that is not there", "/search?q=%22coup+arrested%22", 200, []string{"0 found"}},
		{"before it was known", "/search?q=coup&at=2019-01-01", 200, []string{"0 found", `name="at" value="2019-01-01"`}},
		{"markup is text", "/search?q=script", 200, []string{"&lt;<mark>script</mark>"}},
		{"no query", "/search?q=%22%22", 400, []string{"tocsin"}},
	} {
		body := get(t, srv.URL+c.path, c.status)
		for _, want := range c.want {
			if !strings.Contains(body, want) {
				t.Errorf("%s: %q is not there\n%s", c.name, want, body)
			}
		}
		if strings.Contains(body, "<script") {
			t.Errorf("%s: a script", c.name)
		}
	}
}

// TestAilingFeed: a feed that does not answer is told of on every page.
func TestAilingFeed(t *testing.T) {
	d := small(t)
	srv := site(t, d, serve.Options{})
	if body := get(t, srv.URL+"/reports", http.StatusOK); strings.Contains(body, "/feeds") {
		t.Error("a desk without feeds links to them")
	}
	folder := filepath.Join(t.TempDir(), "letter\u202ebox")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := d.AddFeed(t.Context(), desk.Feed{Address: folder, Folder: true}); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Fetch(t.Context(), folder, desk.FetchOptions{}); err == nil {
		t.Fatal("a folder that is gone was read")
	}
	for _, path := range []string{"/", "/reports", "/verdicts", "/feeds", "/none"} {
		status := http.StatusOK
		if path == "/none" {
			status = http.StatusNotFound
		}
		body := html.UnescapeString(get(t, srv.URL+path, status))
		if !strings.Contains(body, "<strong>Feeds.</strong>") || !strings.Contains(body, "letter[U+202E]box") {
			t.Errorf("%s does not tell of the feed\n%s", path, body)
		}
	}
	if body := get(t, srv.URL+"/feeds", http.StatusOK); !strings.Contains(body, "<tbody><tr>") {
		t.Errorf("the feeds\n%s", body)
	}
}
