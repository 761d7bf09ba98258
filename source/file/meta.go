package file

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta collects what a page says of itself. Several places may say the same
// thing; they are kept by how far they are to be trusted.
type meta struct {
	f      *found
	dates  [len(dateSources) + 2][]fact
	title  [3]fact // og:title, h1, title
	site   [3]fact // og:site_name, JSON-LD, meta publisher
	linked fact    // canonical address
}

// dateSources are the names of meta elements that give the publication, the
// surest first. JSON-LD ranks behind them, <time> last.
var dateSources = [...]string{"article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "dcterms.created",
	"dc.date", "pubdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "date"}

const (
	rankJSON = len(dateSources)
	rankTime = len(dateSources) + 1
)

func (m *meta) walk(n *html.Node) {
	if n.Type == html.ElementNode {
		m.element(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c)
	}
}

func first(dst *fact, value, where string) {
	if value = strings.Join(strings.Fields(value), " "); dst.value == "" && value != "" {
		*dst = fact{value, where}
	}
}

func (m *meta) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		m.f.language = attr(n, "lang")
	case atom.Title:
		if n.FirstChild != nil && m.title[2].value == "" {
			first(&m.title[2], n.FirstChild.Data, "<title>")
		}
	case atom.H1:
		first(&m.title[1], inner(n), "<h1>")
	case atom.Meta:
		m.named(n)
	case atom.Link:
		if attr(n, "rel") == "canonical" {
			first(&m.linked, attr(n, "href"), "the canonical link")
		}
	case atom.Time:
		if v := attr(n, "datetime"); v != "" && len(m.dates[rankTime]) == 0 {
			m.dates[rankTime] = append(m.dates[rankTime], fact{v, "the first <time>"})
		}
	case atom.Script:
		if attr(n, "type") == "application/ld+json" && n.FirstChild != nil {
			m.jsonLD(n.FirstChild.Data)
		}
	}
}

func (m *meta) named(n *html.Node) {
	content := attr(n, "content")
	if content == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		name := strings.ToLower(attr(n, key))
		switch name {
		case "":
			continue
		case "og:site_name":
			first(&m.site[0], content, "og:site_name")
		case "publisher", "dc.publisher", "application-name":
			first(&m.site[2], content, "meta "+name)
		case "og:title":
			first(&m.title[0], content, "og:title")
		case "og:url":
			first(&m.linked, content, "og:url")
		}
		for rank, s := range dateSources {
			if name == s {
				m.dates[rank] = append(m.dates[rank], fact{content, "meta " + name})
			}
		}
	}
}

// jsonLD reads datePublished and publisher of the first thing in a block of
// linked data that has one.
func (m *meta) jsonLD(block string) {
	var v any
	if json.Unmarshal([]byte(block), &v) != nil {
		return // such blocks are often broken, and never the only place
	}
	m.linkedData(v, 0)
}

func (m *meta) linkedData(v any, depth int) {
	if depth > 4 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			m.linkedData(item, depth+1)
		}
	case map[string]any:
		if s, ok := v["datePublished"].(string); ok && len(m.dates[rankJSON]) == 0 {
			m.dates[rankJSON] = append(m.dates[rankJSON], fact{s, "JSON-LD datePublished"})
		}
		if p, ok := v["publisher"].(map[string]any); ok {
			if s, ok := p["name"].(string); ok {
				first(&m.site[1], s, "JSON-LD publisher")
			}
		}
		m.linkedData(v["@graph"], depth+1)
	}
}

// finish hands over what was found, the surest first. A <time> counts only where
// nothing better gives a date: pages carry times of many things.
func (m *meta) finish() {
	for _, t := range m.title {
		first(&m.f.title, t.value, t.where)
	}
	for _, s := range m.site {
		first(&m.f.publisher, s.value, s.where)
	}
	m.f.url = m.linked
	for rank, facts := range m.dates {
		if rank == rankTime && len(m.f.published) > 0 {
			continue
		}
		m.f.published = append(m.f.published, facts...)
	}
}
