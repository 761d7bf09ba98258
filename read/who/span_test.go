package who_test

import (
	"bufio"
	"context"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/internal/shared"
	"tocsin/read/text"
	"tocsin/read/who"
)

// A golden document is text with the names in it.
type golden struct {
	text  string
	names map[tocsin.Span]string
}

// universal reads a file of Universal NER: documents by "# newdoc", sentences
// by "# text", a token and its tag a line.
func universal(t *testing.T, file string) []golden {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []golden
	var last tocsin.Span
	pos := 0
	for sc := bufio.NewScanner(f); sc.Scan(); {
		line := sc.Text()
		if strings.HasPrefix(line, "# newdoc") || len(docs) == 0 {
			docs = append(docs, golden{names: map[tocsin.Span]string{}})
		}
		d := &docs[len(docs)-1]
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			pos = len(d.text)
			d.text += text + "\n\n"
		}
		f := strings.Split(line, "\t")
		if len(f) < 3 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		at := pos + max(0, strings.Index(d.text[pos:], f[1]))
		pos = at + len(f[1])
		if kind, ok := strings.CutPrefix(f[2], "I-"); ok {
			delete(d.names, last)
			last[1] = pos
			d.names[last] = kind
		} else if kind, ok := strings.CutPrefix(f[2], "B-"); ok {
			last = tocsin.Span{at, pos}
			d.names[last] = kind
		}
	}
	return docs
}

// The names of persons and bodies in the development part of UNER English EWT,
// web text, by exact spans and types. Before the model of names and the lists
// of given names it was 46.6 and 31.1.
func TestNameSpans(t *testing.T) {
	reg, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{"person": "PER", "group": "ORG", "organisation": "ORG"}
	right, got, want := map[string]int{}, map[string]int{}, map[string]int{}
	for _, d := range universal(t, shared.Path(t, "data/text/ner/en_ewt-ud-dev.iob2")) {
		for _, kind := range d.names {
			want[kind]++
		}
		doc, err := text.Parse(context.Background(), d.text)
		if err != nil {
			continue // a list of addresses
		}
		for _, m := range who.Find(doc, reg, 0).Mentions {
			if kind := kinds[m.Type]; kind != "" && m.How == "named" {
				got[kind]++
				if d.names[doc.Sentences[m.Sent].SpanOf(m.NameLo, m.NameHi)] == kind {
					right[kind]++
				}
			}
		}
	}
	for kind, least := range map[string]float64{"PER": 57, "ORG": 36} {
		f1 := 200 * float64(right[kind]) / float64(got[kind]+want[kind])
		t.Logf("%s F1 %.1f: %d right of %d found, %d in the gold", kind, f1, right[kind], got[kind], want[kind])
		if f1 < least {
			t.Errorf("%s F1 %.1f, want %.1f or more", kind, f1, least)
		}
	}
}
