package who

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
	"tocsin/read/who/internal/names"
)

// A run is a name in a sentence: tokens [lo,hi) that are capitalised, or known
// to the registry, or learnt as an alias. Its title stands in [title,lo).
type run struct {
	lo, hi, title int
	typ           string // "" not settled yet
	id            string // the registry's only clear candidate
	state         bool   // the name of a state
}

// finder carries what the steps share while one document is read.
type finder struct {
	doc       *text.Doc
	reg       *actor.Registry
	published tocsin.Date
	country   string // ISO2 of the state named most, "" none
	res       *Result
	nominals  map[int]nominal // by mention
	cores     map[int]core    // by named mention
	pairs     []pair          // aliases as indexes
	demonyms  map[string]demonym
	said      map[traitKey]int // index in Result.Traits
	tagged    *text.Sentence   // whose kinds these are
	kinds     []names.Label    // of the tokens of the sentence at hand, by the model
	leads     []int            // by how much each was ahead
	lengths   map[string]int   // how long a registered name is that begins with the word
}

// longest is the registry's Longest, kept.
func (f *finder) longest(word string) int {
	n, ok := f.lengths[word]
	if !ok {
		n = f.reg.Longest(word)
		f.lengths[word] = n
	}
	return n
}

type demonym struct {
	country actor.Country
	ok      bool
}

// maxName is the longest registered name looked for, in tokens.
const maxName = 14

// runs finds the names of a sentence from left to right.
func (f *finder) runs(s *text.Sentence) []run {
	var out []run
	f.tagged = nil
	for i := s.Dateline; i < len(s.Tokens); {
		r, ok := f.known(s, i)
		if n := titleBefore(s, i); !ok && n > 0 {
			i += n
			continue
		}
		if n := officeAt(s, i); !ok && n > 0 {
			i += n
			continue
		}
		if !ok {
			r, ok = f.capitals(s, i)
			r = f.knownInside(s, r, ok)
			if ok && r.hi-r.lo > 2 && peoples[s.Tokens[r.lo].Lower] && r.lo > 0 && s.Tokens[r.lo-1].UPOS == "ADV" {
				r.lo++ // "the predominantly Hausa Sokoto Brigade"
			}
		}
		if !ok {
			i++
			continue
		}
		floor := s.Dateline
		if len(out) > 0 {
			floor = out[len(out)-1].hi
		}
		if r.title = r.lo; r.typ == "person" || r.typ == "unknown" {
			r.title = titleStart(s, r.lo, floor)
		}
		out = append(out, r)
		i = r.hi
	}
	return f.longForms(s, out)
}

// knownInside returns the known name that ends a run, where what stands before
// it in the run is a people or a faith: "Fulani Macina Brigade".
func (f *finder) knownInside(s *text.Sentence, r run, ok bool) run {
	for j := r.lo + 1; ok && j < r.hi; j++ {
		if w := s.Tokens[j-1].Lower; !peoples[w] && !faiths[w] {
			return r
		}
		if k, known := f.known(s, j); known && k.hi >= r.hi {
			return k
		}
	}
	return r
}

// known takes the longest run from i that is a name in the registry or of a
// state.
func (f *finder) known(s *text.Sentence, i int) (run, bool) {
	first, _ := utf8.DecodeRuneInString(s.Tokens[i].Text)
	if !unicode.IsUpper(first) && !strings.HasPrefix(s.Tokens[i].Lower, "al") && s.Tokens[i].Lower != "anti" {
		return run{}, false
	}
	longest := f.longest(s.Tokens[i].Text)
	if longest == 0 {
		return run{}, false
	}
	// A hyphen or apostrophe may be a token of its own.
	for n := min(maxName, 2*longest+1, len(s.Tokens)-i); n > 0; n-- {
		name := s.SpanOf(i, i+n).In(f.doc.Text)
		last := s.Tokens[i+n-1].Text
		if c, _ := utf8.DecodeRuneInString(last); !unicode.IsLetter(c) && !unicode.IsDigit(c) && (last != ")" || !strings.Contains(name, "(")) {
			continue
		}
		if c, ok := f.reg.StateNamed(name); ok && !f.partOfName(s, i, i+n) {
			return run{lo: i, hi: i + n, typ: "state", id: c.GovernmentID(), state: true}, true
		}
		if c, ok := f.reg.Seat(name); ok && seatActs(s, i, i+n) {
			return run{lo: i, hi: i + n, typ: "state", id: c.GovernmentID(), state: true}, true
		}
		if n == 1 && len(name) < 3 && strings.ToUpper(name) != name {
			continue
		}
		if a, ok := f.reg.Full(name, f.country); ok && !f.longer(s, i+n, a) {
			return run{lo: i, hi: i + n, typ: typeOfKind(a.Kind), id: a.ID}, true
		}
	}
	return run{}, false
}

// longer reports whether the name goes on after a known person's: then it is
// somebody else's.
func (f *finder) longer(s *text.Sentence, hi int, a actor.Actor) bool {
	return a.Kind == actor.Person && hi < len(s.Tokens) && capital(s.Tokens[hi].Text) && s.Tokens[hi].UPOS == "PROPN"
}

// partOfName reports whether a state's name stands inside a longer name ("Bank
// of France" is not France; "France Telecom" neither).
func (f *finder) partOfName(s *text.Sentence, lo, hi int) bool {
	if hi < len(s.Tokens) && capital(s.Tokens[hi].Text) && !notNames[s.Tokens[hi].Lower] && s.Tokens[hi].UPOS == "PROPN" {
		if !orgHeads[s.Tokens[hi].Lower] {
			_, state := f.reg.StateNamed(s.Tokens[hi].Text)
			return !state && !roleNouns[s.Tokens[hi].Lower]
		}
		return true
	}
	return false
}

// particles join the parts of a name when a capital follows.
var particles = words(`of the for and de du des da dos la le les el al bin ben ibn abu ould ag von van der den di y d' l' - ’ ' & to on`)

// tight particles join names of persons too; the others only a name that
// begins with an organisation's word.
var tight = words(`de du des da dos la le les el al bin ben ibn abu ould ag von van der den di y d' l' -`)

// nickname is how many tokens of a nickname between quotation marks stand at i,
// where a name goes on behind it: Jimmy "Barbecue" Chérizier. 0 is none.
func (f *finder) nickname(s *text.Sentence, i int) int {
	quote := func(k int) bool {
		return k < len(s.Tokens) && strings.ContainsAny(s.Tokens[k].Text, "\"“”‘’'") && len([]rune(s.Tokens[k].Text)) <= 2
	}
	if !quote(i) {
		return 0
	}
	k := i + 1
	for k < len(s.Tokens) && k < i+4 && capital(s.Tokens[k].Text) {
		k++
	}
	if k == i+1 || !quote(k) || k+1 >= len(s.Tokens) || !f.nameWord(s, k+1, false) {
		return 0
	}
	return k + 1 - i
}

// capitals takes the run of capitalised words from i.
func (f *finder) capitals(s *text.Sentence, i int) (run, bool) {
	if !f.nameWord(s, i, i == s.Dateline || i > 0 && s.Tokens[i-1].Text == ":") && !f.ownedBody(s, i) {
		return run{}, false
	}
	hi, org := i+1, orgHeads[s.Tokens[i].Lower]
	for hi < len(s.Tokens) {
		if f.nameWord(s, hi, false) {
			org = org || orgHeads[s.Tokens[hi].Lower]
			hi++
			continue
		}
		if f.ownedBody(s, hi-1) { // "the People's Committee"
			hi = f.afterMark(s, hi-1)
			continue
		}
		if f.lastWordOfBody(s, i, hi) {
			org = true
			hi++
			continue
		}
		if n := f.nickname(s, hi); n > 0 {
			hi += n
			continue
		}
		k := hi
		for k < len(s.Tokens) && k-hi < 3 && (tight[s.Tokens[k].Lower] || org && particles[s.Tokens[k].Lower]) {
			k++
		}
		if k == hi || k >= len(s.Tokens) || !f.nameWord(s, k, false) && !(org && ofName(s, hi, k)) || s.Tokens[hi].Lower == "and" && !f.orgAnd(s, i, hi, k) {
			break
		}
		hi = k + 1
	}
	if hi+1 < len(s.Tokens) && s.Tokens[hi].Text == "," && companies[strings.TrimSuffix(s.Tokens[hi+1].Lower, ".")] && capital(s.Tokens[hi+1].Text) {
		hi += 2 // "Blue Water, Inc."
	}
	if hi == i+1 && f.commonWord(s, i) {
		return run{}, false
	}
	r := run{lo: i, hi: hi, typ: f.shape(s, i, hi)}
	return r, r.typ != "place" && r.typ != "thing" && (r.typ != "unknown" || acts(s, headOf(s, i, hi)))
}

// lastWordOfBody reports whether the capital at hi ends the name of a body although
// it is nobody's name by itself: "the Popular Resistance Army". With a nation's
// adjective alone ("the Malian Army") it is the state's.
func (f *finder) lastWordOfBody(s *text.Sentence, lo, hi int) bool {
	w := &s.Tokens[hi]
	_, nation := f.demonym(s.Tokens[hi-1].Text)
	return notNames[w.Lower] && orgHeads[w.Lower] && w.XPOS == "NNP" && capital(w.Text) && (hi-lo > 1 || !nation) && s.Tokens[hi-1].Lower != "the"
}

// ofName reports whether the capital at k, after "of" or "for" in the tokens
// from hi, belongs to an organisation's name although it is a word that names
// nobody by itself: "Union of the South", "Group of Five".
func ofName(s *text.Sentence, hi, k int) bool {
	w := &s.Tokens[k]
	return (s.Tokens[hi].Lower == "of" || s.Tokens[hi].Lower == "for") && capital(w.Text) && !calendar[w.Lower] && w.UPOS != "PRON" && w.UPOS != "DET"
}

// ownedBody reports whether token i is the kind of people in the name of a body
// that is theirs: "Workers' Party", "People's Committee".
func (f *finder) ownedBody(s *text.Sentence, i int) bool {
	if !capital(s.Tokens[i].Text) || !bodyOwners[strings.Trim(s.Tokens[i].Lower, "'’")] {
		return false
	}
	k := f.afterMark(s, i)
	return k > i+1 && k < len(s.Tokens) && capital(s.Tokens[k].Text)
}

// afterMark returns the token after the possessive mark that follows i, i+1
// where none does.
func (f *finder) afterMark(s *text.Sentence, i int) int {
	if k := i + 1; k < len(s.Tokens) && (s.Tokens[k].XPOS == "POS" || s.Tokens[k].Text == "'" || s.Tokens[k].Text == "’") {
		return k + 1
	}
	return i + 1
}

var bodyOwners = words(`people peoples workers worker women children farmers peasants soldiers students teachers writers journalists lawyers nation patriots citizens
	mothers veterans doctors employers merchants traders miners men parents presidents lord lords saint martyrs prisoners fishermen truckers officers publishers`)

// commonWord reports whether a single capital is a demonym, or an actor's noun
// at the beginning of its sentence, rather than a name.
func (f *finder) commonWord(s *text.Sentence, i int) bool {
	t := &s.Tokens[i]
	_, demonym := f.demonym(t.Text)
	lemma := common(t)
	noun := roleNouns[lemma] || peopleNouns[lemma] || groupNouns[lemma] || roleNouns[t.Lower]
	return notNames[t.Lower] || demonym || peoples[strings.TrimSuffix(t.Lower, "s")] || peoples[t.Lower] || noun && i == s.Dateline
}

// acts reports whether a name stands where actors stand: as subject, object,
// owner, apposition, or after by, with, against, between.
func acts(s *text.Sentence, head int) bool {
	t := &s.Tokens[head]
	for n := 0; t.Is("conj", "appos", "flat", "compound") && t.Head >= 0 && n < 4; n++ {
		head = t.Head
		t = &s.Tokens[head]
	}
	if c := s.Child(head, "case"); c >= 0 && !t.Is("nmod:poss") {
		return agentCase[s.Tokens[c].Lower]
	}
	return t.Is("nsubj", "obj", "iobj", "nmod:poss", "root")
}

var agentCase = words(`by with against between`)

// orgAnd reports whether "and" is inside an organisation's name ("Ministry of
// Peace and Security") rather than between two names.
func (f *finder) orgAnd(s *text.Sentence, lo, and, next int) bool {
	if _, state := f.reg.StateNamed(s.Tokens[next].Text); next > and+1 || state || orgHeads[s.Tokens[next].Lower] && next+1 < len(s.Tokens) && s.Tokens[next+1].Lower == "of" {
		return false // "the Movement for X and the Rally for Y"
	}
	for k := lo; k < and; k++ {
		if l := s.Tokens[k].Lower; l == "of" || l == "for" {
			return !acronym(s.Tokens[next].Text) && (s.Tokens[next].UPOS == "PROPN" || s.Tokens[next].UPOS == "NOUN")
		}
	}
	return false
}

// nameWord reports whether token i can be part of a name: a capital, and not a
// word that only begins a sentence.
func (f *finder) nameWord(s *text.Sentence, i int, first bool) bool {
	t := &s.Tokens[i]
	if !capital(t.Text) {
		return false
	}
	if notNames[t.Lower] && !(i+1 < len(s.Tokens) && orgHeads[s.Tokens[i+1].Lower] && capital(s.Tokens[i+1].Text)) {
		return false
	}
	if _, demonym := f.demonym(t.Text); demonym && t.UPOS != "PROPN" {
		return i+1 < len(s.Tokens) && capital(s.Tokens[i+1].Text) && orgHeads[s.Tokens[i+1].Lower]
	}
	if acronym(t.Text) {
		return !units[t.Text]
	}
	if !first {
		return t.UPOS == "PROPN" || t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "X"
	}
	return t.UPOS == "PROPN"
}

var units = map[string]bool{"KM": true, "GMT": true, "UTC": true, "AM": true, "PM": true, "TV": true, "GDP": true, "USD": true, "EUR": true, "ID": true, "COVID": true, "II": true, "III": true, "IV": true}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// acronym reports whether a word is written in capitals, two to eight of them.
func acronym(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			n++
		case r == '.' || r == '-':
		default:
			return false
		}
	}
	return n >= 2 && n <= 8 && capital(s)
}

// headOf returns the token of [lo,hi) that hangs outside of it. Where the tree
// is torn and several do, the first that is an argument counts, else the first.
func headOf(s *text.Sentence, lo, hi int) int {
	first := -1
	for i := lo; i < hi; i++ {
		t := &s.Tokens[i]
		if t.Head >= lo && t.Head < hi || t.UPOS == "PUNCT" {
			continue
		}
		if t.Is("nsubj", "obj", "iobj", "obl", "nmod") {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return hi - 1
	}
	return first
}

func typeOfKind(k actor.Kind) string {
	switch k {
	case actor.Person:
		return "person"
	case actor.Government:
		return "state"
	case actor.Force, actor.Body:
		return "organisation"
	}
	return "group"
}
