package file

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// html reduces a page to its article and reads what the page says of itself.
func (f *found) html(page string) error {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return fmt.Errorf("the page cannot be parsed: %w", err)
	}
	m := &meta{f: f}
	m.walk(root)
	m.finish()
	f.text = body(root)
	if len(f.published) == 0 {
		f.head(f.text)
	}
	return nil
}

// What readability takes of a page counts where it is no shorter than this, in
// bytes, and no less than this part of all that stands in the page's article;
// else it has missed the report.
const (
	leastReadable = 300
	leastShare    = 0.4
	maxElements   = 30000 // beyond that a page is taken as it stands
)

// body is the text of a page's article: what readability (the rules by which
// Firefox makes its reader view) leaves of it, under its headline, or else the
// part that says of itself that it is the article.
func body(root *html.Node) string {
	whole := &writer{}
	whole.node(article(root))
	all := whole.String()
	parser := readability.NewParser()
	parser.MaxElemsToParse, parser.KeepClasses = maxElements, true
	page, err := parser.ParseDocument(root, nil)
	if err != nil || page.Node == nil {
		return all
	}
	w := &writer{}
	w.node(page.Node)
	text := w.String()
	if len(text) < leastReadable || float64(len(text)) < leastShare*float64(len(all)) {
		return all
	}
	if h := find(root, func(n *html.Node) bool { return n.DataAtom == atom.H1 }); h != nil {
		if title := inner(h); title != "" && len(title) <= 300 && !strings.Contains(text[:min(len(text), len(title)+200)], title) {
			text = title + "\n\n" + text
		}
	}
	return text
}

// front is the mark around a Markdown file's front matter.
const front = "---"

// Markdown is parsed in quadratic time where brackets or quote marks open and
// never close. These bounds keep a hostile file to seconds; no report comes near.
const (
	maxMarkdown = 2 << 20 // bytes
	maxOpen     = 4000    // opening marks of one kind between two empty lines
)

// bounded refuses Markdown that would take too long to parse.
func bounded(text string) error {
	if len(text) > maxMarkdown {
		return fmt.Errorf("the Markdown has %d bytes, at most %d are parsed", len(text), maxMarkdown)
	}
	for block := range strings.SplitSeq(text, "\n\n") {
		for _, mark := range []string{"[", ">", "<"} {
			if n := strings.Count(block, mark); n > maxOpen {
				return fmt.Errorf("a paragraph has %d times %q, at most %d are parsed", n, mark, maxOpen)
			}
		}
	}
	return nil
}

// markdown reads front matter, renders the rest and reduces it as a page. Raw
// HTML within is dropped.
func (f *found) markdown(text string) error {
	text = strings.TrimPrefix(text, "\ufeff")
	text = f.frontMatter(strings.ReplaceAll(text, "\r\n", "\n"))
	if err := bounded(text); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.Table)).Convert([]byte(text), &page); err != nil {
		return fmt.Errorf("the Markdown cannot be parsed: %w", err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		return fmt.Errorf("the Markdown nests too deep: %w", err)
	}
	w := &writer{}
	w.node(root)
	f.text = w.String()
	if h := find(root, func(n *html.Node) bool { return n.DataAtom == atom.H1 }); h != nil && f.title.value == "" {
		f.title = fact{inner(h), "the first heading"}
	}
	f.head(f.text)
	return nil
}

// frontMatter takes the "key: value" lines between two lines of three hyphens at
// the top and returns the rest. Lists and nested values are passed over.
func (f *found) frontMatter(text string) string {
	rest, ok := strings.CutPrefix(text, front+"\n")
	if !ok {
		return text
	}
	head, rest, ok := strings.Cut(rest, "\n"+front+"\n")
	if !ok {
		return text
	}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, ok := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		if !ok || value == "" || strings.HasPrefix(key, " ") {
			continue
		}
		key = strings.ToLower(strings.TrimSpace(key))
		f.label(key, value, "the front matter, "+key)
	}
	return rest
}

// dropped are the elements whose content is no part of an article.
var dropped = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Footer, atom.Aside, atom.Form,
	atom.Button, atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Audio, atom.Video, atom.Canvas,
	atom.Head, atom.Menu, atom.Dialog}

// inline are the elements that do not end a paragraph; all others do.
var inline = []atom.Atom{atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em,
	atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span,
	atom.Strong, atom.Strike, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr}

// article is the part of the page that holds the report: the article with most
// text, else the main part, else the body.
func article(root *html.Node) *html.Node {
	// One without text is no choice.
	for _, is := range []func(*html.Node) bool{
		func(n *html.Node) bool { return attr(n, "itemprop") == "articleBody" },
		func(n *html.Node) bool { return n.DataAtom == atom.Article },
		func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" },
		func(n *html.Node) bool { return n.DataAtom == atom.Body },
	} {
		var best *html.Node
		most := 0
		each(root, func(n *html.Node) {
			if is(n) {
				if size := len(inner(n)); size > most {
					best, most = n, size
				}
			}
		})
		if best != nil {
			return best
		}
	}
	return root
}

func hidden(n *html.Node) bool {
	return slices.Contains(dropped, n.DataAtom) || has(n, "hidden") || attr(n, "aria-hidden") == "true" ||
		slices.Contains([]string{"navigation", "search", "complementary", "contentinfo", "banner"}, attr(n, "role")) ||
		n.DataAtom == atom.Header && n.Parent != nil && n.Parent.DataAtom == atom.Body || beside(n)
}

// besides are words in the class or id of an element that stands beside an
// article and not in it.
var besides = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:ad|ads|advert|adverts|advertisement|advertising|sponsored|promo|newsletter|cookies?|comments|disqus|` +
	`share|sharing|related|recommended|recommendations|breadcrumbs?|pagination|subscribe|subscription|most-read|mostread)(?:$|[\s_-])`)

// teaser begins a paragraph that leads to another article.
var teaser = regexp.MustCompile(`(?i)^\s*(?:(?:read|see|watch) (?:also|more)|also read|related(?: stor(?:y|ies))?|more on this)\s*:`)

// beside reports an advert, a share bar, the comments or the like. What holds the
// headline is none, whatever it is called.
func beside(n *html.Node) bool {
	if n.DataAtom == atom.P && n.FirstChild != nil && n.FirstChild.Type == html.TextNode && teaser.MatchString(n.FirstChild.Data) &&
		find(n, func(m *html.Node) bool { return m.DataAtom == atom.A }) != nil {
		return true
	}
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.P, atom.Span:
	default:
		return false
	}
	if !besides.MatchString(attr(n, "class")) && !besides.MatchString(attr(n, "id")) {
		return false
	}
	return find(n, func(m *html.Node) bool { return m.DataAtom == atom.H1 }) == nil
}

// writer collects text: runs of blanks become one, a block ends a paragraph.
type writer struct {
	b     strings.Builder
	para  strings.Builder
	space bool
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if hidden(n) {
			return
		}
	case html.CommentNode, html.DoctypeNode:
		return
	}
	block := n.Type == html.ElementNode && !slices.Contains(inline, n.DataAtom)
	switch {
	case n.DataAtom == atom.Br:
		w.trimmed("\n")
		return
	case n.DataAtom == atom.Td || n.DataAtom == atom.Th:
		block = false
		if w.para.Len() > 0 {
			w.trimmed(" | ")
		}
	case block:
		w.end()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.end()
	}
}

func (w *writer) text(s string) {
	for _, r := range s {
		switch r {
		case ' ', '\t', '\n', '\r', '\f', '\u00a0':
			w.space = true
			continue
		case 0, '\u00ad': // a soft hyphen is no part of the word
			continue
		}
		if w.space && w.para.Len() > 0 && !strings.HasSuffix(w.para.String(), "\n") {
			w.para.WriteByte(' ')
		}
		w.space = false
		w.para.WriteRune(r)
	}
}

// trimmed writes a separator in place of any blanks before it.
func (w *writer) trimmed(sep string) {
	w.space = false
	w.para.WriteString(sep)
}

// end closes the paragraph.
func (w *writer) end() {
	w.space = false
	p := strings.TrimSpace(w.para.String())
	w.para.Reset()
	if p == "" {
		return
	}
	if w.b.Len() > 0 {
		w.b.WriteString("\n\n")
	}
	w.b.WriteString(p)
}

// String closes the last paragraph and returns the text, which ends with a
// newline.
func (w *writer) String() string {
	w.end()
	if w.b.Len() == 0 {
		return ""
	}
	return w.b.String() + "\n"
}

// inner is the text of a node in one line.
func inner(n *html.Node) string {
	w := &writer{}
	w.node(n)
	return strings.Join(strings.Fields(w.String()), " ")
}

func each(n *html.Node, do func(*html.Node)) {
	do(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

func find(n *html.Node, is func(*html.Node) bool) *html.Node {
	if is(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if m := find(c, is); m != nil {
			return m
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
