package fill

import (
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// A mention is one noun phrase or name that may fill a slot.
type mention struct {
	sent, lo, hi, head int // tokens [lo,hi) are the longest variant
	name               bool
	variants           []variant
	feats              bag
}

// A variant is one way to cut a mention's span.
type variant struct {
	lo, hi int
	key    string // the words without case, marks and articles
}

// maxVariants limits the cuts of one mention.
const maxVariants = 40

// mentions returns the candidates of a document in the order of the text.
func mentions(doc *text.Doc, v *vocabulary) []mention {
	var out []mention
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		runs := v.names(s)
		inName := make([]int, len(s.Tokens))
		for k, r := range runs {
			for j := r[0]; j < r[1]; j++ {
				inName[j] = k + 1
			}
		}
		for j := range s.Tokens {
			if k := inName[j]; k > 0 && j == runs[k-1][0] {
				out = append(out, nameMention(doc, i, runs[k-1], v))
			}
			if !s.IsNominal(j) && s.Tokens[j].UPOS != "X" || s.Tokens[j].UPOS == "PRON" && !personPronoun[s.Tokens[j].Lower] {
				continue
			}
			if s.Tokens[j].Is("flat", "goeswith", "compound") && s.Tokens[j].Head > j && s.Tokens[j].Head < j+1 {
				continue
			}
			out = append(out, nounMention(doc, i, j))
		}
	}
	return out
}

var premodifies = set("ADJ NOUN PROPN NUM X")

var personPronoun = map[string]bool{"someone": true, "somebody": true, "others": true, "everyone": true}

func nounMention(doc *text.Doc, sent, head int) mention {
	s := &doc.Sentences[sent]
	lo, hi := s.NP(head)
	_, base := s.BaseNP(head)
	m := mention{sent: sent, lo: min(lo, head), hi: max(hi, head+1), head: head}
	for n := 0; n < 6 && m.lo > 0 && premodifies[s.Tokens[m.lo-1].UPOS]; n++ {
		m.lo-- // the tree breaks some phrases apart
	}
	ends := []int{head + 1, base, hi}
	if k := hi; k < len(s.Tokens) && s.Tokens[k].Text == "(" { // "the front (FMLN)"
		for e := k + 1; e < len(s.Tokens) && e < k+5; e++ {
			if s.Tokens[e].Text == ")" {
				ends = append(ends, e+1)
				break
			}
		}
	}
	for n, h := range ends {
		if n > 0 && h <= ends[n-1] {
			continue
		}
		for l := m.lo; l <= head && len(m.variants) < maxVariants; l++ {
			m.addVariant(doc, l, h)
		}
	}
	return m
}

func nameMention(doc *text.Doc, sent int, run [2]int, v *vocabulary) mention {
	s := &doc.Sentences[sent]
	m := mention{sent: sent, lo: run[0], hi: run[1], head: run[1] - 1, name: true}
	for j := run[0]; j < run[1]; j++ {
		if h := s.Tokens[j].Head; h < run[0] || h >= run[1] {
			m.head = j
			break
		}
	}
	for h := run[1] + 1; h > run[0]; h-- {
		for l := run[0] - 1; l < h && len(m.variants) < maxVariants; l++ {
			if l >= 0 && h <= len(s.Tokens) && l <= run[0]+3 && h >= run[1]-3 {
				m.addVariant(doc, l, h)
			}
		}
	}
	return m
}

func (m *mention) addVariant(doc *text.Doc, lo, hi int) {
	s := &doc.Sentences[m.sent]
	key := normal(s.SpanOf(lo, hi).In(doc.Text))
	first, last := &s.Tokens[lo], &s.Tokens[hi-1]
	if key == "" || first.UPOS == "PUNCT" || last.UPOS == "PART" || last.UPOS == "PUNCT" && last.Text != ")" {
		return
	}
	for _, v := range m.variants {
		if v.key == key {
			return
		}
	}
	m.variants = append(m.variants, variant{lo, hi, key})
}

// span returns the bytes of a variant without a leading article.
func (m *mention) span(doc *text.Doc, v variant) tocsin.Span {
	s := &doc.Sentences[m.sent]
	lo := v.lo
	for lo+1 < v.hi && articles[s.Tokens[lo].Lower] {
		lo++
	}
	return s.SpanOf(lo, v.hi)
}

var articles = map[string]bool{"a": true, "an": true, "the": true}

// normal takes case, marks and articles out of a phrase, and brings its blanks
// to one each: phrases alike in this form are one mention.
func normal(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		w = strings.Map(func(r rune) rune {
			if r < 128 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
				return -1
			}
			return r
		}, strings.ToLower(w))
		if w == "" || articles[w] {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}
