// Package feed reads RSS, Atom and JSON Feed, and fetches them and the pages they
// lead to.
//
// [Parse] takes the bytes of a feed and gives its entries, the oldest first,
// each in one form whatever the feed's. [Client] fetches one address: with
// conditional requests, so that a feed without news costs its server nothing,
// with limits on time, bytes and redirects, and never from an address inside a
// private network, whatever a name resolves to at the moment of connecting,
// unless the feed was added for that.
//
// It keeps nothing and reads no clock; what is due, what was seen and what
// becomes of an entry is for the caller. It runs no script and sends no cookie.
package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"tocsin"
	"tocsin/source/file"
	"tocsin/source/mail"
)

// Bounds of one feed.
const (
	MaxEntries = 2000
	maxDepth   = 128     // elements within one another
	maxTokens  = 2 << 20 // elements, ends and texts in all
)

// A Feed is what one fetch gave.
type Feed struct {
	Title    string
	Language string
	Kind     string           // "rss 2.0", "atom 1.0", "json 1.1"
	Entries  []file.FeedEntry // the oldest first
	Left     int              // entries beyond MaxEntries, which were not taken
}

// Parse reads the bytes of a feed, which came from address. Its errors carry a
// code and say what to do.
func Parse(address string, raw []byte) (feed Feed, err error) {
	defer func() {
		if r := recover(); r != nil { // the parser is another's
			feed, err = Feed{}, tocsin.Errorf(tocsin.Invalid, "see the feed in a browser and tell its publisher", "the feed cannot be read: %v", r)
		}
	}()
	if err := bounded(raw); err != nil {
		return feed, err
	}
	got, err := gofeed.NewParser().Parse(bytes.NewReader(raw))
	if err != nil {
		return feed, noFeed(raw, err)
	}
	feed = Feed{Title: mail.Clean(got.Title), Language: mail.Clean(got.Language), Kind: got.FeedType + " " + got.FeedVersion}
	for i, item := range got.Items {
		if i >= MaxEntries {
			feed.Left = len(got.Items) - MaxEntries
			break
		}
		if item != nil {
			feed.Entries = append(feed.Entries, entry(address, got, item))
		}
	}
	slices.Reverse(feed.Entries) // most feeds put the newest first
	slices.SortStableFunc(feed.Entries, func(a, b file.FeedEntry) int { return cmp.Compare(order(a), order(b)) })
	return feed, nil
}

// order sorts entries by their time; those without one stay as they came.
func order(e file.FeedEntry) string { return cmp.Or(e.Published, e.Modified) }

// entry brings an item of any feed into one form.
func entry(address string, f *gofeed.Feed, item *gofeed.Item) file.FeedEntry {
	e := file.FeedEntry{Feed: address, FeedTitle: mail.Clean(f.Title), URL: webAddress(item.Link), Title: text(item.Title),
		HTML: sound(item.Content), Summary: sound(item.Description), Language: mail.Clean(f.Language)}
	if item.PublishedParsed != nil {
		e.Published = item.PublishedParsed.UTC().Format(time.RFC3339)
	}
	if item.UpdatedParsed != nil {
		e.Modified = item.UpdatedParsed.UTC().Format(time.RFC3339)
	}
	e.Published = cmp.Or(e.Published, e.Modified)
	e.ID = cmp.Or(mail.Clean(item.GUID), e.URL, tocsin.Hash([]byte(e.Title + "\x00" + e.Summary))[:23])
	return e
}

// text is a title without the markup that some feeds put into it.
func text(title string) string {
	if strings.ContainsAny(title, "<&") {
		if root, err := html.Parse(strings.NewReader(title)); err == nil {
			var b strings.Builder
			for n := range root.Descendants() {
				if n.Type == html.TextNode {
					b.WriteString(n.Data)
				}
			}
			title = b.String()
		}
	}
	return mail.Clean(title)
}

func sound(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")
}

// webAddress is an address that can be fetched, "" for any other.
func webAddress(s string) string {
	u, err := parseAddress(strings.TrimSpace(s))
	if err != nil {
		return ""
	}
	return u.String()
}

// bounded refuses what is made to be deep or endless, and entities of its own,
// before anything recursive looks at it.
func bounded(raw []byte) error {
	if head := bytes.TrimLeft(raw, "\xef\xbb\xbf \t\r\n"); len(head) == 0 {
		return tocsin.Errorf(tocsin.Invalid, "see the address in a browser", "the feed is empty")
	} else if head[0] == '{' || head[0] == '[' {
		return shallow(head)
	}
	d := xml.NewDecoder(bytes.NewReader(raw))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	depth := 0
	for n := 0; ; n++ {
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) || err != nil {
			return nil // the parser will say it better
		}
		switch t := t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return tocsin.Errorf(tocsin.Invalid, "tell its publisher; nothing was read", "the feed defines entities, as XML bombs do")
			}
		}
		if depth > maxDepth || n > maxTokens {
			return tocsin.Errorf(tocsin.Invalid, "tell its publisher; nothing was read", "the feed nests deeper than %d elements or has more than %d", maxDepth, maxTokens)
		}
	}
}

// shallow refuses JSON that nests deeper than any feed does.
func shallow(raw []byte) error {
	depth, quoted := 0, false
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return tocsin.Errorf(tocsin.Invalid, "tell its publisher; nothing was read", "the feed nests deeper than %d brackets", maxDepth)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// noFeed says what came instead of a feed and, of a web page, which feeds it
// names.
func noFeed(raw []byte, err error) error {
	head := bytes.ToLower(raw[:min(len(raw), 2<<10)])
	if !bytes.Contains(head, []byte("<html")) && !bytes.Contains(head, []byte("<!doctype html")) {
		return tocsin.Errorf(tocsin.Invalid, "see the address in a browser: it should be RSS, Atom or JSON Feed", "this is no feed: %v", err)
	}
	hint := "look on the page for the address of its feed (RSS, Atom)"
	if root, perr := html.Parse(bytes.NewReader(raw)); perr == nil {
		if list := named(root); len(list) > 0 {
			hint = "it names these feeds: " + strings.Join(list, ", ")
		}
	}
	return tocsin.Errorf(tocsin.Invalid, hint, "this is a web page and no feed")
}

// named are the feeds that a page names in its head, at most five.
func named(root *html.Node) []string {
	var out []string
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.DataAtom != atom.Link || len(out) == 5 {
			continue
		}
		kind, href := "", ""
		for _, a := range n.Attr {
			switch a.Key {
			case "type":
				kind = a.Val
			case "href":
				href = mail.Clean(a.Val)
			}
		}
		if strings.Contains(kind, "rss") || strings.Contains(kind, "atom") || strings.Contains(kind, "feed+json") {
			out = append(out, fmt.Sprintf("%.200s", href))
		}
	}
	return out
}
