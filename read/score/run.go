package score

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"tocsin"
	"tocsin/read"
	"tocsin/read/incident"
	"tocsin/read/text"
)

// A Request names gold files by kind, as [Open] takes them, and what of them is
// scored.
type Request struct {
	MUC4, System, PolNeAR, Factuality, Geo, GeoSystem, VerbPlace, Trees, Times, Names, Cases []string

	Part    string // of PolNeAR: a folder, such as train; "" for each
	Half    string // of geoparsing sets: odd, even; "" for both and the whole
	Every   int    // score every Nth document, sentence or row alone; 0 or 1 for all
	Careful bool   // score the vote of parsers as well
}

// Empty reports whether no set is named.
func (r *Request) Empty() bool {
	return len(r.MUC4)+len(r.PolNeAR)+len(r.Factuality)+len(r.Geo)+len(r.VerbPlace)+len(r.Trees)+len(r.Times)+len(r.Names)+len(r.Cases) == 0
}

// A runner scores one request.
type runner struct {
	*Request
	ctx   context.Context
	know  func() (Knowledge, error)
	names map[string]string // by path, how a file is called on the scoreboard
	out   []Metric
	muc   map[string][]MUCDoc // gold by name
	geo   map[string][]Article
}

// Run scores a request. The metrics come in the order of the fields of Request
// and of the files given.
//
// The embedded knowledge is opened where the sets named need it.
func Run(ctx context.Context, r Request) ([]Metric, error) {
	x := &runner{Request: &r, ctx: ctx, know: sync.OnceValues(Embedded), muc: map[string][]MUCDoc{}, geo: map[string][]Article{}}
	x.names = shortNames(slices.Concat(r.MUC4, r.System, r.PolNeAR, r.Factuality, r.Geo, r.GeoSystem, r.VerbPlace, r.Trees, r.Times, r.Names, r.Cases))
	for _, step := range []struct {
		files []string
		score func(path, set string) error
	}{
		{r.MUC4, x.muc4}, {r.System, x.mucSystem}, {r.PolNeAR, x.polnear}, {r.Factuality, x.factuality}, {r.Geo, x.places},
		{r.GeoSystem, x.geoSystem}, {r.VerbPlace, x.verbPlace}, {r.Trees, x.trees}, {r.Times, x.times}, {r.Names, x.namesOf}, {r.Cases, x.cases},
	} {
		for _, path := range step.files {
			if err := step.score(path, x.names[path]); err != nil {
				return nil, err
			}
		}
	}
	return x.out, nil
}

// shortNames calls each file by its last element without .gz, and by the last
// two where several would be called the same.
func shortNames(paths []string) map[string]string {
	base := func(p string) string {
		b := filepath.Base(p)
		for _, end := range []string{".tgz", ".tar.gz", ".gz", ".tar"} {
			b = strings.TrimSuffix(b, end)
		}
		return b
	}
	count := map[string]int{}
	out := map[string]string{}
	for _, p := range paths {
		if _, seen := out[p]; !seen {
			out[p] = base(p)
			count[out[p]]++
		}
	}
	for p, b := range out {
		if count[b] > 1 {
			out[p] = base(filepath.Dir(p)) + "/" + b
		}
	}
	return out
}

// sample keeps every Nth of a list.
func sample[T any](list []T, n int) []T {
	if n <= 1 {
		return list
	}
	var out []T
	for i := 0; i < len(list); i += n {
		out = append(out, list[i])
	}
	return out
}

// set names a set, with the share of it that is scored.
func (x *runner) set(parts ...string) string {
	if x.Every > 1 {
		parts = append(parts, fmt.Sprintf("1/%d", x.Every))
	}
	return join(parts...)
}

func (x *runner) muc4(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	gold, err := ParseMUC4(f.Name, f.Data, true)
	if err != nil {
		return err
	}
	x.muc[name] = gold
	gold = sample(gold, x.Every)
	answers, err := each(x.ctx, len(gold), func(i int) (MUCDoc, error) {
		list, err := Incidents(x.ctx, gold[i].Text)
		return MUCDoc{ID: gold[i].ID, Templates: list}, err
	})
	if err != nil {
		return err
	}
	s, err := ScoreMUC4(x.ctx, gold, name, answers)
	if err != nil {
		return err
	}
	x.out = append(x.out, s.Metrics(x.set(name))...)
	return nil
}

// Incidents is the reader's own answer for a document: its incidents as
// templates, each entity by its best mention. A text that is refused has none.
func Incidents(ctx context.Context, t string) ([]MUCTemplate, error) {
	doc, err := text.Parse(ctx, incident.Recase(t))
	if err != nil {
		return nil, refusal(err)
	}
	list, err := incident.Find(ctx, doc)
	if err != nil {
		return nil, err
	}
	var out []MUCTemplate
	for _, in := range list {
		m := MUCTemplate{Type: in.Type}
		for i, slot := range [5][]incident.Entity{in.PerpInd, in.PerpOrg, in.Target, in.Victim, in.Weapon} {
			for _, e := range slot {
				m.Slots[i] = append(m.Slots[i], []string{Normalize(e.Text)})
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// mucSystem scores another system on the gold file that has all its documents.
func (x *runner) mucSystem(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	answers, err := ParseMUC4(f.Name, f.Data, false)
	if err != nil {
		return err
	}
	for _, p := range x.MUC4 {
		gold := x.muc[x.names[p]]
		known := map[string]bool{}
		for _, g := range gold {
			known[g.ID] = true
		}
		if anyOf(answers, func(d MUCDoc) bool { return !known[d.ID] }) && len(x.MUC4) > 1 {
			continue
		}
		s, err := ScoreMUC4(x.ctx, gold, f.Name, answers)
		if err != nil {
			return err
		}
		x.out = append(x.out, s.Metrics(join(x.names[p], "by", name))...)
		return nil
	}
	return broken(f.Name, 0, "docid", "give the gold file with --muc4 too", "answers documents that no gold file has")
}

func (x *runner) polnear(path, name string) error {
	files, err := Open(path)
	if err != nil {
		return err
	}
	golds, err := ParsePolNeAR(name, files)
	if err != nil {
		return err
	}
	byPart := map[string][]Attributed{}
	var parts []string
	for _, g := range golds {
		if x.Part != "" && g.Part != x.Part {
			continue
		}
		if byPart[g.Part] == nil {
			parts = append(parts, g.Part)
		}
		byPart[g.Part] = append(byPart[g.Part], g)
	}
	if len(parts) == 0 {
		return broken(name, 0, "", "name a folder that holds its text and attributions", "has no part %q", x.Part)
	}
	slices.Sort(parts)
	for _, p := range parts {
		m, err := ScorePolNeAR(x.ctx, x.set(name, p), sample(byPart[p], x.Every))
		if err != nil {
			return err
		}
		x.out = append(x.out, m...)
	}
	return nil
}

func (x *runner) factuality(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	golds, scale, err := ParseFactuality(f.Name, f.Data)
	if err != nil {
		return err
	}
	m, err := ScoreFactuality(x.ctx, x.set(name), sample(golds, x.Every), scale)
	x.out = append(x.out, m...)
	return err
}

func (x *runner) places(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	gold, err := ParseGeo(f.Name, f.Data)
	if err != nil {
		return err
	}
	x.geo[name] = gold
	know, err := x.know()
	if err != nil {
		return err
	}
	gold = slices.DeleteFunc(sample(slices.Clone(gold), x.Every), func(a Article) bool { return x.Half != "" && a.half() != x.Half })
	found, err := each(x.ctx, len(gold), func(i int) ([]Toponym, error) { return FindPlaces(x.ctx, gold[i].Text, know.Gazetteer) })
	if err != nil {
		return err
	}
	const whole = "whole"
	all, used := map[string]*GeoScore{}, map[string]*GeoScore{}
	for _, h := range []string{whole, "odd", "even", ""} {
		all[h], used[h] = &GeoScore{}, &GeoScore{}
	}
	for i := range gold {
		main := slices.DeleteFunc(slices.Clone(found[i]), func(p Toponym) bool { return p.Aside })
		for _, h := range []string{whole, gold[i].half()} {
			all[h].Add(gold[i].Places, found[i])
			used[h].Add(gold[i].Places, main)
		}
	}
	for _, h := range []string{whole, "odd", "even"} {
		if all[h].Articles == 0 || h == whole && x.Half != "" {
			continue
		}
		set := x.set(name, strings.TrimPrefix(h, whole))
		x.out = append(x.out, all[h].Metrics(set)...)
		m := used[h].Metrics(set)[0]
		m.Name, m.Note = "end-to-end-of-statements", m.Note+", without places named in passing"
		x.out = append(x.out, m)
	}
	return nil
}

// geoSystem scores another geoparser on the set with as many articles as it has
// lines.
func (x *runner) geoSystem(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	err = &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: f.Name}, Hint: "give the gold file with --geo too", Err: fmt.Errorf("answers no gold file")}
	for _, p := range x.Geo {
		gold := x.geo[x.names[p]]
		var found [][]Toponym
		if found, err = ParseGeoSystem(f.Name, f.Data, gold); err != nil {
			continue
		}
		var s GeoScore
		for i := range gold {
			s.Add(gold[i].Places, found[i])
		}
		x.out = append(x.out, s.Metrics(join(x.names[p], "by", name))...)
		return nil
	}
	return err
}

func (x *runner) verbPlace(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	rows, _, err := ParseVerbPlace(f.Name, f.Data)
	if err != nil {
		return err
	}
	know, err := x.know()
	if err != nil {
		return err
	}
	m, err := ScoreVerbPlace(x.ctx, x.set(name), sample(rows, x.Every), know, x.Half)
	x.out = append(x.out, m...)
	return err
}

func (x *runner) trees(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	golds, err := ParseTrees(f.Name, f.Data)
	if err != nil {
		return err
	}
	golds = sample(golds, x.Every)
	m, err := ScoreTrees(x.ctx, x.set(name), golds, false)
	x.out = append(x.out, m...)
	if err == nil && x.Careful {
		m, err = ScoreTrees(x.ctx, x.set(name, "vote"), golds, true)
		x.out = append(x.out, m...)
	}
	return err
}

func (x *runner) times(path, name string) error {
	files, err := Open(path)
	if err != nil {
		return err
	}
	golds, err := ParseTimes(name, files)
	if err != nil {
		return err
	}
	m, err := ScoreTimes(x.ctx, x.set(name), sample(golds, x.Every))
	x.out = append(x.out, m...)
	return err
}

func (x *runner) namesOf(path, name string) error {
	f, err := OpenOne(path)
	if err != nil {
		return err
	}
	golds, err := ParseNames(f.Name, f.Data)
	if err != nil {
		return err
	}
	know, err := x.know()
	if err != nil {
		return err
	}
	m, err := ScoreNames(x.ctx, x.set(name), sample(golds, x.Every), know)
	x.out = append(x.out, m...)
	return err
}

func (x *runner) cases(path, name string) error {
	files, err := Open(path)
	if err != nil {
		return err
	}
	list, err := ParseCases(name, files)
	if err != nil {
		return err
	}
	know, err := x.know()
	if err != nil {
		return err
	}
	r, err := read.New(read.Options{Gazetteer: know.Gazetteer, Actors: know.Actors, Book: know.Book})
	if err != nil {
		return err
	}
	m, err := ScoreCases(x.ctx, x.set(name), list, r)
	x.out = append(x.out, m...)
	return err
}
