// Package read turns a report into statements: who did, is, wants, expects or
// asks what, when and where, said by whom and how surely.
//
// What goes in: a Report with its extracted text and the date it was published,
// a gazetteer and an actor registry. What comes out: statements in the order of
// the text, each with the bytes it rests on, the links among them, and warnings.
// The same report gives the same bytes every time.
//
// It assumes English prose and refuses other languages by name. It takes the
// text apart (read/text), finds times, places and people (read/when, where,
// who), who speaks and how surely (says, hedge), what is done and claimed (act,
// claim), and binds these to one another by grammar. When unsure it abstains: a
// missing statement is better than a false one. It does not store, does not look
// at data, and judges nothing to be true.
package read

import (
	"cmp"
	"context"
	"fmt"

	"tocsin"
	"tocsin/actor"
	"tocsin/codebook"
	"tocsin/gazetteer"
	"tocsin/read/act"
	"tocsin/read/claim"
	"tocsin/read/hedge"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/who"
)

// Version names this reader in every statement it makes.
const Version = "rules-1"

// Options are what a reader knows beforehand. Book may be nil for the embedded
// codebook.
type Options struct {
	Gazetteer *gazetteer.Gazetteer
	Actors    *actor.Registry
	Book      *codebook.Book
	// Careful asks three parsers instead of one and believes what two of them
	// say: about half as fast.
	Careful bool
}

// A Reader reads reports. It is safe for concurrent use.
type Reader struct{ o Options }

// A Result is what one report gave.
type Result struct {
	Statements []tocsin.Statement
	Links      []tocsin.Link
	Warnings   []tocsin.Warning
	Sentences  int
	// Country is the ISO 3166 code of the country the report is about, "" where
	// its places do not tell.
	Country string
}

// New makes a reader. It fails where an option is missing or the embedded
// codebook is broken.
func New(o Options) (*Reader, error) {
	if o.Gazetteer == nil || o.Actors == nil {
		return nil, tocsin.Errorf(tocsin.Internal, "", "a reader needs a gazetteer and an actor registry")
	}
	if o.Book == nil {
		b, err := codebook.Default()
		if err != nil {
			return nil, err
		}
		o.Book = b
	}
	return &Reader{o}, nil
}

// Read reads one report. A text that is not English is an error with code
// Unsupported that names the language.
//
// A text longer than a report can be is read in parts (see text.Parts): names
// and links do not reach from one into another.
func (r *Reader) Read(ctx context.Context, rep tocsin.Report) (Result, error) {
	var res Result
	parts := text.Parts(rep.Text)
	if len(parts) == 0 {
		parts = []tocsin.Span{{}} // an empty text is refused by name
	}
	for _, part := range parts {
		one, err := r.part(ctx, rep, part)
		if err != nil {
			return Result{}, err
		}
		res.Statements = append(res.Statements, one.Statements...)
		res.Links = append(res.Links, one.Links...)
		res.Warnings = append(res.Warnings, one.Warnings...)
		res.Sentences += one.Sentences
		res.Country = cmp.Or(res.Country, one.Country)
	}
	if len(res.Statements) == 0 {
		res.Warnings = append(res.Warnings, tocsin.Warning{Text: fmt.Sprintf(
			"no statement found in %d sentences: nothing here that this reader has a word for", res.Sentences)})
	}
	if rep.Published.IsZero() {
		res.Warnings = append(res.Warnings, tocsin.Warning{Text: "no publication date: dates without a year and relative dates stay unknown; give --published YYYY-MM-DD"})
	}
	return res, nil
}

// part reads one part of a report.
func (r *Reader) part(ctx context.Context, rep tocsin.Report, part tocsin.Span) (Result, error) {
	doc, err := text.ParseWith(ctx, rep.Text, text.Options{Part: part, Careful: r.o.Careful})
	if err != nil {
		return Result{}, err
	}
	f := find(doc, rep, r.o)
	a := &assembler{doc: doc, rep: rep, gaz: r.o.Gazetteer, found: f, groups: map[int]string{}}
	for _, it := range f.acts {
		a.item(&it)
	}
	for _, c := range f.claims {
		a.trend(&c)
	}
	res := a.finish()
	res.Sentences = len(doc.Sentences)
	res.Country = f.country
	return res, nil
}

// found is everything the packages to the left found in one document.
type found struct {
	where   []where.Found
	when    []when.Found
	who     *who.Result
	says    []says.Attribution
	hedge   *hedge.Judge
	acts    []act.Item
	claims  []claim.Found
	country string
}

func find(doc *text.Doc, rep tocsin.Report, o Options) found {
	f := found{
		where: where.Find(doc, o.Gazetteer),
		when:  when.Find(doc, rep.Published),
		who:   who.Find(doc, o.Actors, rep.Published),
		says:  says.Find(doc),
		hedge: hedge.For(doc),
	}
	f.country, _ = where.Subject(f.where, o.Gazetteer)
	f.acts = act.Find(act.Context{Doc: doc, Book: o.Book, Who: f.who, Where: f.where, When: f.when, Says: f.says, Hedge: f.hedge})
	f.claims = claim.Find(doc, claim.Context{Published: rep.Published, Country: f.country,
		When: f.when, Where: f.where, Actors: named(f.who), Gazetteer: o.Gazetteer})
	return f
}

// named lists the actors that a claim may be about.
func named(w *who.Result) []claim.Actor {
	var out []claim.Actor
	for _, m := range w.Mentions {
		if m.How != "pronoun" {
			out = append(out, claim.Actor{Sent: m.Sent, Lo: m.Lo, Hi: m.Hi, NameLo: m.NameLo, NameHi: m.NameHi, Text: m.Text, Type: m.Type, ID: m.ID})
		}
	}
	return out
}
