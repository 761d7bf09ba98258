package feed_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tocsin"
	"tocsin/source/feed"
)

func tell(f feed.Feed, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	out := f.Title + " (" + f.Kind + ")"
	for _, e := range f.Entries {
		out += fmt.Sprintf("\n%s %s %q %q %q %q", e.ID, e.Published, e.Title, e.URL, e.HTML, e.Summary)
	}
	return out
}

// TestParse reads the three kinds of feeds; entries come the oldest first.
func TestParse(t *testing.T) {
	for name, want := range map[string]string{
		"rss.xml": `Example Wire (rss 2.0)
w-1 2020-08-18T10:00:00Z "Shots & fear in Kati" "https://wire.example/1" "" "<p>Soldiers left their barracks.</p>"
w-2 2020-10-15T08:12:00Z "Army retakes Farabougou" "https://wire.example/2" "<p>Soldiers entered the village of <b>Farabougou</b> on Wednesday, the minister of defence said.</p>" "Soldiers entered the village."`,
		"atom.xml": `Example Mission (atom 1.0)
urn:x:1 2020-08-18T12:00:00Z "Note on Kati" "https://mission.example/1" "<p>Soldiers left.</p>" ""`,
		"feed.json": `Example Desk (json https://jsonfeed.org/version/1.1)
j1 2020-08-18T12:00:00Z "Kati" "https://desk.example/1" "Soldiers left Kati." ""`,
	} {
		raw, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if got := tell(feed.Parse("https://a.example/feed", raw)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// What is wrong with a feed is said, with what to do.
func TestParseBad(t *testing.T) {
	item := func(inner string) string {
		return "<rss version='2.0'><channel><title>t</title><item>" + inner + "</item></channel></rss>"
	}
	for name, c := range map[string]struct{ raw, want string }{
		"empty":                   {" \n", "the feed is empty; see the address"},
		"a web page":              {"<!doctype html><html><head><link rel=alternate type='application/rss+xml' href='/feed.xml'></head></html>", "this is a web page and no feed; it names these feeds: /feed.xml"},
		"a page without a feed":   {"<html><body>x</body></html>", "look on the page for the address of its feed"},
		"something else":          {"hello", "this is no feed"},
		"an XML bomb":             {`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>` + item("<title>&b;</title>"), "defines entities, as XML bombs do"},
		"deep XML":                {strings.Repeat("<a>", 1<<20), "nests deeper than 128 elements"},
		"deep JSON":               {strings.Repeat("[", 1<<20), "nests deeper than 128 brackets"},
		"deep JSON in a feed":     {`{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat(`{"a":`, 100000), "nests deeper than 128 brackets"},
		"turned text in a title":  {item("<title>evil \u202egnp.exe</title>"), `"evil gnp.exe"`},
		"an address of a program": {item("<title>x</title><link>javascript:alert(1)</link>"), `"x" "" ""`},
		"an address of a file":    {item("<title>x</title><link>file:///etc/passwd</link>"), `"x" "" ""`},
		"zero bytes":              {item("<title>x</title><description>a\x00b</description>"), ""},
		"a wrong charset":         {`<?xml version="1.0" encoding="klingon"?>` + item("<title>x</title>"), ""},
		"no ids":                  {item("<description>a</description>"), "sha256:"},
	} {
		start := time.Now()
		if got := tell(feed.Parse("https://a.example/feed", []byte(c.raw))); !strings.Contains(got, c.want) || strings.ContainsRune(got, 0) || strings.HasPrefix(got, "error") && !strings.Contains(got, "; ") {
			t.Errorf("%s: %.300s, want %s", name, got, c.want)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// More entries than are taken are counted.
func TestManyEntries(t *testing.T) {
	f, err := feed.Parse("https://a.example/feed", []byte("<rss version='2.0'><channel><title>t</title>"+strings.Repeat("<item><title>x</title></item>", 2100)+"</channel></rss>"))
	if err != nil || len(f.Entries) != feed.MaxEntries || f.Left != 100 {
		t.Errorf("%d entries, %d left, %v", len(f.Entries), f.Left, err)
	}
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := feed.Parse("https://a.example/feed", raw)
		if err != nil {
			if tocsin.CodeOf(err) == tocsin.Internal || !strings.Contains(err.Error(), "; ") {
				t.Errorf("an error that does not say what to do: %v", err)
			}
			return
		}
		for _, e := range got.Entries {
			if e.ID == "" || !utf8.ValidString(e.Title+e.HTML+e.Summary+e.ID) || strings.ContainsAny(e.Title, "\n\x00\u202e") {
				t.Errorf("an unsound entry: %+v", e)
			}
			if e.URL != "" && feed.Check(e.URL) != nil {
				t.Errorf("an entry leads to %q", e.URL)
			}
		}
	})
}

func ExampleParse() {
	f, err := feed.Parse("https://wire.example/feed", []byte(`<rss version="2.0"><channel><title>Example Wire</title><item><title>Shots in Kati</title><pubDate>Tue, 18 Aug 2020 10:00:00 GMT</pubDate></item></channel></rss>`))
	fmt.Println(f.Title, f.Entries[0].Published, f.Entries[0].Title, err)
	// Output: Example Wire 2020-08-18T10:00:00Z Shots in Kati <nil>
}
