package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	markdown "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"tocsin"
)

// What a report may bring along: its sentences are read, its title and publisher
// are printed, and each tries to be more than text.
const (
	hostileTitle     = "Coup ](javascript:alert(1)) <img src=x onerror=alert(2)>\r\n# A heading of its own ../../etc/passwd"
	hostilePublisher = "=cmd|' /C calc'!A0 [x](https://evil.example) \x1b]0;title\a \u202egnp"
	hostileReport    = "On August 18, soldiers from Kati launched a coup and arrested President \x1b[31mKeïta\x1b[0m. " +
		"The opposition claims that the president is [corrupt](javascript:alert(1)).\n\n" +
		"Residents said at least 12 people were killed in Gao on August 10 \"\n\n> # quoted <script>alert(3)</script>\n\n" +
		"Four people were killed in Mali in May. `code` www.evil.example and https://evil.example/?a=b said so. " +
		"The =HYPERLINK(\"https://evil.example\") group attacked a \u202epihsredael\u202c convoy in Gao on August 11.\n\n" +
		"```\nSoldiers killed | three | protesters\n---|---|---\nin Bamako on August 12.\n"
)

// hostileDesk is a desk that holds such a report and rows like it.
func hostileDesk(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	ged := "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n" +
		"1,2020,5,2,Mali,State-based violence,\"<script>alert(1)</script>\",\"=1+1\",\"\u202e@SUM(A1)\x1b[2J\",14.69,-6.02,3,4,9\n" +
		"2,2020,8,9,Mali,State-based violence,[x](javascript:1),Government of Mali,JNIM,13.2,-5.9,8,8,8\n"
	for name, body := range map[string]string{"report.txt": hostileReport, "ged.csv": ged} {
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"ucdp-ged", "ged.csv", "--released", "2020-08-01"}, {"report", "report.txt", "--published", "2020-08-20", "--title", hostileTitle, "--publisher", hostilePublisher}} {
		if code, _, words := run(t, append([]string{"import"}, args...)...); code != exitOK {
			t.Fatalf("import %s ends with %d: %s", args, code, words)
		}
	}
}

// commanding finds what would do something to a terminal in text that may hold
// nothing of the kind, not even a tab.
func commanding(s string) string {
	for _, r := range s {
		if r != '\n' && (unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') {
			return fmt.Sprintf("%U", r)
		}
	}
	return ""
}

// TestTablesOfHostileReports: what the verbs print for a person holds no escape
// code, no control character and nothing that turns the direction of text.
func TestTablesOfHostileReports(t *testing.T) {
	hostileDesk(t)
	for _, args := range [][]string{{"read", "report.txt", "--published", "2020-08-20"}, {"check"}, {"search", "coup"}, {"brief", "--country", "Mali"}, {"brief", "--country", "Mali", "--format", "html"},
		{"watch", "tempo", "--country", "Mali"}} {
		code, out, words := run(t, args...)
		if code != exitOK || out == "" {
			t.Errorf("%s ends with %d: %s", args, code, words)
		}
		if bad := commanding(out); bad != "" {
			t.Errorf("%s prints %s:\n%q", args, bad, out)
		}
		if bad := commanding(words); bad != "" {
			t.Errorf("%s says %s: %q", args, bad, words)
		}
	}
}

var ownAnchor = regexp.MustCompile(`^<a id="note-\d+">$|^</a>$`)

// TestMarkdownOfHostileReports renders the brief as a reader of Markdown does,
// with raw HTML and bare links let through: all that is marked up is the brief's
// own, and every link leads to an endnote.
func TestMarkdownOfHostileReports(t *testing.T) {
	hostileDesk(t)
	_, out, _ := run(t, "brief", "--country", "Mali")
	for _, want := range []string{"Keïta", "corrupt", "passwd", "evil"} {
		if !strings.Contains(out, want) {
			t.Errorf("the brief does not cite %q, so it shows nothing:\n%s", want, out)
		}
	}
	own := regexp.MustCompile(`^(Mali.*|[A-Z][a-z ,’-]+)$`)
	src := []byte(out)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(markdown.WithUnsafe())).Parser().Parse(text.NewReader(src))
	err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			if !strings.HasPrefix(string(n.Destination), "#note-") {
				t.Errorf("a link to %s", n.Destination)
			}
		case *ast.AutoLink, *ast.Image, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.CodeSpan, *ast.HTMLBlock, *ast.Blockquote:
			t.Errorf("%s in the brief", n.Kind())
		case *ast.Heading:
			if words := string(n.Text(src)); !own.MatchString(words) {
				t.Errorf("a heading %q", words)
			}
		case *ast.RawHTML:
			if tag := string(n.Segments.Value(src)); !ownAnchor.MatchString(tag) {
				t.Errorf("raw HTML %q", tag)
			}
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestHTMLOfHostileReports: the page holds no script, no image, no handler, and
// its links lead to its own endnotes.
func TestHTMLOfHostileReports(t *testing.T) {
	hostileDesk(t)
	_, out, _ := run(t, "brief", "--country", "Mali", "--format", "html")
	doc, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		seen++
		switch n.Data {
		case "script", "img", "iframe", "object", "embed", "svg", "form", "base":
			t.Errorf("<%s> in the brief", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "#note-") || a.Key == "src" || a.Key == "style" {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
	if seen < 20 || !strings.Contains(out, "&lt;script&gt;") && !strings.Contains(out, "&lt;img") {
		t.Errorf("%d elements, and nothing hostile is shown", seen)
	}
}

// TestTablesForSpreadsheets: no cell of any CSV is a formula, and numbers are.
func TestTablesForSpreadsheets(t *testing.T) {
	hostileDesk(t)
	for _, args := range [][]string{{"read", "report.txt", "--published", "2020-08-20", "--format", "csv"}, {"check", "--format", "csv"}, {"watch", "tempo", "--country", "Mali", "--format", "csv"}} {
		code, out, words := run(t, args...)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if code != exitOK || err != nil || len(rows) < 2 {
			t.Fatalf("%s ends with %d, %v, %d rows: %s", args, code, err, len(rows), words)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != guard(cell) && !strings.HasPrefix(cell, "'") {
					t.Errorf("%s: the cell %q is a formula", args, cell)
				}
			}
		}
	}
}

// TestJSONOfHostileReports: each line is JSON whatever bytes came in.
func TestJSONOfHostileReports(t *testing.T) {
	for _, s := range []string{"\x00", "\xed\xa0\x80 half a surrogate", "\xff\xfe", "\u2028</script>", "\"\\\n\x1b[0m"} {
		var b bytes.Buffer
		if err := printJSONL(&b, []tocsin.Statement{{Quote: s}}); err != nil {
			t.Fatal(err)
		}
		var back tocsin.Statement
		if err := json.Unmarshal(b.Bytes(), &back); err != nil || strings.Count(b.String(), "\n") != 1 || !json.Valid(b.Bytes()) {
			t.Errorf("%q is written as %s: %v", s, b.String(), err)
		}
		if want := strings.ToValidUTF8(s, "\ufffd"); strings.ReplaceAll(back.Quote, "\ufffd\ufffd\ufffd", "\ufffd") != want && strings.ReplaceAll(back.Quote, "\ufffd\ufffd", "\ufffd") != want {
			t.Errorf("%q comes back as %q, want %q", s, back.Quote, want)
		}
	}
}

// TestFilesAreNamedByUs: a file that is written for a person is named by an
// identity, never by a title, and what it draws holds the report as text.
func TestFilesAreNamedByUs(t *testing.T) {
	hostileDesk(t)
	if code, _, words := run(t, "check", "--charts", "charts"); code != exitOK {
		t.Fatalf("check ends with %d: %s", code, words)
	}
	list, err := os.ReadDir("charts")
	if err != nil || len(list) == 0 {
		t.Fatalf("%d charts, %v", len(list), err)
	}
	for _, f := range list {
		if !regexp.MustCompile(`^vd_[0-9a-f]{32}\.svg$`).MatchString(f.Name()) {
			t.Errorf("a chart is called %q", f.Name())
		}
		svg, err := os.ReadFile(filepath.Join("charts", f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		if bad := regexp.MustCompile(`(?i)<script|<a |<image|<foreignObject|javascript:|\son\w+=|\x1b|\x{202e}`).Find(svg); bad != nil {
			t.Errorf("%s holds %q", f.Name(), bad)
		}
	}
}

// TestTooManyColumns: a table of ten thousand columns is refused in words, and so
// is a row that has as many.
func TestTooManyColumns(t *testing.T) {
	t.Chdir(t.TempDir())
	head := "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death"
	row := "1,2020,5,2,Mali,State-based violence,test,Government of Mali,JNIM,14.69,-6.02,3,4,9"
	var names strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&names, ",c%d", i)
	}
	for name, c := range map[string]struct{ body, want string }{
		"wide.csv":   {head + names.String() + "\n" + row + strings.Repeat(",x", 10_000) + "\n", "columns"},
		"ragged.csv": {head + "\n" + row + strings.Repeat(",x", 10_000) + "\n", "fields"},
	} {
		if err := os.WriteFile(name, []byte(c.body), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, words := run(t, "import", "ucdp-ged", name, "--released", "2021-01-01")
		if code != exitFailed || !strings.Contains(words, name) || !strings.Contains(words, c.want) {
			t.Errorf("%s: %d\n%s", name, code, words)
		}
	}
}
