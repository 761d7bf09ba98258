package serve_test

import (
	"fmt"
	"math"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"tocsin/serve"
)

// TestPagesCanBeUsed holds every kind of page to what readers of the screen and
// of the keyboard need: a language, one heading of the first level and no level
// skipped, a label on each field, a head on each table, no id twice; and each
// form to the token of the session.
func TestPagesCanBeUsed(t *testing.T) {
	srv := site(t, small(t), serve.Options{})
	for _, path := range append(mainPages(t, srv.URL), "/?at=2019-01-01") {
		status := http.StatusOK
		if path == "/none" {
			status = http.StatusNotFound
		}
		doc, err := html.Parse(strings.NewReader(get(t, srv.URL+path, status)))
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range unusable(doc) {
			t.Errorf("%s: %s", path, problem)
		}
	}
}

// unusable lists what is wrong with a page.
func unusable(doc *html.Node) (problems []string) {
	fail := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	ids, labelled, last, tops := map[string]bool{}, map[string]bool{}, 0, 0
	for n := range doc.Descendants() {
		if n.Data == "label" {
			labelled[attr(n, "for")] = true
		}
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				fail("the id %s twice", id)
			}
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attr(n, "lang") == "" {
				fail("no language")
			}
		case "h1", "h2", "h3":
			level := int(n.Data[1] - '0')
			if level > last+1 {
				fail("h%d follows h%d", level, last)
			}
			last = level
			if level == 1 {
				tops++
			}
		case "input", "select", "textarea":
			if attr(n, "type") != "hidden" && !within(n, "label") && (attr(n, "id") == "" || !labelled[attr(n, "id")]) {
				fail("the field %q has no label", attr(n, "name"))
			}
		case "form":
			if strings.EqualFold(attr(n, "method"), "post") && !strings.HasPrefix(attr(n, "action"), "/enter") && formSecret(n) != formToken() {
				fail("a form without the token of its session")
			}
		case "table":
			if !within(n, "div") || !has(n, "th") {
				fail("a table without a head, or that cannot be scrolled")
			}
		case "th":
			if attr(n, "scope") == "" {
				fail("a head of a table without its scope")
			}
		}
	}
	if tops != 1 {
		fail("%d headings of the first level", tops)
	}
	return problems
}

// formSecret is what a form sends along to show whose it is.
func formSecret(form *html.Node) string {
	for n := range form.Descendants() {
		if n.Data == "input" && attr(n, "name") == "csrf" {
			return attr(n, "value")
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func within(n *html.Node, element string) bool {
	for up := range n.Ancestors() {
		if up.Data == element {
			return true
		}
	}
	return false
}

func has(n *html.Node, element string) bool {
	for down := range n.Descendants() {
		if down.Data == element {
			return true
		}
	}
	return false
}

// TestContrast holds the colours of the text to the contrast that WCAG 2.2 asks
// for at level AA (success criterion 1.4.3: 4.5 to 1), by day and by night.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("web/style.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := regexp.MustCompile(`:root \{[^}]*--ink[^}]*\}`).FindAllString(string(css), 2)
	if len(schemes) != 2 {
		t.Fatalf("%d schemes of colours", len(schemes))
	}
	for i, scheme := range schemes {
		colours := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{3,6})`).FindAllStringSubmatch(scheme, -1) {
			colours[m[1]] = luminance(t, m[2])
		}
		for ink, grounds := range map[string]string{"ink": "paper ground warn", "soft": "paper ground", "link": "paper ground warn", "good": "paper", "bad": "paper",
			"mid": "paper", "none": "paper ground", "bar-ink": "bar", "lit-ink": "lit"} {
			for ground := range strings.FieldsSeq(grounds) {
				a, b := colours[ink], colours[ground]
				if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
					t.Errorf("scheme %d: %s on %s has a contrast of %.2f", i, ink, ground, ratio)
				}
			}
		}
	}
}

// luminance is the relative luminance of WCAG 2.2, from 0 to 1.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	hex = strings.TrimPrefix(hex, "#")
	if len(hex) == 3 {
		hex = hex[:1] + hex[:1] + hex[1:2] + hex[1:2] + hex[2:] + hex[2:]
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
