package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"tocsin"
)

// A Query is what a person looks for: every term must be in the report, or in the
// statement, and no term of Not. The zero Limit means [DefaultHits].
type Query struct {
	Terms []Term
	Not   []Term
	Limit int
}

// DefaultHits is how many hits a search gives where no limit is named.
const DefaultHits = 20

// MaxTerms is how many terms a query may have.
const MaxTerms = 32

// A Term is a word or a phrase, folded as [Words] folds.
type Term struct {
	Words  []string
	Prefix bool // the last word may go on
}

// A Hit is a report or statement that a search found.
type Hit struct {
	Report    tocsin.Report     `json:"report"`    // as the view shows it, without its text
	Statement *tocsin.Statement `json:"statement"` // nil where reports were searched
	Snippet   string            `json:"snippet"`   // clean text around what was found; see tocsin.Clean
	Marks     []tocsin.Span     `json:"marks"`     // the words found, in bytes of Snippet
}

// ParseQuery reads a query as a person writes it: words that must all be there,
// "words in a row" in quotation marks, wor* for words that begin so, and -word for
// what must not be there. Case, accents and punctuation do not count.
func ParseQuery(s string) (Query, error) {
	var q Query
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		not := strings.HasPrefix(s, "-") && len(s) > 1
		if not {
			s = s[1:]
		}
		var piece string
		if rest, ok := strings.CutPrefix(s, `"`); ok {
			var closed bool
			if piece, s, closed = strings.Cut(rest, `"`); !closed {
				return q, tocsin.Errorf(tocsin.Invalid, "close the quotation mark", "a phrase begins and does not end: %q", rest)
			}
			if strings.HasPrefix(s, "*") {
				piece, s = piece+"*", s[1:]
			}
		} else {
			end := strings.IndexFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '"' })
			if end < 0 {
				end = len(s)
			}
			piece, s = s[:end], s[end:]
		}
		t := Term{Words: Words(piece), Prefix: strings.HasSuffix(piece, "*")}
		switch {
		case len(t.Words) == 0: // punctuation alone
		case not:
			q.Not = append(q.Not, t)
		default:
			q.Terms = append(q.Terms, t)
		}
	}
	return q, q.check()
}

func (q Query) check() error {
	switch {
	case len(q.Terms) == 0:
		return tocsin.Errorf(tocsin.Invalid, `give words that must be there: coup bamako, "in a row", begin*, -without`, "there is nothing to look for")
	case len(q.Terms)+len(q.Not) > MaxTerms:
		return tocsin.Errorf(tocsin.Invalid, "look for fewer", "%d terms, at most %d are looked for", len(q.Terms)+len(q.Not), MaxTerms)
	}
	return nil
}

// Most is how many hits the query asks for.
func (q Query) Most() int {
	if q.Limit <= 0 {
		return DefaultHits
	}
	return q.Limit
}

// Words splits a text into its words, folded: small letters without accents.
func Words(s string) []string {
	var list []string
	eachWord(s, func(word string, _, _ int) { list = append(list, word) })
	return list
}

// eachWord calls do with each word of s, folded, and where it stands.
func eachWord(s string, do func(word string, from, to int)) {
	from := -1
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) && from >= 0
		if in && from < 0 {
			from = i
		}
		if !in && from >= 0 {
			do(foldWord(s[from:i]), from, i)
			from = -1
		}
	}
	if from >= 0 {
		do(foldWord(s[from:]), from, len(s))
	}
}

func foldWord(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.IsMark(r) && (unicode.IsLetter(r) || unicode.IsNumber(r)) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Fields are the words of a statement by what they tell; a search looks at all of
// them. What is personal ([tocsin.Statement.Personal]) is not searched: only its
// speakers are there, so that what rests on a source is found.
type Fields struct{ Quote, Who, Says, Places []string }

// FieldsOf takes the words out of a statement.
func FieldsOf(s *tocsin.Statement) Fields {
	var f Fields
	for _, sp := range s.Says {
		f.Says = append(f.Says, Words(sp.Text)...)
	}
	if s.Personal(nil) != "" {
		return f
	}
	f.Quote = Words(s.Quote)
	for _, m := range slices.Concat(s.Actors, s.Recipients) {
		f.Who = append(f.Who, Words(m.Text)...)
	}
	for _, p := range s.Places {
		f.Places = append(f.Places, Words(p.Text)...)
	}
	return f
}

// Speaks reports whether a statement says that name is among its speakers, as the
// words are folded.
func Speaks(s *tocsin.Statement, name string) bool {
	words := Words(name)
	return slices.ContainsFunc(s.Says, func(sp tocsin.Speaker) bool { return slices.Equal(Words(sp.Text), words) })
}

// Finds reports whether the query finds something with these fields.
func (q Query) Finds(fields ...[]string) bool {
	in := func(t Term) bool {
		return slices.ContainsFunc(fields, func(words []string) bool { return t.at(words, 0) >= 0 })
	}
	return !slices.ContainsFunc(q.Terms, func(t Term) bool { return !in(t) }) && !slices.ContainsFunc(q.Not, in)
}

// at returns where the term first stands in words at from or later, -1 where it
// does not.
func (t Term) at(words []string, from int) int {
	for i := from; i+len(t.Words) <= len(words); i++ {
		for k, w := range t.Words {
			last := k == len(t.Words)-1
			if words[i+k] != w && !(last && t.Prefix && strings.HasPrefix(words[i+k], w)) {
				break
			}
			if last {
				return i
			}
		}
	}
	return -1
}
