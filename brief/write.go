package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"tocsin"
)

// whoWords is the room kept for saying who is who.
const whoWords = 88

// draft is a sentence whose citations have no numbers yet.
type draft struct {
	typ, text string
	key       string // two drafts of one key say the same
	cites     []Citation
	at        *item   // whose words are quoted; nil where none are
	also      []item  // others whose words are quoted
	who       *person // whom it introduces
	names     bool    // it says of those it names who they are
	verdict   *tocsin.Verdict
	warnings  []string
	reviewed  bool
}

// writer holds what one brief is written from.
type writer struct {
	in          *Input
	items       []item
	byID        map[string]item
	verdicts    []*tocsin.Verdict
	changesTold []*tocsin.Verdict // whose figures need no second telling
	data        []tocsin.Dataset
	paired      map[string]bool // places of the quotes set side by side as contradictions
	sole        *tocsin.Report  // the one report all rests on; nil where there are several
	byReport    map[string][]item
	toldEvents  []draft                  // what happened gives
	latest      map[string]tocsin.Date   // when the last firm telling of an act came out
	doubted     map[string][]tocsin.Span // of each report, what a verdict goes against
}

// Write writes the brief. Without a report or a statement known at Input.At it
// is an error that says what to import. The same input gives the same brief,
// whatever the order of its reports and statements.
func Write(in Input) (Brief, error) {
	w := &writer{in: &in, byID: make(map[string]item), paired: make(map[string]bool)}
	personal := 0
	w.items, personal = withhold(&in, live(&in))
	if len(w.items) == 0 {
		return Brief{}, nothing(&in)
	}
	for _, it := range w.items {
		w.byID[it.st.ID] = it
	}
	w.sole = sole(w.items)
	w.sortVerdicts()
	w.sortData()
	list := w.compose()

	b := Brief{Title: title(&in), Country: tocsin.Clean(in.Country), At: in.At, Example: in.Example, Data: w.data, Head: in.Head}
	b.TLP, b.Limits = w.marking(), w.limits(personal)
	n := &numberer{index: make(map[string]int)}
	dropped, hindsight := 0, 0
	for _, s := range list {
		dropped += len(s.from) - len(s.taken)
		if len(s.taken) == 0 {
			continue
		}
		out := Section{Title: s.title}
		for _, d := range s.taken {
			if !w.attributed(d) {
				dropped++ // an accusation of which the sentence does not name the speaker
				continue
			}
			out.Sentences = append(out.Sentences, Sentence{Type: d.typ, Text: d.text, Cites: n.numbers(w.noted(d.cites)), Reviewed: d.reviewed && rests(d)})
			if d.verdict != nil && d.verdict.Hindsight && d.verdict.Verdict != tocsin.CannotBeMeasured {
				hindsight++
			}
			for _, note := range d.warnings {
				if note = tocsin.Clean(note); !slices.Contains(b.Notes, note) {
					b.Notes = append(b.Notes, note)
				}
			}
		}
		b.Sections = append(b.Sections, out)
	}
	b.Citations = n.list
	b.Reviewed = w.allReviewed(n.list)
	b.Notes = append(b.Notes, w.gradeNotes(n.list)...)
	if hindsight > 0 {
		b.Notes = append(b.Notes, plural(hindsight, "verdict")+" may rest on hindsight: the data came out after the report, or its release is unknown.")
	}
	if dropped > 0 {
		b.Notes = append(b.Notes, fmt.Sprintf("%s more found no room in %d words or would have repeated what is told.", plural(dropped, "sentence"), MaxWords))
	}
	return b, nil
}

// rests reports whether a sentence rests on a statement at all; only such a
// sentence can be marked reviewed.
func rests(d draft) bool {
	return slices.ContainsFunc(d.cites, func(c Citation) bool { return c.Statement != "" })
}

func (w *writer) allReviewed(list []Citation) bool {
	any := false
	for _, c := range list {
		if c.Statement != "" {
			any = true
			if !w.byID[c.Statement].reviewed {
				return false
			}
		}
	}
	return any
}

func title(in *Input) string {
	country := tocsin.Clean(in.Country)
	if country == "" {
		country = "All countries"
	}
	return country + ": brief of " + day(in.At)
}

// nothing says why there is nothing to write, and what to do.
func nothing(in *Input) error {
	first := tocsin.Date(0)
	for _, r := range in.Reports {
		if first.IsZero() || r.Published < first {
			first = r.Published
		}
	}
	hint := "import reports first: tocsin import FILE.txt --publisher NAME --published DATE"
	switch {
	case first > in.At:
		return tocsin.Errorf(tocsin.NotFound, "ask for a later date, or "+hint, "no report is known at %s; the first came out on %s", in.At, first)
	case len(in.Reports) == 0:
		return tocsin.Errorf(tocsin.NotFound, hint, "no report is known at %s", in.At)
	}
	return tocsin.Errorf(tocsin.NotFound, "import reports in English that tell of events: tocsin import FILE.txt --publisher NAME --published DATE",
		"%s known at %s, and no statement in them stands", plural(len(in.Reports), "report"), in.At)
}

// compose chooses the sentences of every section, in the order of the page.
func (w *writer) compose() []*section {
	t := newTold(w.labels())
	top := &section{title: "Bottom line"}
	who := &section{title: "Who is who"}
	fill := func(s *section, from []draft, room int) int {
		s.from = append(s.from, from...)
		return s.fill(room, t)
	}
	below := w.sections()
	room := MaxWords - whoWords - w.frame(append([]*section{top, who}, below...))
	room -= fill(top, slices.Concat(w.mainEvent(), w.measures(TopicMain), w.denials(), w.warnings()), room)
	tempo := w.measures(TopicTempo)
	last := slices.Concat(tempo[:min(len(tempo), 1)], w.tally(), w.hindsight(), w.sources())
	for _, d := range last {
		t.add(d)
		room -= d.size()
	}
	turns := slices.Clone(below)
	slices.SortStableFunc(turns, func(a, b *section) int { return cmp.Compare(a.turn, b.turn) })
	for _, s := range turns {
		room -= s.fill(min(s.words, room), t)
	}
	room = w.introduce(top, who, below, room+whoWords, t)
	people := w.people()
	room = w.principals(top, who, below, people, room, t)
	slices.SortStableFunc(turns, func(a, b *section) int { return cmp.Compare(a.late, b.late) })
	for _, s := range turns {
		room -= s.fillOnly(room, t, func(d draft) bool { return w.known(d, top, who, people) })
	}
	top.from, top.taken = append(top.from, last...), append(top.taken, last...)
	return append([]*section{top, who}, below...)
}

// beside are the items of one report.
func (w *writer) beside(report string) []item {
	if w.byReport == nil {
		w.byReport = make(map[string][]item)
		for _, it := range w.items {
			w.byReport[it.rep.ID] = append(w.byReport[it.rep.ID], it)
		}
	}
	return w.byReport[report]
}

// frame is the room that title, status, banner and headings take.
func (w *writer) frame(list []*section) int {
	n := words(title(w.in)) + 1 + words(Brief{}.Status()+" "+legend) + words(strings.Join(w.limits(1), " "))
	if w.in.Example {
		n += words(exampleBanner) + 2
	}
	for i, s := range list {
		if i < 2 || len(s.from) > 0 {
			n += words(s.title) + 1
		}
	}
	return n
}

// labels takes the names of reports out of a text.
func (w *writer) labels() *strings.Replacer {
	var pairs []string
	for _, it := range w.items {
		if l := w.label(it.rep); !slices.Contains(pairs, l) {
			pairs = append(pairs, l, "", strings.NewReplacer(" (", ", ", ")", "").Replace(l), "")
		}
	}
	return strings.NewReplacer(pairs...)
}

// fill takes the section's candidates that fit into room words and repeat
// nothing, and returns the words taken.
func (s *section) fill(room int, t *told) int {
	return s.fillOnly(room, t, func(draft) bool { return true })
}

func (s *section) fillOnly(room int, t *told, fit func(draft) bool) int {
	taken := 0
	for _, d := range s.from {
		n := d.size()
		if words(d.text) == 0 || taken+n > room || t.repeats(d) || !fit(d) {
			continue
		}
		t.add(d)
		s.taken = append(s.taken, d)
		taken += n
	}
	return taken
}

// size is the room a sentence takes on the page: its words, its mark, and its
// citations, which stand together as one.
func (d draft) size() int { return words(d.text) + 3 }

func overlaps(list []tocsin.Span, s tocsin.Span) bool {
	return slices.ContainsFunc(list, func(o tocsin.Span) bool { return o[0] < s[1] && s[0] < o[1] })
}

// numberer numbers citations in the order in which they are first cited.
type numberer struct {
	list  []Citation
	index map[string]int
}

func (n *numberer) numbers(cites []Citation) []int {
	var out []int
	for _, c := range cites {
		key := strings.Join([]string{c.Report, fmt.Sprint(c.Span), c.Verdict, c.Dataset, c.Vintage, c.Query, c.Quote}, "\x00")
		k, ok := n.index[key]
		if !ok {
			c.N = len(n.list) + 1
			n.list, n.index[key], k = append(n.list, c), c.N, c.N
		}
		if !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}
