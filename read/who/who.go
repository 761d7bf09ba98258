package who

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
)

// Find reads the actors of a document.
func Find(doc *text.Doc, reg *actor.Registry, published tocsin.Date) *Result {
	f := &finder{doc: doc, reg: reg, published: published, res: &Result{at: map[[2]int]int{}, bySent: make([][]int, len(doc.Sentences))},
		nominals: map[int]nominal{}, cores: map[int]core{}, demonyms: map[string]demonym{}, lengths: map[string]int{}}
	f.country = f.subjectCountry()
	for i := range doc.Sentences {
		f.sentence(i)
	}
	f.sort()
	f.aliases()
	f.resolve()
	f.traits()
	return f.res
}

// A core is the name proper of a named mention, without title and modifiers.
type core struct {
	run
	sent   int
	folded string
}

// sentence makes the mentions of one sentence.
func (f *finder) sentence(i int) {
	s := &f.doc.Sentences[i]
	taken := make([]bool, len(s.Tokens)) // tokens inside a name or its title
	runs := f.runs(s)
	for n, r := range runs {
		m := f.named(s, i, r)
		for _, o := range runs[:n] { // no phrase begins inside another name
			if o.lo < m.Lo && m.Lo < o.hi {
				m.Lo = o.lo
			}
		}
		k := f.add(m)
		f.cores[k] = core{run: r, sent: i, folded: actor.Fold(s.SpanOf(r.lo, r.hi).In(f.doc.Text))}
		for t := r.title; t < r.hi; t++ {
			taken[t] = true
		}
		if !r.state && m.Head >= 0 {
			taken[m.Head] = true
		}
	}
	for t := s.Dateline; t < len(s.Tokens); t++ {
		if taken[t] {
			continue
		}
		if n, ok := f.nominal(s, t); ok {
			m := f.nominalMention(s, i, t, n)
			for _, r := range runs { // no phrase ends inside a name
				if r.lo >= m.Lo && r.lo < m.Hi && m.Hi < r.hi {
					m.Hi = r.hi
				}
			}
			f.nominals[f.add(m)] = n
			if _, ok := f.counts(s, t); ok {
				counting(s, t, taken)
			}
		} else if p, ok := pronouns[s.Tokens[t].Lower]; ok && f.refers(s, t) {
			k := f.add(Mention{Sent: i, Lo: t, Hi: t + 1, Head: t, How: "pronoun", Type: p.typ})
			f.nominals[k] = nominal{plural: p.plural, pronoun: p.pronoun}
		}
	}
}

// dayParts are nouns of a time that may stand before a title.
var dayParts = words(`night day morning evening afternoon week month year weekend`)

// named makes the mention of a run: its base noun phrase where the run is the
// phrase's head, else the run alone ("Macina Brigade" in "the Macina Brigade
// leader").
func (f *finder) named(s *text.Sentence, sent int, r run) Mention {
	m := Mention{Sent: sent, Lo: r.title, Hi: r.hi, NameLo: r.lo, NameHi: r.hi, How: "named", Type: r.typ, ID: r.id}
	m.Head = headOf(s, r.title, r.hi)
	lo, hi := s.NP(m.Head)
	if !r.state && lo <= r.title && hi >= r.hi && f.holdsOnly(s, lo, hi, r) {
		m.Lo, m.Hi = lo, hi
	}
	for i := r.title - 1; i > m.Lo; i-- { // nothing stands before "his wife" in its phrase
		if s.Tokens[i].XPOS == "PRP$" {
			m.Lo = i
		}
	}
	m.Lo = f.behindComma(s, m.Lo, r.title)
	for m.Lo < r.title && calendar[s.Tokens[m.Lo].Lower] {
		m.Lo++ // "On Tuesday President Uhuru Kenyatta"
	}
	for m.Lo < r.title && dayParts[s.Tokens[m.Lo].Lower] {
		m.Lo++ // "That night President William Ruto"
	}
	if i := m.Lo - 1; i >= 0 && m.Lo == r.title && r.typ == "person" && capital(s.Tokens[i].Text) && r.title < r.lo {
		if _, ok := f.demonym(s.Tokens[i].Text); ok {
			m.Lo = i // "Tunisian President Karim Said"
		}
	}
	if i := m.Lo - 1; i >= 0 && s.Tokens[i].Is("det") && s.Tokens[i].Head >= m.Lo && s.Tokens[i].Head < m.Hi {
		m.Lo = i
	}
	return m
}

// behindComma returns where a phrase begins whose tree reaches over a comma: "117
// injured, health minister Ali Haji" is not an injured minister. Only adjectives
// are parted by commas within a phrase: "young, armed men".
func (f *finder) behindComma(s *text.Sentence, lo, head int) int {
	for i := head - 1; i > lo; i-- {
		if t := &s.Tokens[i]; t.Text != "," {
			continue
		}
		if s.Tokens[i-1].UPOS == "ADJ" && (s.Tokens[i+1].UPOS == "ADJ" || s.Tokens[i+1].XPOS == "VBN") && s.Tokens[i+1].Head <= head+1 {
			if _, demonym := f.demonym(s.Tokens[i+1].Text); !demonym {
				continue
			}
		}
		return i + 1
	}
	return lo
}

// holdsOnly reports whether the phrase [lo,hi) is about the run: what stands
// after the name is not part of it, and what stands before is no coordination.
func (f *finder) holdsOnly(s *text.Sentence, lo, hi int, r run) bool {
	if hi > r.hi {
		return false
	}
	for i := lo; i < r.title; i++ {
		if t := &s.Tokens[i]; aliasWords[t.Lower] || t.UPOS == "CCONJ" || t.UPOS == "VERB" && !participle(t) || t.Lower == "," && t.Head == r.lo {
			return false
		}
	}
	return true
}

func participle(t *text.Token) bool { return t.XPOS == "VBN" || t.XPOS == "VBG" }

// add appends a mention and fills its span and text.
func (f *finder) add(m Mention) int {
	s := &f.doc.Sentences[m.Sent]
	if m.Head < m.Lo || m.Head >= m.Hi { // torn text: the head's own word is the mention
		if m.How == "nominal" {
			m.Lo, m.Hi = m.Head, m.Head+1
		} else {
			m.Head = m.Hi - 1
		}
	}
	m.Span = s.SpanOf(m.Lo, m.Hi)
	m.Text = m.Span.In(f.doc.Text)
	m.Entity = -1
	f.res.Mentions = append(f.res.Mentions, m)
	k := len(f.res.Mentions) - 1
	f.res.bySent[m.Sent] = append(f.res.bySent[m.Sent], k)
	return k
}

// sort puts the mentions into the order of the text, longer ones first where
// two begin together, and indexes them by head.
func (f *finder) sort() {
	old := f.res.Mentions
	order := make([]int, len(old))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(old[a].Span[0], old[b].Span[0]), cmp.Compare(old[b].Span[1], old[a].Span[1]))
	})
	f.res.Mentions = make([]Mention, 0, len(old))
	nominals, cores := map[int]nominal{}, map[int]core{}
	for k, i := range order {
		f.res.Mentions = append(f.res.Mentions, old[i])
		if n, ok := f.nominals[i]; ok {
			nominals[k] = n
		}
		if c, ok := f.cores[i]; ok {
			cores[k] = c
		}
	}
	f.nominals, f.cores = nominals, cores
	for i := range f.res.bySent {
		f.res.bySent[i] = f.res.bySent[i][:0]
	}
	for k, m := range f.res.Mentions {
		f.res.at[[2]int{m.Sent, m.Head}] = k
		f.res.bySent[m.Sent] = append(f.res.bySent[m.Sent], k)
	}
	for k, m := range f.res.Mentions { // a name that the tree hangs on the word before it
		toks := f.doc.Sentences[m.Sent].Tokens
		for i := m.Lo + 1; i < m.Hi && m.How == "named"; i++ { // "Flores-Aráoz" may be two conjuncts in the tree
			if key := [2]int{m.Sent, i}; toks[i-1].Text == "-" && toks[i].Is("conj", "appos") {
				if _, ok := f.res.at[key]; !ok {
					f.res.at[key] = k
				}
			}
		}
		t := &toks[m.Head]
		if key := [2]int{m.Sent, t.Head}; m.How == "named" && t.Is("flat") {
			if _, ok := f.res.at[key]; !ok {
				f.res.at[key] = k
			}
		}
	}
}

// subjectCountry is the state named most in the document, by name or
// adjective; the first of equals.
func (f *finder) subjectCountry() string {
	count := map[string]int{}
	best := ""
	for i := range f.doc.Sentences {
		s := &f.doc.Sentences[i]
		for k := 0; k < len(s.Tokens); k++ {
			if !capital(s.Tokens[k].Text) {
				continue
			}
			for n := min(4, 2*f.longest(s.Tokens[k].Text)+1, len(s.Tokens)-k); n > 0; n-- {
				if f.longest(s.Tokens[k].Text) == 0 {
					break
				}
				name := s.SpanOf(k, k+n).In(f.doc.Text)
				c, ok := f.reg.StateNamed(name)
				if !ok {
					c, ok = f.reg.Demonym(name, "")
				}
				if ok {
					count[c.ISO2]++
					if best == "" || count[c.ISO2] > count[best] {
						best = c.ISO2
					}
					k += n - 1
					break
				}
			}
		}
	}
	return best
}

// demonym is the state whose adjective or people the word is. The answer is
// kept: the same words are asked about again and again.
func (f *finder) demonym(word string) (actor.Country, bool) {
	d, ok := f.demonyms[word]
	if !ok {
		d.country, d.ok = f.reg.Demonym(word, f.country)
		f.demonyms[word] = d
	}
	return d.country, d.ok
}

// lower is the folded text of tokens [lo,hi).
func (f *finder) lower(s *text.Sentence, lo, hi int) string {
	return strings.ToLower(s.SpanOf(lo, hi).In(f.doc.Text))
}
