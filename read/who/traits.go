package who

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// traits reads what noun phrases, appositions and copulas say of an actor.
func (f *finder) traits() {
	f.said = map[traitKey]int{}
	for k := range f.res.Mentions {
		m := f.res.Mentions[k]
		s := &f.doc.Sentences[m.Sent]
		if m.How == "pronoun" || m.Type == "state" {
			continue
		}
		if c, ok := f.cores[k]; ok {
			f.titleTraits(s, k, c)
		}
		f.modifiers(s, k)
		f.ageBehind(s, k)
		if m.How == "nominal" {
			f.apposition(s, k)
		}
	}
	for i := range f.doc.Sentences {
		f.copulas(i)
	}
	slices.SortStableFunc(f.res.Traits, func(a, b Trait) int { return a.Span[0] - b.Span[0] })
}

// A traitKey is what makes two traits the same.
type traitKey struct {
	rel       string
	value, of tocsin.Span
}

// put adds a trait whose value is tokens [lo,hi), once.
func (f *finder) put(k int, rel, how string, lo, hi, tok int) *Trait {
	m := f.res.Mentions[k]
	s := &f.doc.Sentences[m.Sent]
	span := s.SpanOf(lo, hi)
	key := traitKey{rel: rel, value: span, of: m.Span}
	if i, ok := f.said[key]; ok {
		return &f.res.Traits[i]
	}
	f.said[key] = len(f.res.Traits)
	f.res.Traits = append(f.res.Traits, Trait{Sent: m.Sent, Of: m, Rel: rel, Value: tocsin.Value{Text: span.In(f.doc.Text)}, Span: span, How: how, Tok: tok, In: -1})
	return &f.res.Traits[len(f.res.Traits)-1]
}

// titleTraits makes roles and ranks of the title before a name. Words that
// tell what kind of office it is belong to it: "Salafi preacher".
func (f *finder) titleTraits(s *text.Sentence, k int, c core) {
	m := f.res.Mentions[k]
	if w := s.Tokens[c.lo].Lower; !f.bearsTitle(s, c.lo, c.hi) || placeHeads[w] || roleNouns[w] || bodyNouns[w] && c.hi == c.lo+1 {
		return // of "Chief District Officer X" a part is none
	}
	for _, p := range titleParts(s, c.title, c.lo) {
		if relatives[s.Tokens[p.hi-1].Lemma] || p.lo > 0 && s.Tokens[p.lo-1].Text == "-" {
			continue // "editor-in-chief Ben Smith" is no chief
		}
		rel, lo := "rank", p.lo
		if !p.rank {
			rel = "role"
			for lo > m.Lo && f.partOfRole(s, lo-1) && !f.inOwner(s, k, lo-1) {
				lo--
			}
		}
		t := f.put(k, rel, "title", lo, p.hi, p.hi-1)
		if t.Rel == "role" {
			t.In = f.owner(k)
		}
		if o := f.endingAt(m.Sent, lo, k); t.Rel == "role" && t.In < 0 && o >= 0 && f.res.Mentions[o].Type != "person" && f.res.Mentions[o].How == "named" {
			t.In = o // "Boko Haram leader X"
		}
	}
}

// bodyNouns are what "General" makes the name of a body with: "General Security".
var bodyNouns = words(`security assembly staff command secretariat directorate hospital council intelligence confederation union administration prosecution inspectorate election elections`)

// partOfRole reports whether the token, before a role noun, says which role: an
// adjective or noun that is no nationality, age, rank or education.
func (f *finder) partOfRole(s *text.Sentence, i int) bool {
	t := &s.Tokens[i]
	if next := &s.Tokens[i+1]; !capital(t.Text) && capital(next.Text) && !qualifier[t.Lower] && next.UPOS == "PROPN" && !f.ofOffice(t) {
		return false // "That night President Ruto"
	}
	if t.Lower == "acting" || t.Lower == "outgoing" || t.Lower == "ousted" || t.Lower == "deposed" || t.Lower == "incoming" {
		return true // a verb by its tag
	}
	if t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN" || plainAdjectives[t.Lower] || s.LemmaIs(i, "old", "year") || t.XPOS == "VBN" {
		return false
	}
	if _, demonym := f.demonym(t.Text); demonym || calendar[t.Lower] {
		return false
	}
	return !peoples[t.Lower] && !(i > 0 && s.Tokens[i-1].Text == "-")
}

// ofOffice reports whether a noun says of what kind an office is.
func (f *finder) ofOffice(t *text.Token) bool {
	return t.UPOS == "NOUN" && (roleNouns[t.Lemma] || orgHeads[t.Lower] || institutional[t.Lower])
}

var plainAdjectives = words(`main other several two three many first last new young old prominent influential powerful popular well-known famous wealthy controversial key late elder elderly alleged suspected same own veteran`)

// modifiers reads age, nationality, education, religion and ethnicity from the
// words before the head.
func (f *finder) modifiers(s *text.Sentence, k int) {
	m := f.res.Mentions[k]
	end := m.Hi
	if c, ok := f.cores[k]; ok {
		end = c.lo
	} else {
		end = m.Head + 1
	}
	for i := m.Lo; i < end; i++ {
		t := &s.Tokens[i]
		if f.inOwner(s, k, i) && !(peoples[t.Lower] && t.Is("compound", "amod") && ofTitled(s, t.Head, m.Head)) {
			continue // but a people that is a party besides: "Murle leaders"
		}
		switch hi, demonym := f.nationality(s, i, end); {
		case t.UPOS == "NUM" || t.Text[0] >= '0' && t.Text[0] <= '9':
			f.age(s, k, i)
		case i+2 < end && capital(t.Text) && s.Tokens[i+1].Text == "-" && (s.Tokens[i+2].Lower == "educated" || s.Tokens[i+2].Lower == "trained"):
			f.put(k, "education", "premodifier", i, i+3, i+2)
			i += 2
		case capital(t.Text) && strings.HasSuffix(t.Lower, "-educated") || capital(t.Text) && strings.HasSuffix(t.Lower, "-trained"):
			f.put(k, "education", "premodifier", i, i+1, i)
		case demonym && slices.ContainsFunc(s.Tokens[hi:max(hi, end)], func(x text.Token) bool { return x.XPOS == "POS" }):
			// "Georgian Dream's founder" need be no Georgian
		case demonym && dwellers[s.Tokens[m.Head].Lemma] && f.abroad(s, i, hi):
			// "Uzbek families" of a report on Kyrgyzstan: a people, or citizens of the one or the other
		case demonym && hi <= m.Head && (m.Type == "person" || m.Type == "people") && !institutional[s.Tokens[m.Head].Lower]:
			f.put(k, "nationality", "premodifier", i, hi, i)
			i = hi - 1
		case faiths[t.Lower] && capital(t.Text) && i < end-1:
			f.put(k, "religion", "premodifier", i, i+1, i)
		case peoples[t.Lower] && capital(t.Text) && i != m.Head && !f.startsName(m.Sent, i+1):
			f.put(k, "ethnicity", "premodifier", withAdverb(s, i), i+1, i)
		}
	}
	if c, ok := f.cores[k]; ok && end > 0 && c.title == c.lo && peoples[s.Tokens[end-1].Lower] && capital(s.Tokens[end-1].Text) {
		f.put(k, "ethnicity", "premodifier", withAdverb(s, end-1), end, end-1)
	}
}

// ofTitled reports whether the noun is the head of the mention, or the title before it:
// "the Fulani preacher X".
func ofTitled(s *text.Sentence, noun, head int) bool {
	return noun == head || noun >= 0 && s.Tokens[noun].Head == head && s.Tokens[noun].Is("nmod:desc", "compound")
}

// dwellers are nouns of those who live somewhere, whatever their passport.
var dwellers = words(`family household community minority resident villager neighbour neighbor neighborhood neighbourhood youth mob crowd homeowner shopkeeper trader farmer`)

// abroad reports whether the demonym in tokens [lo,hi) is of another country than the
// one that the report is about.
func (f *finder) abroad(s *text.Sentence, lo, hi int) bool {
	d, ok := f.demonym(s.SpanOf(lo, hi).In(f.doc.Text))
	return ok && d.ISO2 != f.country
}

// withAdverb returns where an adjective with its adverb begins: "predominantly
// Fulani".
func withAdverb(s *text.Sentence, i int) int {
	if i > 0 && s.Tokens[i-1].UPOS == "ADV" && strings.HasSuffix(s.Tokens[i-1].Lower, "ly") {
		return i - 1
	}
	return i
}

// startsName reports whether a name begins at the token: what stands before it
// is said of the name.
func (f *finder) startsName(sent, tok int) bool {
	for _, k := range f.res.In(sent) {
		if c, ok := f.cores[k]; ok && c.lo == tok {
			return true
		}
	}
	return false
}

// inOwner reports whether token i belongs to another mention inside mention k:
// to the owner in "Mali's prime minister".
func (f *finder) inOwner(s *text.Sentence, k, i int) bool {
	m := f.res.Mentions[k]
	for _, j := range f.res.In(m.Sent) {
		if o := &f.res.Mentions[j]; j != k && o.Lo <= i && i < o.Hi && o.Hi-o.Lo < m.Hi-m.Lo && o.Entity != m.Entity {
			return true
		}
	}
	return false
}

// age reads "25-year-old" from token i on.
func (f *finder) age(s *text.Sentence, k, i int) {
	end := i + 1
	for end < len(s.Tokens) && end < i+5 && (s.Tokens[end].Text == "-" || s.Tokens[end].Lemma == "year" || s.Tokens[end].Lemma == "old") {
		end++
	}
	word := s.SpanOf(i, end).In(f.doc.Text)
	if !strings.HasSuffix(word, "old") {
		return
	}
	if n, ok := years(strings.SplitN(word, "-", 2)[0]); ok {
		f.setAge(f.put(k, "age", "premodifier", i, end, i), n)
	}
}

func (f *finder) setAge(t *Trait, n float64) {
	t.Value.Number, t.Value.Unit = tocsin.Number(n), tocsin.Years
}

// years reads an age: 5 to 110.
func years(s string) (float64, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return float64(n), err == nil && n >= 5 && n <= 110
}

// ageBehind reads "NAME, 54," and "NAME, aged 54".
func (f *finder) ageBehind(s *text.Sentence, k int) {
	m := f.res.Mentions[k]
	if m.Type != "person" {
		return
	}
	i := m.Hi
	if i < len(s.Tokens) && s.Tokens[i].Text == "," {
		i++
	}
	aged := i < len(s.Tokens) && s.Tokens[i].Lower == "aged"
	if aged {
		i++
	}
	if i >= len(s.Tokens) || !aged && (i == m.Hi || m.How != "named") {
		return
	}
	n, ok := years(s.Tokens[i].Text)
	closed := i+1 >= len(s.Tokens) || strings.ContainsAny(s.Tokens[i+1].Text, ",.;)")
	if ok && (aged || closed) {
		f.setAge(f.put(k, "age", "apposition", i, i+1, i), n)
	}
}

// apposition makes a role of a nominal that stands in apposition to a name of
// the same entity: "X, the leader of Y"; "Y's leader, X".
func (f *finder) apposition(s *text.Sentence, k int) {
	m := f.res.Mentions[k]
	other := -1
	if t := &s.Tokens[m.Head]; t.Is("appos") && !parted(s, t.Head, m.Head) {
		other = f.atHead(m.Sent, t.Head)
	}
	for _, c := range s.ChildrenBy(m.Head, "appos") {
		if other < 0 && !parted(s, m.Head, c) {
			other = f.atHead(m.Sent, c)
		}
	}
	if other < 0 || f.res.Mentions[other].Entity != m.Entity {
		other = f.nextName(m)
	}
	if other < 0 || m.Entity < 0 || f.res.Mentions[other].Entity != m.Entity || f.res.Mentions[other].How != "named" {
		return
	}
	if kin[s.Tokens[m.Head].Lemma] || f.res.Mentions[other].Type != "person" {
		return
	}
	for _, c := range s.ChildrenBy(f.res.Mentions[other].Head, "conj") {
		if c < m.Head && m.Head > f.res.Mentions[other].Head {
			return // "Carter and Dunford, the chairman": which of them is
		}
	}
	f.role(s, other, m.Head, m.Lo, m.Hi, "apposition").In = f.owner(k)
}

// nextName returns the named mention right after a phrase and a comma.
func (f *finder) nextName(m Mention) int {
	for _, j := range f.res.In(m.Sent) {
		if o := &f.res.Mentions[j]; o.Lo == m.Hi+1 && o.How == "named" && o.Entity == m.Entity {
			return j
		}
	}
	return -1
}

func (f *finder) atHead(sent, tok int) int {
	if i, ok := f.res.at[[2]int{sent, tok}]; ok {
		return i
	}
	return -1
}

// kin are nouns for persons that are no role.
var kin = words(`man woman boy girl person son daughter father mother brother sister wife husband cousin nephew uncle widow other victim witness suspect veteran`)

// relatives say how two persons stand to each other, which is no role.
var relatives = words(`rival ally friend`)

// role makes the role or rank that the phrase [lo,hi) with its head gives,
// without article and owner.
func (f *finder) role(s *text.Sentence, k, head, lo, hi int, how string) *Trait {
	from := head
	for from > lo && f.partOfRole(s, from-1) {
		from--
	}
	rel := "role"
	if rankWords[s.Tokens[head].Lemma] && s.Tokens[head].Lemma != "commander" && (head == lo || s.Tokens[head-1].UPOS != "NOUN") {
		rel = "rank" // "the secretary general" has none
		from, hi = head, head+1
	}
	if hi-1 > head && (s.Tokens[hi-1].UPOS == "ADJ" || s.Tokens[hi-1].XPOS == "POS") {
		hi = head + 1 // "leader of the right-wing", "head of the group's" lost what they lead
	}
	if hi+1 < len(s.Tokens) && s.Tokens[hi].Lower == "in" && s.Tokens[hi+1].Lower == "chief" {
		hi += 2
	}
	if hi+2 < len(s.Tokens) && s.Tokens[hi].Lower == "in" && s.Tokens[hi+1].UPOS == "PROPN" && s.Tokens[hi+2].UPOS == "PUNCT" && hi > head+1 {
		hi += 2 // "director of UNRWA in Lebanon" directs no more of it
	}
	return f.put(k, rel, how, from, hi, head)
}

// copulas reads "X is a preacher", "X was Malian", "X is 54 years old".
func (f *finder) copulas(sent int) {
	s := &f.doc.Sentences[sent]
	for _, c := range s.Clauses {
		if c.Cop < 0 || c.Verb < 0 || len(c.Modals) > 0 || c.Kind == "xcomp" || c.Mark == "to" || c.Mark == "if" || c.Mark == "unless" || toBefore(s, c.Verb) {
			continue // "was due to chair", "will not be a candidate", "hopes to be president"
		}
		for _, subj := range c.Subj {
			k := f.atHead(sent, subj)
			if k < 0 || f.res.Mentions[k].Type != "person" {
				continue
			}
			f.predicate(s, k, c.Verb, c.Tense == "past")
		}
	}
}

// predicate reads the predicate of a copula. In the past only a description ("was a
// nurse") tells what somebody is; an office ("was the governor") is told of the time.
func (f *finder) predicate(s *text.Sentence, k, p int, past bool) {
	t := &s.Tokens[p]
	switch hi, demonym := f.nationality(s, p, len(s.Tokens)); {
	case demonym && t.UPOS == "ADJ":
		f.put(k, "nationality", "copula", p, hi, p)
	case past && (t.Lemma == "old" || t.UPOS == "NUM"):
		// what somebody's age was at the time
	case t.Lemma == "old":
		for _, c := range s.ChildrenBy(p, "obl", "nmod") {
			if n, ok := years(s.Tokens[max(c-1, 0)].Text); ok && s.Tokens[c].Lemma == "year" {
				f.setAge(f.put(k, "age", "copula", c-1, p+1, p), n)
			}
		}
	case t.UPOS == "NUM":
		if n, ok := years(t.Text); ok {
			f.setAge(f.put(k, "age", "copula", p, p+1, p), n)
		}
	case roleNouns[t.Lemma] && !kin[t.Lemma] && t.UPOS != "PRON" && s.Child(p, "case") < 0:
		lo, hi := s.NP(p)
		if past && s.Tokens[lo].Lower != "a" && s.Tokens[lo].Lower != "an" {
			return
		}
		tr := f.role(s, k, p, lo, hi, "copula")
		if own := f.atHead(f.res.Mentions[k].Sent, p); own >= 0 {
			tr.In = f.owner(own)
		}
		f.modifiersOfPredicate(s, k, lo, p)
	}
}

// modifiersOfPredicate reads nationality and age in "X is a 25-year-old Malian
// colonel".
func (f *finder) modifiersOfPredicate(s *text.Sentence, k, lo, head int) {
	for i := lo; i < head; i++ {
		t := &s.Tokens[i]
		if hi, ok := f.nationality(s, i, head); ok && s.Tokens[hi-1].Head == head {
			f.put(k, "nationality", "copula", i, hi, i)
		}
		if faiths[t.Lower] && capital(t.Text) {
			f.put(k, "religion", "copula", i, i+1, i)
		}
		if t.UPOS == "NUM" {
			f.age(s, k, i)
		}
	}
}
