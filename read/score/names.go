package score

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/where"
	"tocsin/read/who"
)

// A Name is one named thing: bytes of the text, and PER, ORG, LOC or MISC; ""
// where the reader does not decide.
type Name struct {
	Span tocsin.Span
	Type string
}

// A Named is one sentence with its names.
type Named struct {
	Text  string
	Names []Name
}

// ParseNames reads names in CoNLL: a token a line, its tag in the second column
// of two or the third of more (Universal NER), B-PER, I-PER or O, sentences parted
// by blank lines. The text is that of a "# text = " line where there is one,
// otherwise the tokens with blanks between. I- after nothing begins a name.
func ParseNames(name string, raw []byte) ([]Named, error) {
	p := nameParser{name: name}
	for n, line := range lines(raw) {
		s := string(line)
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			p.end()
		case strings.HasPrefix(s, "# text = "):
			p.text = strings.TrimPrefix(s, "# text = ")
		case s[0] == '#' && strings.Contains(s, " = "):
		default:
			if err := p.token(n+1, s); err != nil {
				return nil, err
			}
		}
	}
	p.end()
	if p.tags == 0 {
		return nil, broken(name, 0, "", "give CoNLL with a token and a tag such as B-PER or O in each line", "holds no name")
	}
	return p.out, nil
}

type nameParser struct {
	name, text   string
	tokens, kind []string
	out          []Named
	tags         int // names begun
}

func (p *nameParser) token(line int, s string) error {
	f := strings.Split(s, "\t")
	if len(f) == 1 {
		f = strings.Fields(s)
	}
	at := 1
	if len(f) > 2 {
		f, at = f[1:], 1
	}
	if len(f) < 2 {
		return broken(p.name, line, "", "give a token and its tag", "has one column")
	}
	tag := f[at]
	mark, kind, _ := strings.Cut(tag, "-")
	if tag != "O" && (mark != "B" && mark != "I" || kind == "") {
		return broken(p.name, line, "tag", "write B-PER, I-PER or O", "%q is no tag", tag)
	}
	p.tokens, p.kind = append(p.tokens, f[0]), append(p.kind, tag)
	return nil
}

// end closes a sentence.
func (p *nameParser) end() {
	if len(p.tokens) > 0 {
		g, spans := align(p.text, p.tokens)
		before := ""
		for i, tag := range p.kind {
			mark, kind, _ := strings.Cut(tag, "-")
			switch {
			case tag == "O":
			case mark == "I" && before == kind:
				g.Names[len(g.Names)-1].Span[1] = spans[i][1]
			default:
				g.Names = append(g.Names, Name{spans[i], kind})
				p.tags++
			}
			before = kind
		}
		p.out = append(p.out, g)
	}
	p.text, p.tokens, p.kind = "", nil, nil
}

// align finds the tokens in the text, or makes a text of them.
func align(t string, tokens []string) (Named, []tocsin.Span) {
	spans := make([]tocsin.Span, len(tokens))
	at := 0
	for i, w := range tokens {
		k := strings.Index(t[at:], w)
		if k < 0 || strings.TrimSpace(t[at:at+k]) != "" {
			t = strings.Join(tokens, " ")
			at = 0
			for j, w := range tokens {
				spans[j] = tocsin.Span{at, at + len(w)}
				at += len(w) + 1
			}
			return Named{Text: t}, spans
		}
		spans[i] = tocsin.Span{at + k, at + k + len(w)}
		at += k + len(w)
	}
	return Named{Text: t}, spans
}

// FindNames is the reader's own answer for a sentence: the names of actors, and
// the places that are none of these.
func (k Knowledge) FindNames(ctx context.Context, t string) ([]Name, error) {
	doc, err := text.Parse(ctx, t)
	if err != nil {
		return nil, refusal(err)
	}
	kinds := map[string]string{"person": "PER", "organisation": "ORG", "group": "ORG", "state": "LOC"}
	var out []Name
	for _, m := range who.Find(doc, k.Actors, 0).Mentions {
		if m.How == "named" && m.NameLo < m.NameHi {
			s := &doc.Sentences[m.Sent]
			out = append(out, Name{tocsin.Span{s.Tokens[m.NameLo].Span[0], s.Tokens[m.NameHi-1].Span[1]}, kinds[m.Type]})
		}
	}
	for _, f := range where.Find(doc, k.Gazetteer) {
		clash := false
		for i := range out {
			if out[i].Span[0] < f.Span[1] && f.Span[0] < out[i].Span[1] {
				clash = true
				if out[i].Type == "" && out[i].Span == f.Span {
					out[i].Type = "LOC"
				}
			}
		}
		if !clash {
			out = append(out, Name{f.Span, "LOC"})
		}
	}
	return out, nil
}

// ScoreNames is exact-span F1 of names: whatever they are, and by type. A name
// whose type the reader leaves open counts for the first alone.
func ScoreNames(ctx context.Context, set string, golds []Named, k Knowledge) ([]Metric, error) {
	answers, err := each(ctx, len(golds), func(i int) ([]Name, error) { return k.FindNames(ctx, golds[i].Text) })
	if err != nil {
		return nil, err
	}
	var any Tally
	var typed [3]Tally
	types := [3]string{"PER", "ORG", "LOC"}
	for i, g := range golds {
		right := 0
		for _, n := range answers[i] {
			right += truth(anyOf(g.Names, func(o Name) bool { return o.Span == n.Span }))
		}
		any.one(right, len(answers[i]), len(g.Names))
		for t, kind := range types {
			of := func(list []Name) (out []Name) {
				for _, n := range list {
					if n.Type == kind {
						out = append(out, n)
					}
				}
				return out
			}
			got, gold := of(answers[i]), of(g.Names)
			right := 0
			for _, n := range got {
				right += truth(anyOf(gold, func(o Name) bool { return o == n }))
			}
			typed[t].one(right, len(got), len(gold))
		}
	}
	var all Tally
	for _, t := range typed {
		all.Add(t)
	}
	out := []Metric{any.f1("names", set, "span-F1"), all.f1("names", set, "typed-F1")}
	out[0].Note += fmt.Sprintf(", %d sentences", len(golds))
	for t, kind := range types {
		out = append(out, typed[t].f1("names", set, kind+"-F1"))
	}
	return out, nil
}
