package file

import (
	"context"
	"encoding/json"
	"strings"

	"golang.org/x/net/html"

	"tocsin"
	"tocsin/source/docx"
	"tocsin/source/mail"
	"tocsin/source/pdf"
)

// readPDF takes the text out of a PDF.
func readPDF(raw []byte, o Options) (*found, error) {
	read := o.PDF
	if read == nil {
		engine := &pdf.Engine{}
		defer engine.Close()
		read = func(raw []byte) (pdf.Document, error) { return engine.Read(context.Background(), raw, pdf.Options{}) }
	}
	doc, err := read(raw)
	if err != nil {
		return nil, err
	}
	f := &found{text: doc.Text, pages: doc.Pages, notes: doc.Notes, warnings: doc.Warnings}
	f.head(doc.Text)
	if doc.Title != "" {
		f.title = fact{doc.Title, doc.Where}
	}
	return f, nil
}

// readWord takes the text out of a Word file.
func readWord(raw []byte) (*found, error) {
	doc, err := docx.Read(raw)
	if err != nil {
		return nil, err
	}
	f := &found{text: doc.Text, notes: doc.Notes}
	f.head(doc.Text)
	if doc.Title != "" {
		f.title = fact{doc.Title, "the properties of the Word file"}
	}
	return f, nil
}

// fullPlain is how long, against the page, the plain form of a mail must be to
// be read: some senders put a line there that asks to open the other.
const fullPlain = 0.3

// readMail takes the text out of one message, without what it quotes, forwards
// and attaches.
func readMail(raw []byte) (*found, error) {
	m, err := mail.Read(raw)
	if err != nil {
		return nil, err
	}
	f := &found{text: m.Plain, notes: m.Notes, warnings: m.Warnings}
	if m.HTML != nil {
		page := &found{}
		if err := page.html(string(m.HTML)); err == nil && float64(len(m.Plain)) < fullPlain*float64(len(page.text)) {
			f.text = page.text
			f.notes = append(f.notes, "read from the mail's page, which holds more than its plain text")
		}
	}
	f.title = fact{m.Subject, "the mail's subject"}
	f.publisher = fact{m.From, "the mail's sender"}
	if m.Date != "" {
		f.published = []fact{{m.Date, "the mail's date"}}
	}
	return f, nil
}

// A FeedEntry is one entry of a feed in the words of JSON Feed (version 1.1);
// package feed writes it and it is kept as the report's bytes.
type FeedEntry struct {
	Feed      string `json:"feed"` // address of the feed
	FeedTitle string `json:"feed_title,omitempty"`
	ID        string `json:"id"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	HTML      string `json:"content_html,omitempty"`
	Text      string `json:"content_text,omitempty"`
	Summary   string `json:"summary,omitempty"` // HTML or text
	Published string `json:"date_published,omitempty"`
	Modified  string `json:"date_modified,omitempty"`
	Language  string `json:"language,omitempty"`
}

// readEntry takes the text out of one entry of a feed.
func readEntry(raw []byte) (*found, error) {
	var e FeedEntry
	if err := json.Unmarshal(raw, &e); err != nil {
		return nil, tocsin.Errorf(tocsin.Invalid, "fetch the feed again", "the entry of the feed cannot be read: %v", err)
	}
	f := &found{language: e.Language, notes: []string{"text of an entry of the feed " + mail.Clean(e.Feed)}}
	body, err := entryText(e)
	if err != nil {
		return nil, err
	}
	title := mail.Clean(e.Title)
	if title != "" && !strings.HasPrefix(body, title) {
		body = title + "\n\n" + body
	}
	f.text = body
	f.title = fact{title, "the feed"}
	f.publisher = fact{e.FeedTitle, "the feed"}
	f.url = fact{e.URL, "the feed"}
	if e.Published != "" {
		f.published = []fact{{e.Published, "the feed"}}
	}
	return f, nil
}

// entryText is the text of an entry: its content, else its summary.
func entryText(e FeedEntry) (string, error) {
	page := e.HTML
	if page == "" && e.Text != "" {
		return strings.TrimSpace(strings.ReplaceAll(e.Text, "\x00", "")) + "\n", nil
	}
	if page == "" {
		page = e.Summary
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", tocsin.Errorf(tocsin.Invalid, "open the article's page and import that", "the entry of the feed nests too deep: %w", err)
	}
	w := &writer{}
	w.node(root)
	return w.String(), nil
}

// covered takes from a cover what the file itself does not say.
func (f *found) covered(c *Cover) {
	if c == nil {
		return
	}
	if c.Note != "" {
		f.notes = append(f.notes, c.Note)
	}
	if f.publisher.value == "" && c.Publisher != "" {
		f.publisher = fact{c.Publisher, c.Where}
	}
	if c.Published == "" {
		return
	}
	for _, p := range f.published {
		if _, ok := parseDate(p.value); ok {
			return
		}
	}
	f.published = append(f.published, fact{c.Published, c.Where})
}
