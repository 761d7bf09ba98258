package brief

import (
	"strings"
	"tocsin"
)

// maxShared is how much of the content words of the shorter of two sentences
// the other may have.
const maxShared = 0.6

// frame are the words that any two sentences of a brief share, by grammar or by
// the templates; they say nothing of what a sentence is about.
var frame = wordSet(`a an the and or but of in on at to for from by with as is are was were be been has have had it its this that these those which who whom
	whose not no than then there their his her he she they them one two into over under after before during since until all any some more most other others such
	against would could will may might can also so if about only
	report reports state states writes write passes words unnamed vouching says said tell tells without data claim claims claimed holds hold does measured
	tested test tests reading readings part clear change event events involving months interval lies lay lists list here half year years`)

func wordSet(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// content is the set of a sentence's words that say what it is about.
func content(s string) map[string]bool {
	out := make(map[string]bool)
	for _, w := range strings.Fields(norm(s)) {
		if !frame[w] {
			out[w] = true
		}
	}
	return out
}

// shared is how much of the smaller set of content words the other has.
func shared(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return float64(n) / float64(len(a))
}

// told is what stands in the brief already: no two sentences quote the same bytes, have one key,
// or share most of their words.
type told struct {
	spans   map[string][]tocsin.Span
	keys    map[string]bool
	content []map[string]bool
	labels  *strings.Replacer // takes the reports' labels out: who says it is not what is said
}

func newTold(labels *strings.Replacer) *told {
	return &told{spans: make(map[string][]tocsin.Span), keys: make(map[string]bool), labels: labels}
}

// repeats reports whether the draft says again what is told.
func (t *told) repeats(d draft) bool {
	if t.keys[d.theKey()] {
		return true
	}
	for _, it := range d.quotes() {
		if overlaps(t.spans[it.rep.ID], it.span) {
			return true
		}
	}
	have := content(t.labels.Replace(d.text))
	for _, o := range t.content {
		if shared(have, o) > maxShared {
			return true
		}
	}
	return false
}

// add notes that the draft is told.
func (t *told) add(d draft) {
	t.keys[d.theKey()] = true
	for _, it := range d.quotes() {
		t.spans[it.rep.ID] = append(t.spans[it.rep.ID], it.span)
	}
	t.content = append(t.content, content(t.labels.Replace(d.text)))
}

// quotes are the items whose words the draft quotes whole.
func (d draft) quotes() []item {
	if d.at == nil {
		return d.also
	}
	return append([]item{*d.at}, d.also...)
}

func (d draft) theKey() string {
	if d.key != "" {
		return d.key
	}
	return norm(d.text)
}
