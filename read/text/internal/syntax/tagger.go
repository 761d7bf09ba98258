package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is what the features see of a token.
type word struct {
	form  uint32 // lower-cased, digits as 0
	shape uint32
	pre   [4]uint32
	suf   [5]uint32
	lex   uint32 // what the lexicon says it can be
	known uint32 // class of the tags it was seen with in training, 0 for unknown

	wordlike bool // of letters
}

// Special values of forms and tags.
const (
	padValue  = 1
	rootValue = 2
)

func mix(h uint64, v uint32) uint64 {
	h ^= uint64(v)
	h *= 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func hashString(s string) uint32 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	h ^= h >> 33
	return uint32(h) | 8 // never a special value
}

// normal is the form that features use: lower case, curly marks straight, every
// digit 0.
func normal(w string) string {
	plain := true
	for i := 0; i < len(w); i++ {
		if c := w[i]; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain {
		return w
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case r == '’' || r == '‘':
			return '\''
		case r == '“' || r == '”':
			return '"'
		case r == '–' || r == '—':
			return '-'
		}
		return unicode.ToLower(r)
	}, w)
}

func shapeOf(w string, first bool) uint32 {
	var b [8]byte
	n := 0
	last := byte(0)
	count := 0
	for _, r := range w {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLower(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = '0'
		case r == '-' || r == '\'':
			c = '-'
		case unicode.IsLetter(r):
			c = 'y'
		}
		if c == last {
			count++
			if count > 1 {
				continue
			}
		} else {
			count = 0
		}
		last = c
		if n < len(b)-1 {
			b[n] = c
			n++
		}
	}
	if first {
		b[n] = '^'
		n++
	}
	return hashString(string(b[:n]))
}

// looks prepares the words of a sentence for the tagger.
func (m *Model) looks(words []string, out []word) []word {
	out = out[:0]
	lex := lexicon()
	start := true
	for _, w := range words {
		low := american(normal(w))
		x := word{form: hashString(low), shape: shapeOf(w, start)}
		for k := range x.pre {
			x.pre[k] = hashString(low[:min(len(low), k+1)])
		}
		for k := range x.suf {
			x.suf[k] = hashString(low[max(0, len(low)-k-1):])
		}
		x.known = m.dict[x.form]
		x.lex = lex.form(low) + 16
		r, _ := utf8.DecodeRuneInString(w)
		x.wordlike = len(w) > 3 && unicode.IsLetter(r)
		out = append(out, x)
		if c := w[0]; c != '"' && c != '\'' && c != '(' && c != '`' {
			start = false
		}
	}
	return out
}

// templates builds features one after another; each add is one template.
type templates struct {
	out []uint32
	t   uint64
}

func (f *templates) put(h uint64) {
	h ^= h >> 32
	v := uint32(h)
	if v == 0 {
		v = 1
	}
	f.out = append(f.out, v)
}

func (f *templates) one(a uint32) {
	f.t++
	f.put(mix(mix(0xA24BAED4963EE407*f.t, a), 77))
}

func (f *templates) two(a, b uint32) {
	f.t++
	f.put(mix(mix(0xA24BAED4963EE407*f.t, a), b))
}

func (f *templates) three(a, b, c uint32) {
	f.t++
	f.put(mix(mix(mix(0xA24BAED4963EE407*f.t, a), b), c))
}

func (f *templates) four(a, b, c, d uint32) {
	f.t++
	f.put(mix(mix(mix(mix(0xA24BAED4963EE407*f.t, a), b), c), d))
}

// tagFeatures writes the features of word i. t1 and t2 are the tags before it.
func tagFeatures(ws []word, i int, t1, t2 uint32, f *templates) []uint32 {
	f.out, f.t = f.out[:0], 0
	at := func(k int) *word {
		if k < 0 || k >= len(ws) {
			return &padWord
		}
		return &ws[k]
	}
	w, n1, n2, p1, p2 := at(i), at(i+1), at(i+2), at(i-1), at(i-2)
	f.one(0)
	f.one(w.form)
	f.two(w.form, w.shape)
	f.one(w.shape)
	for _, x := range w.pre {
		f.one(x)
	}
	for _, x := range w.suf {
		f.one(x)
	}
	f.two(w.suf[2], w.shape)
	f.two(w.suf[1], w.shape)
	f.one(w.known)
	f.two(w.known, w.shape)
	f.one(t1)
	f.two(t1, t2)
	f.two(t1, w.form)
	f.two(t1, w.known)
	f.three(t1, t2, w.known)
	f.two(t1, w.suf[2])
	f.two(t1, w.shape)
	f.one(p1.form)
	f.two(p1.form, w.form)
	f.one(p2.form)
	f.two(p1.form, p2.form)
	f.one(n1.form)
	f.two(n1.form, w.form)
	f.one(n2.form)
	f.two(n1.form, n2.form)
	f.one(n1.known)
	f.two(n1.known, w.known)
	f.three(t1, w.known, n1.known)
	f.two(t1, n1.known)
	f.three(w.known, n1.known, n2.known)
	f.one(n2.known)
	f.two(n1.suf[2], w.known)
	f.one(n1.suf[1])
	f.one(n1.shape)
	f.two(p1.shape, w.shape)
	f.two(n1.shape, w.shape)
	f.one(p1.suf[2])
	f.three(p1.form, w.known, n1.form)
	f.three(p1.shape, w.shape, n1.shape)
	lexFeatures(f, w, p1, n1, n2, t1, t2)
	return f.out
}

// lexFeatures are the features of what the lexicon knows.
func lexFeatures(f *templates, w, p1, n1, n2 *word, t1, t2 uint32) {
	f.one(w.lex)
	f.two(w.lex, w.shape)
	f.two(w.lex, w.known)
	f.two(t1, w.lex)
	f.three(t1, w.lex, w.shape)
	f.three(t1, w.lex, n1.known)
	f.three(t1, t2, w.lex)
	f.two(w.lex, w.suf[2])
	f.two(w.lex, n1.lex)
	f.three(t1, w.lex, n1.lex)
	f.two(p1.form, w.lex)
	f.two(n1.form, w.lex)
	f.two(n1.lex, w.known)
	f.three(p1.lex, w.lex, n1.lex)
	f.two(n2.lex, w.lex)
}

var padWord = word{form: padValue, shape: padValue, known: padValue, lex: padValue}

// tag writes the tag class of every word.
func (m *Model) tag(by scorer, ws []word, w *work) []int {
	w.tags, w.tagMargin = w.tags[:0], w.tagMargin[:0]
	t1, t2 := uint32(padValue), uint32(padValue)
	scores := w.scores[:len(m.Tags)]
	for i := range ws {
		limited := len(w.limit) > 0 && len(w.limit[i]) > 0
		if t := m.plainTag(ws, i, t1); t >= 0 && !limited {
			w.tags, w.tagMargin = append(w.tags, t), append(w.tagMargin, 1<<30)
			t1, t2 = uint32(t)+10, t1
			continue
		}
		if limited && len(w.limit[i]) == 1 {
			t := m.classOf(w.limit[i][0])
			w.tags, w.tagMargin = append(w.tags, t), append(w.tagMargin, 1<<30)
			t1, t2 = uint32(t)+10, t1
			continue
		}
		by.score(tagFeatures(ws, i, t1, t2, &w.feats), scores)
		best, second := -1, -1
		var only [256]bool
		if limited {
			for _, name := range w.limit[i] {
				if c := m.classOf(name); c >= 0 {
					only[c] = true
				}
			}
		}
		for c := range scores {
			if ws[i].known == 0 && m.closed[c] && ws[i].wordlike {
				continue // a word never seen is no pronoun, article or preposition
			}
			if limited && !only[c] {
				continue
			}
			if best < 0 || scores[c] > scores[best] {
				best, second = c, best
			} else if second < 0 || scores[c] > scores[second] {
				second = c
			}
		}
		gap := int32(1 << 30)
		if second >= 0 {
			gap = scores[best] - scores[second]
		}
		w.tags, w.tagMargin = append(w.tags, best), append(w.tagMargin, gap)
		t1, t2 = uint32(best)+10, t1
	}
	return w.tags
}
