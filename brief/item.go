package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"tocsin"
	"unicode"
	"unicode/utf8"
)

// item is a statement that counts, with its report and the words to quote.
type item struct {
	st       *tocsin.Statement
	rep      *tocsin.Report
	span     tocsin.Span
	whole    bool   // the span is a whole sentence of the report
	folded   string // the quote as norm folds it
	reviewed bool
}

// live returns the statements known at Input.At that no person rejected, a
// corrected one as corrected, in an order that does not depend on the input's.
func live(in *Input) []item {
	reports := make(map[string]*tocsin.Report, len(in.Reports))
	for i := range in.Reports {
		if r := &in.Reports[i]; in.At.IsZero() || r.Published <= in.At {
			reports[r.ID] = r
		}
	}
	latest := make(map[string]*tocsin.Review)
	for i := range in.Reviews {
		r := &in.Reviews[i]
		if old := latest[r.Statement]; old == nil || !r.Recorded.Before(old.Recorded) {
			latest[r.Statement] = r
		}
	}
	var out []item
	seen := make(map[string]bool)
	for i := range in.Statements {
		st := &in.Statements[i]
		review := latest[st.ID]
		if review != nil && review.Verdict == "correct" && review.Correction != nil {
			corrected := *review.Correction
			corrected.ID = st.ID // links, verdicts and pages know it by the name of what was read
			st = &corrected
		}
		rep := reports[st.Report]
		if rep == nil || seen[st.ID] || review != nil && review.Verdict == "reject" ||
			review != nil && review.Verdict == "correct" && review.Correction == nil {
			continue
		}
		seen[st.ID] = true
		it := item{st: st, rep: rep, reviewed: review != nil}
		it.span, it.whole = clauseOf(rep.Text, st)
		it.folded = norm(it.quote())
		out = append(out, it)
	}
	slices.SortFunc(out, func(a, b item) int {
		return cmp.Or(cmp.Compare(a.rep.Published, b.rep.Published), cmp.Compare(a.rep.ID, b.rep.ID),
			cmp.Compare(a.st.Span[0], b.st.Span[0]), cmp.Compare(a.st.Span[1], b.st.Span[1]), cmp.Compare(a.st.ID, b.st.ID))
	})
	return out
}

// quote is the words to quote, exactly as the report has them.
func (it item) quote() string {
	if q := it.span.In(it.rep.Text); q != "" {
		return q
	}
	return it.st.Quote
}

// place names the report and span of the quote.
func (it item) place() string { return fmt.Sprint(it.rep.ID, it.span) }

// said is the quotation, fit to print, with dots where its sentence goes on.
func (it item) said() string {
	sentence, ok := sentenceOf(it.rep.Text, it.span)
	if !ok {
		return quoted(it.quote(), !it.whole, !it.whole)
	}
	return quoted(it.quote(), it.span[0] > sentence[0], it.span[1] < sentence[1])
}

// cite makes the citation of the item, not yet numbered.
func (it item) cite() Citation {
	return Citation{Statement: it.st.ID, Report: it.rep.ID, Span: it.span, Quote: it.quote(),
		Publisher: publisher(it.rep), Title: tocsin.Clean(it.rep.Title), Published: it.rep.Published}
}

// sentenceCite cites the whole sentence the item stands in.
func (it item) sentenceCite() Citation {
	c := it.cite()
	if span, ok := sentenceOf(it.rep.Text, it.st.Span); ok {
		c.Span, c.Quote = span, span.In(it.rep.Text)
	}
	return c
}

// publisher names who put a report out.
func publisher(r *tocsin.Report) string {
	if name := tocsin.Clean(r.Publisher); name != "" {
		return short(name, 8)
	}
	if title := tocsin.Clean(r.Title); title != "" {
		return "the unsigned report “" + short(title, 8) + "”"
	}
	return "an unsigned report"
}

// short keeps the first n words.
func short(s string, n int) string {
	f := strings.Fields(s)
	if len(f) <= n {
		return s
	}
	return strings.Join(f[:n], " ") + " …"
}

// by names the report an item stands in: its publisher with its date, without
// the year where that is the brief's; of a brief that rests on one report it is
// "the report".
func (w *writer) by(it item) string {
	if w.sole != nil {
		return "the report"
	}
	return w.label(it.rep)
}

func (w *writer) label(r *tocsin.Report) string { return publisher(r) + " (" + w.dayOf(r) + ")" }

// dayOf is the day on which a report came out, without the year where that is
// the brief's.
func (w *writer) dayOf(r *tocsin.Report) string {
	when := day(r.Published)
	if r.Published.Year() == w.in.At.Year() {
		when = strings.TrimSuffix(when, fmt.Sprintf(" %d", r.Published.Year()))
	}
	return when
}

// upperFirst begins a sentence.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// vague reports whether a quotation would begin with a word that points
// outside it.
func (it item) vague() bool {
	first, rest, _ := strings.Cut(it.folded, " ")
	second, _, _ := strings.Cut(rest, " ")
	if first == "it" && (second == "is" || second == "was" || second == "remains") {
		return false // "it is not known" points at nothing
	}
	switch first {
	case "he", "she", "it", "they", "this", "these", "those", "that", "his", "her", "their", "its", "but", "and", "which", "who":
		return true
	}
	return slices.ContainsFunc(it.st.Actors, func(m tocsin.Mention) bool { return m.How == "pronoun" && !it.whole })
}

// ownWords is from how many words outside its statements at second hand a
// quotation is told as the author's in part.
const ownWords = 6

// manner is the verb under which a quotation is told. It weighs every
// statement within the quoted words, so that a sentence that is hedged or at
// second hand only in part is not told as if it were so throughout.
func (w *writer) manner(it item) string {
	degrees, spoken, own, told := make(map[string]bool), false, false, tocsin.Span{}
	speakers := make(map[string]bool)
	for _, o := range w.beside(it.rep.ID) {
		if !it.span.Contains(o.st.Span) {
			continue
		}
		if o.st.Kind != tocsin.KindQuestion {
			degrees[o.st.Certainty.Degree] = true
		}
		if len(o.st.Says) == 0 && introRels[o.st.Rel] > 0 && o.st.ID != it.st.ID {
			continue // who somebody is hedges nothing
		}
		if len(o.st.Says) == 0 {
			own = own || o.st.Kind != tocsin.KindQuestion || it.st.Kind != tocsin.KindQuestion
			continue
		}
		if !spoken {
			told = o.st.Span
		}
		told = tocsin.Span{min(told[0], o.st.Span[0]), max(told[1], o.st.Span[1])}
		spoken = true
		speakers[speaker(o.st.Says[0])] = true
	}
	// What no statement at second hand covers may be the author's own.
	own = own || spoken && words(it.quote())-words(told.In(it.rep.Text)) >= ownWords
	switch {
	case it.st.Kind == tocsin.KindQuestion && own && len(degrees) > 0:
		return "writes, leaving a question open"
	case it.st.Kind == tocsin.KindQuestion:
		return "leaves open"
	case it.st.Certainty.Basis == "no_evidence":
		return "notes an absence of evidence"
	case spoken && own:
		return "writes, in part at second hand"
	case spoken && len(speakers) > 1:
		return "passes on what others say, without vouching for it"
	case spoken:
		return "passes on " + speaker(it.st.Says[0]) + vouched(it.st.Certainty)
	case len(degrees) > 1:
		return "writes, in part hedged"
	case it.st.Certainty.Degree == "probable":
		return "says, as probable"
	case it.st.Certainty.Degree == "possible":
		return "says, as possible"
	case it.st.Certainty.Degree == "certain" && !hedged(it.quote()):
		return "states"
	case it.st.Certainty.Degree == "certain":
		return "writes"
	}
	return "writes, without saying how surely"
}

func vouched(c tocsin.Certainty) string {
	if c.Degree == "unknown" {
		return ", without vouching for it"
	}
	return ", as " + c.Degree
}

// speaker names who is said to have said it, in the report's own words.
func speaker(s tocsin.Speaker) string {
	text := tocsin.Clean(s.Text)
	switch {
	case text == "":
		return "unnamed reports"
	case s.Type == "unnamed":
		return "unnamed speakers (“" + short(text, 8) + "”)"
	}
	return "words of “" + short(text, 8) + "”"
}

// tell is the sentence for a group of items that say the same: the first one's
// words, and who else says so.
func (w *writer) tell(group []item) draft {
	first := group[0]
	d := draft{typ: Reported, at: &first, reviewed: true}
	text := upperFirst(w.by(first)) + " " + w.manner(first) + ": " + first.said()
	var others []string
	for _, it := range group {
		c := it.cite()
		if len(d.cites) > 0 && slices.ContainsFunc(d.cites, func(o Citation) bool { return o.Report == c.Report }) {
			continue
		}
		d.cites = append(d.cites, c)
		d.reviewed = d.reviewed && it.reviewed
		if len(d.cites) > 1 {
			others = append(others, w.by(it))
		}
	}
	switch len(others) {
	case 0:
		text = stop(text)
	case 1:
		text += "; " + others[0] + " tells of it too."
	case 2:
		text += "; " + others[0] + " and " + others[1] + " tell of it too."
	default:
		text += "; " + plural(len(others), "other report") + " tell of it too."
	}
	d.text = text
	return d
}
