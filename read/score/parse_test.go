package score_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read/score"
)

// parsers are the readers of gold formats, as one shape.
func parsers() map[string]func(raw []byte) (n int, err error) {
	two := func(raw []byte, name string) []score.File {
		text, rest, _ := strings.Cut(string(raw), "\x00")
		return []score.File{{Name: "dev/text/a.txt", Data: []byte(text)}, {Name: "dev/attributions/a_1." + name, Data: []byte(rest)}}
	}
	gold := []score.Article{{ID: "1", Text: "Gao lies on the Niger."}, {ID: "2", Text: "Kidal, déjà vu"}}
	return map[string]func([]byte) (int, error){
		"muc4":       func(b []byte) (int, error) { d, err := score.ParseMUC4("f", b, true); return len(d), err },
		"system":     func(b []byte) (int, error) { d, err := score.ParseMUC4("f", b, false); return len(d), err },
		"polnear":    func(b []byte) (int, error) { d, err := score.ParsePolNeAR("f", two(b, "ann")); return len(d), err },
		"factuality": func(b []byte) (int, error) { d, _, err := score.ParseFactuality("f", b); return len(d), err },
		"geo":        func(b []byte) (int, error) { d, err := score.ParseGeo("f", b); return len(d), err },
		"geo-system": func(b []byte) (int, error) { d, err := score.ParseGeoSystem("f", b, gold); return len(d), err },
		"verb-place": func(b []byte) (int, error) { d, _, err := score.ParseVerbPlace("f", b); return len(d), err },
		"parse":      func(b []byte) (int, error) { d, err := score.ParseTrees("f", b); return len(d), err },
		"times": func(b []byte) (int, error) {
			d, err := score.ParseTimes("f", []score.File{{Name: "f.tml", Data: b}})
			return len(d), err
		},
		"cases": func(b []byte) (int, error) {
			d, err := score.ParseCases("f", []score.File{{Name: "f.txt", Data: b}})
			return len(d), err
		},
		"names":   func(b []byte) (int, error) { d, err := score.ParseNames("f", b); return len(d), err },
		"anchors": func(b []byte) (int, error) { d, err := score.ParseAnchors("f", string(b)); return len(d), err },
		"unpack":  func(b []byte) (int, error) { d, err := score.Unpack("f", bytes.NewReader(b)); return len(d), err },
	}
}

// bad are files that break their format: the parser, the file, and what the
// error must say.
var bad = []struct{ parser, file, want string }{
	{"muc4", "", "f: holds no document; give a file with a JSON object a line"},
	{"muc4", "{}", "f:1: docid: is missing"},
	{"muc4", `{"docid":"G-1"}`, "f:1: doctext: is missing; give a gold file; the answers of a system go to --system"},
	{"muc4", `{"docid":"G-1","doctext":""}`, "f:1: templates: is missing"},
	{"muc4", "\n" + `{"docid":"G-1","doctext":"","templates":[{}]}`, "f:2: templates[0].incident_type: is missing or no text"},
	{"muc4", `{"docid":"G-1","doctext":"","templates":[{"incident_type":"attack","Target":"market"}]}`, "templates[0].Target: is not a list of entities"},
	{"muc4", `{"docid":"G-1","doctext":"","templates":[{"incident_type":"attack","Target":[[7]]}]}`, "holds a mention that is neither text nor [text, offset]"},
	{"muc4", strings.Repeat(`{"docid":"G-1","doctext":"","templates":[]}`+"\n", 2), `f:2: docid: "G-1" is given on line 1 too`},
	{"muc4", "<xml/>", "f:1: is not JSON"},
	{"muc4", `{"docid":7}`, "f:1: docid: is a JSON number"},
	{"polnear", "Gao.\x00T1\tCue 0 9\tGao", `a_1.ann:1: span: "0 9" is no span of a text of 4 characters`},
	{"polnear", "Gao.\x00E1\tAttribution:T1 Cue:T2", "a_1.ann:1: Cue: T2 is no span of this file"},
	{"factuality", "0\tGao\t_\tNNP\t0\troot\tgao\n", "f: holds no predicate with a value"},
	{"factuality", "0\tleft\tNaN\tVBD\t0\troot\tleave\n", "f:1: value: NaN is outside [-3, 3]"},
	{"factuality", "0\tleft\tsure\tVBD\t0\troot\tleave\n", `f:1: value: "sure" is no number`},
	{"factuality", "0\tleft\n", "f:1: has 2 columns; give 7 columns (UW) or 12"},
	{"factuality", `{"text":"They left","targets":[{"span1":[1,3],"label":3}]}`, "f:1: targets[0].span1: [1 3] is no run of the 2 words"},
	{"factuality", `{"text":"They left","targets":[{"span1":[1,2]}]}`, "f:1: targets[0].label: is missing or outside [-3, 3]"},
	{"factuality", `{"targets":[]}`, "f:1: text: is missing"},
	{"geo", "<articles/>", "f: article: holds no article"},
	{"geo", "<articles>\n<article docid='1'/></articles>", "f:2: text: is missing"},
	{"geo", "<article><text>Gao</text><toponyms><toponym><start>0</start><end>x</end><latitude>16</latitude><longitude>0</longitude></toponym></toponyms></article>", `toponym 1: start "0" and end "x" are no span`},
	{"geo", "<article><text>Gao</text><toponyms><toponym><start>0</start><end>3</end><latitude>160</latitude><longitude>0</longitude></toponym></toponyms></article>", "toponym 1: 160, 0 is no point on the Earth"},
	{"geo-system", "\n\n\n", "f: has 3 lines for 2 articles"},
	{"geo-system", "a,,b\n\n", "f:1: a toponym has 2 fields"},
	{"geo-system", "a,,b,,16,,north,,0,,3\n\n", "f:1: lat,,lon: 16, north is no point on the Earth"},
	{"geo-system", "a,,b,,16,,0,,3,,0\n\n", "f:1: start,,end: 3,,0 is no span"},
	{"verb-place", `{"text":"They left Gao"}`, "f: spans: holds no row with one verb"},
	{"verb-place", `{"text":"They left","spans":[{"start":5,"end":11,"label":"VERB"}]}`, "f:1: spans[0]: [5, 11) is no span of 9 characters"},
	{"verb-place", `[]`, "f:1: is a JSON array"},
	{"parse", "1\tGao\n", "f:1: has 2 columns; give CoNLL-U"},
	{"parse", "2\tGao\t_\tPROPN\t_\t_\t0\troot\t_\t_\n", `f:1: ID: "2" follows word 0`},
	{"parse", "# x\n1\tGao\t_\tPROPN\t_\t_\t2\troot\t_\t_\n", "f:2: HEAD: 2 is beyond the 1 words"},
	{"parse", "1\tGao\t_\tPROPN\t_\t_\tx\troot\t_\t_\n", `f:1: HEAD: "x" is no head`},
	{"parse", "# nothing\n", "f: holds no sentence"},
	{"times", "<TEXT></TEXT>", "f.tml: DCT: is missing"},
	{"times", "<TimeML>\n<DCT>today</DCT>", `f.tml:2: DCT: "" is no day`},
	{"times", `<DCT><TIMEX3 value="2021-05-10">x</TIMEX3></DCT><TEXT>`, "f.tml: TEXT: is missing or not closed"},
	{"times", "<DCT><TIMEX3 value=\"2021-05-10\">x</TIMEX3></DCT>\n<TEXT>on\n<TIMEX3>Monday</TIMEX3></TEXT>", "f.tml:3: TIMEX3: has no value"},
	{"names", "Gao\tplace\n", `f:1: tag: "place" is no tag; write B-PER, I-PER or O`},
	{"names", "Gao\n", "f:1: has one column"},
	{"names", "Gao O\n", "f: holds no name"},
	{"anchors", "anchor\tgeo lgl.xml F1\t0.67", "f:1: is no anchor"},
	{"anchors", "floor\tgeo lgl.xml F1\thigh\tasked", `f:1: value: "high" is none`},
	{"unpack", "\x1f\x8b\x08cut", "f: is damaged: unexpected EOF; fetch the file again"},
}

// TestBadGold: each bad file gives one error with the place and what to do.
func TestBadGold(t *testing.T) {
	all := parsers()
	for _, c := range bad {
		_, err := all[c.parser]([]byte(c.file))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s of %q: error %v, want %q", c.parser, c.file, err, c.want)
		}
		if e, ok := errors.AsType[*tocsin.Error](err); ok && (e.Hint == "" || e.Pos.File == "") {
			t.Errorf("%s of %q: %v has no hint or no file", c.parser, c.file, err)
		}
	}
}

// TestArchives: a folder, a tar archive in gzip and a file in gzip are the same
// files; what macOS leaves behind is passed over.
func TestArchives(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, raw []byte) {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	fmt.Fprint(w, "Gao")
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	write("set/b/._a.txt", []byte("macOS"))
	write("set/b/a.txt.gz", z.Bytes())
	write("set/a.txt", []byte("Kidal"))
	got, err := score.Open(filepath.Join(dir, "set"))
	if err != nil {
		t.Fatal(err)
	}
	if s := fmt.Sprintf("%s", got); s != "[{a.txt Kidal} {b/a.txt Gao}]" {
		t.Errorf("opened %s", s)
	}
	if _, err := score.OpenOne(filepath.Join(dir, "set")); err == nil || !strings.Contains(err.Error(), "set: holds 2 files; name the one to be scored") {
		t.Errorf("one file of two: %v", err)
	}
}

// FuzzParsers: no parser panics, and none succeeds with nothing.
func FuzzParsers(f *testing.F) {
	for _, c := range bad {
		f.Add([]byte(c.file))
	}
	f.Add([]byte(`{"docid":"G-1","doctext":"x","templates":[{"incident_type":"attack","Target":[[["market",3]]]}]}`))
	f.Add([]byte("The mayor left.\x00T1\tCue 10 14\tleft\nE1\tAttribution:T1 Cue:T1"))
	f.Add([]byte("Gao,,Gao,,16.27,,-0.04,,0,,3||\n\n"))
	all := parsers()
	f.Fuzz(func(t *testing.T, raw []byte) {
		for name, parse := range all {
			n, err := parse(raw)
			if err == nil && n == 0 && name != "geo-system" && name != "anchors" {
				t.Errorf("%s: success with nothing", name)
			}
		}
	})
}

// TestStopped: a run that nobody waits for ends.
func TestStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, err := score.ScorePolNeAR(ctx, "gao", []score.Attributed{{Text: "The mayor left."}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run gives %v", err)
	}
}
