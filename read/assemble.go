package read

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"tocsin"
	"tocsin/codebook"
	"tocsin/gazetteer"
	"tocsin/read/act"
	"tocsin/read/claim"
	"tocsin/read/doubt"
	"tocsin/read/hedge"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/who"
)

// An assembler makes the statements of one report out of what was found.
type assembler struct {
	doc *text.Doc
	rep tocsin.Report
	gaz *gazetteer.Gazetteer
	found
	out    []tocsin.Statement
	warn   []tocsin.Warning
	groups map[int]string // act's group numbers to names
}

// item makes the statement of one frame.
func (a *assembler) item(it *act.Item) {
	a.clear(it)
	a.prune(it)
	if a.unasserted(it) || a.lapsed(it) || a.unborne(it) {
		return
	}
	speakers := a.speakersOf(it)
	rd := a.hedge.Assess(it.Sent, it.Pred, len(speakers) > 0)
	if rd.Loose && len(speakers) == 0 && it.Kind != tocsin.KindTrait {
		return // "chanted that": what the verb says of it is not known
	}
	s := tocsin.Statement{
		Kind: it.Kind, Rel: it.Rel, Act: it.Act, Mode: it.Mode,
		Actors: a.mentions(it.Sent, it.Actors), Recipients: a.mentions(it.Sent, it.Recipients),
		Places: a.places(it.Places), When: a.time(it.When),
		Outcome: it.Outcome, Count: it.Count, Value: it.Value,
		Condition: rd.Condition, Says: speakers,
		Certainty: certainty(it, rd),
	}
	if it.Condition != nil {
		s.Condition = it.Condition
	}
	s.Says = slices.DeleteFunc(s.Says, func(sp tocsin.Speaker) bool { return nobody(sp) || a.selfNaming(sp, it.Sent) })
	if it.Rel == "accused_of" && len(it.Actors) > 0 && slices.ContainsFunc(s.Says, func(sp tocsin.Speaker) bool { return strings.HasPrefix(sp.Text, s.Actors[0].Text+" of ") }) {
		return // the accused taken for the accuser: who accuses is not known
	}
	if s.Certainty.Basis == "reported" && len(s.Says) == 0 && s.Kind != tocsin.KindTrait && s.Kind != tocsin.KindQuestion && s.Kind != tocsin.KindOutlook {
		return // somebody says it, and who is lost
	}
	if s.Kind == tocsin.KindTrait && s.Certainty.Polarity == "unknown" {
		return // "is to state that he will not stand": nobody says what he is
	}
	if it.Rel == "accused_of" && len(s.Says) == 0 {
		return // a charge without its speaker would be the author's
	}
	if (titled(it) || it.Kind == tocsin.KindTrait && says.Unsure(a.says, it.Sent, it.Pred)) && len(s.Says) > 0 && !slices.ContainsFunc(s.Says, func(sp tocsin.Speaker) bool { return sp.Text == "" && strings.Contains(sp.Cue, "report") }) {
		// A title before a name is the author's, whoever speaks of its bearer.
		s.Says, s.Condition = nil, nil
		s.Certainty = tocsin.NewCertainty("is", "certain", "asserted")
	}
	if it.Polarity == "is" && it.Degree == "certain" {
		s.Says, s.Condition = nil, nil // the name is the author's, whoever speaks of its bearer
	}
	if s.Kind == tocsin.KindEvent && s.Outcome == "" {
		s.Outcome = "unknown"
	}
	if it.Content != nil {
		s.Content = a.frame(it.Content, 1)
		if it.Content.Pred == it.Pred && s.Certainty.Polarity == "is_not" {
			// One "not" is said once: of the whole, not of its content again.
			s.Content.Certainty = tocsin.NewCertainty("is", "unknown", "asserted")
		}
	}
	if a.untimely(it, &s) {
		return
	}
	a.dateable(&s)
	span := a.cover(it)
	a.keep(&s, span, it.Sent, it.Group)
}

// untimely reports an event named by a noun whose day is still to come ("ahead of
// the elections of 20 August"), and the author's outlook on a day that is past
// ("only 13 sites could be reached last week").
func (a *assembler) untimely(it *act.Item, s *tocsin.Statement) bool {
	pub := a.rep.Published
	if pub.IsZero() {
		return false
	}
	if s.Kind == tocsin.KindEvent && strings.HasPrefix(it.Rule, "noun ") {
		return !s.When.From.IsZero() && s.When.From > pub.AddDays(1)
	}
	w := s.When
	if s.Content != nil && w.To.IsZero() {
		w = s.Content.When
	}
	return s.Kind == tocsin.KindOutlook && !strings.HasPrefix(it.Rule, "scheduled ") && len(s.Says) == 0 && !w.To.IsZero() && w.To < pub
}

// dateable drops a date that cannot be: of what was done, after the report; of what
// is to come, before it. The text gives a month or weekday without its year, and
// the guess was wrong.
func (a *assembler) dateable(s *tocsin.Statement) {
	pub := a.rep.Published
	if pub.IsZero() {
		return
	}
	if s.Kind == tocsin.KindEvent && s.Certainty.Polarity == "is" && !s.When.From.IsZero() && s.When.From > pub.AddDays(1) {
		s.When = tocsin.UnknownWhen()
	}
	if c := s.Content; c != nil && c.Content != nil && (s.Kind == tocsin.KindOutlook || s.Kind == tocsin.KindAim) && !c.Content.When.To.IsZero() && c.Content.When.To < pub {
		c.Content.When = tocsin.UnknownWhen()
	}
	if (s.Kind == tocsin.KindOutlook || s.Kind == tocsin.KindAim) && s.Content != nil && !s.Content.When.To.IsZero() && s.Content.When.To < pub {
		s.Content.When = tocsin.UnknownWhen()
		if !s.When.To.IsZero() && s.When.To < pub {
			s.When = tocsin.UnknownWhen()
		}
	}
}

// titled reports a role or rank that stands before a name.
func titled(it *act.Item) bool {
	return it.Kind == tocsin.KindTrait && (it.Rel == "role" || it.Rel == "rank") && strings.HasPrefix(it.Rule, "name ") && len(it.Actors) == 1 && it.Pred >= it.Actors[0].Lo && it.Pred < it.Actors[0].Hi
}

// selfNaming reports a cue that only names: "the junta, which calls itself X".
func (a *assembler) selfNaming(sp tocsin.Speaker, sent int) bool {
	if !strings.HasPrefix(strings.ToLower(sp.Cue), "call") {
		return false
	}
	text := a.doc.Sentences[sent].Span.In(a.doc.Text)
	return slices.ContainsFunc([]string{" itself", " himself", " herself", " themselves"}, func(w string) bool { return strings.Contains(text, sp.Cue+w) })
}

// nobody reports a source that is none: "few agree" is the author's own.
func nobody(sp tocsin.Speaker) bool {
	first, _, _ := strings.Cut(strings.ToLower(sp.Text), " ")
	return first == "few" && strings.ToLower(sp.Text) == "few"
}

// certainty takes hedge's reading, and the item's own where grammar decided.
func certainty(it *act.Item, rd hedge.Reading) tocsin.Certainty {
	c := rd.Certainty
	if it.Polarity != "" {
		c.Polarity = it.Polarity
	}
	if it.Degree != "" {
		c.Degree = it.Degree
	}
	if it.Basis != "" {
		c.Basis = it.Basis
	}
	if it.Polarity == "is" && it.Degree == "certain" {
		return tocsin.NewCertainty("is", "certain", "asserted")
	}
	return tocsin.NewCertainty(c.Polarity, c.Degree, c.Basis, c.Cues...)
}

// trend makes the statement of one measurable claim. A claim inside a question
// or a supposition asserts nothing and makes none.
func (a *assembler) trend(c *claim.Found) {
	if c.Sure {
		k := c.Claim
		a.stated(c, &k, nil, hedge.Reading{Certainty: tocsin.NewCertainty("is", "certain", "asserted")})
		return
	}
	speakers := says.For(a.doc, a.says, c.Sent, c.Head)
	if c.Num[1] > c.Num[0] && len(speakers) == 0 {
		speakers = says.For(a.doc, a.says, c.Sent, c.Num[0]) // "claims to have killed 200"
	}
	rd := a.hedge.Assess(c.Sent, c.Head, len(speakers) > 0)
	if c.Whole && rd.Certainty.Polarity == "is_not" {
		rd.Certainty.Polarity = "is"
	}
	if rd.Certainty.Basis == "reported" && len(speakers) == 0 && !a.takesLives(c.Sent) {
		return // somebody says it, and who is lost
	}
	if rd.Hypothetical || rd.Counter || rd.Asked || rd.Future || rd.Purpose || rd.Loose && len(speakers) == 0 {
		return
	}
	if rd.Certainty.Polarity == "is_not" && !slices.ContainsFunc(rd.Certainty.Cues, denies) && (c.Claim.Of == nil || c.Claim.Of.Act != "failed coup") {
		return // "ending a five-day crisis", "foiled a plot": it was, though the verb undoes it
	}
	if rd.Certainty.Polarity == "unknown" && rd.Certainty.Degree == "unknown" && c.Claim.Form == tocsin.FormChange {
		return // "should fall", "must increase its attacks": demanded, not so
	}
	if a.supposed(tocsin.KindTrend, c.Sent, c.Head) || says.Unsure(a.says, c.Sent, c.Head) {
		return
	}
	k := c.Claim
	if !a.vetting(c, &k).sound() {
		return
	}
	a.stated(c, &k, speakers, rd)
}

// stated keeps a claim as a statement.
func (a *assembler) stated(c *claim.Found, k *tocsin.Claim, speakers []tocsin.Speaker, rd hedge.Reading) {
	s := tocsin.Statement{Kind: tocsin.KindTrend, Claim: k, When: tocsin.UnknownWhen(), Says: speakers,
		Condition: rd.Condition, Certainty: tocsin.NewCertainty(rd.Certainty.Polarity, rd.Certainty.Degree, rd.Certainty.Basis, rd.Certainty.Cues...)}
	if k.Window != nil {
		s.When = *k.Window
	}
	s.Places = slices.Clone(k.Places)
	s.Actors = a.claimActors(c.Sent, k)
	a.keep(&s, c.Span, c.Sent, 0)
}

// takesLives reports a "claim" in the sentence that has neither "to" nor "that" behind
// it: "the fighting claimed at least 70 lives".
func (a *assembler) takesLives(sent int) bool {
	t := a.doc.Sentences[sent].Tokens
	for i := range t[:max(len(t)-1, 0)] {
		if t[i].Lemma == "claim" && t[i+1].Lower != "to" && t[i+1].Lower != "that" {
			return true
		}
	}
	return false
}

// denies reports a cue with a word of plain negation.
func denies(c tocsin.Cue) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(c.Text)), func(w string) bool {
		return slices.Contains([]string{"no", "not", "n't", "n’t", "never", "neither", "nor", "none", "nobody", "nothing", "nowhere", "without"}, w) || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
	})
}

// claimActors finds the mentions that a claim's measure names.
func (a *assembler) claimActors(sent int, c *tocsin.Claim) []tocsin.Mention {
	if c.Of == nil || c.Of.Actor == "" {
		return nil
	}
	var out []tocsin.Mention
	for _, k := range a.who.In(sent) {
		m := &a.who.Mentions[k]
		if m.How == "pronoun" {
			continue
		}
		for _, name := range splitActors(c.Of.Actor) {
			if name == m.Text && !slices.ContainsFunc(out, func(o tocsin.Mention) bool { return o.Text == m.Text }) {
				out = append(out, tocsin.Mention{Text: m.Text, Span: m.Span, How: m.How, ID: m.ID})
			}
		}
	}
	return out
}

// keep finishes a statement: its span is stretched over speakers, cues and
// conditions, its quote read from the text, its identity computed. A statement
// that breaks the format is a defect of the reader: it is left out and warned of.
func (a *assembler) keep(s *tocsin.Statement, span tocsin.Span, sent, group int) {
	for _, sp := range s.Says {
		span = a.stretch(span, sp.Span, sent)
	}
	for _, c := range s.Certainty.Cues {
		span = a.stretch(span, c.Span, sent)
	}
	if s.Condition != nil {
		span = a.stretch(span, s.Condition.Span, sent)
	}
	span = a.tidy(span, sent)
	s.V, s.Codebook, s.Reader = tocsin.SchemaVersion, codebook.Edition, Version
	s.Report, s.Published = a.rep.ID, a.rep.Published
	s.Span, s.Quote = span, span.In(a.doc.Text)
	if group > 0 {
		key := sent<<8 | group
		if a.groups[key] == "" {
			a.groups[key] = tocsin.ComputeGroup(a.rep.ID, span, fmt.Sprint("rivals ", group))
		}
		s.Group = a.groups[key]
	}
	s.ID = s.ComputeID()
	if err := s.Validate(); err != nil {
		a.warn = append(a.warn, tocsin.Warning{Pos: tocsin.Pos{Field: fmt.Sprint("sentence ", sent+1)}, Text: "left out: " + err.Error()})
		return
	}
	a.out = append(a.out, *s)
}

// mentions resolves arguments to mentions as written.
func (a *assembler) mentions(sent int, args []act.Arg) []tocsin.Mention {
	out := make([]tocsin.Mention, 0, len(args))
	s := &a.doc.Sentences[sent]
	for _, g := range args {
		span := s.SpanOf(g.Lo, g.Hi)
		m := tocsin.Mention{Text: span.In(a.doc.Text), Span: span, How: howOf(s, g)}
		if w, ok := a.mentionAt(sent, g.Head); ok {
			m.How, m.ID = w.How, w.ID
		}
		out = append(out, m)
	}
	return out
}

func (a *assembler) mentionAt(sent, head int) (who.Mention, bool) {
	for _, k := range a.who.In(sent) {
		if m := a.who.Mentions[k]; m.Head == head {
			return m, true
		}
	}
	return who.Mention{}, false
}

func howOf(s *text.Sentence, g act.Arg) string {
	switch s.Tokens[g.Head].UPOS {
	case "PRON":
		return "pronoun"
	case "PROPN":
		return "named"
	}
	return "nominal"
}

func (a *assembler) places(spots []act.Spot) []tocsin.Place {
	out := make([]tocsin.Place, 0, len(spots))
	for _, sp := range spots {
		p := a.where[sp.Index].Place
		if sp.Role != "" {
			p.Role = sp.Role
		}
		out = append(out, p)
	}
	return out
}

func (a *assembler) time(index int) tocsin.When {
	if index < 0 {
		return tocsin.UnknownWhen()
	}
	return a.when[index].When
}

// frame makes the nested frame of an item's content. What it says is not
// asserted by anybody: its degree is unknown.
func (a *assembler) frame(it *act.Item, depth int) *tocsin.Frame {
	rd := a.hedge.Assess(it.Sent, it.Pred, false)
	pol := rd.Certainty.Polarity
	if pol == "unknown" {
		pol = "is"
	}
	s := &a.doc.Sentences[it.Sent]
	near := *it
	near.Actors = slices.DeleteFunc(slices.Clone(it.Actors), func(g act.Arg) bool { return clauseBetween(s, g.Hi, it.Pred) })
	lo, hi := hull(&near, len(s.Tokens))
	span := s.SpanOf(lo, hi)
	f := &tocsin.Frame{
		Kind: it.Kind, Rel: it.Rel, Act: it.Act, Mode: it.Mode,
		Actors: a.mentions(it.Sent, it.Actors), Recipients: a.mentions(it.Sent, it.Recipients),
		Places: a.places(it.Places), When: a.time(it.When),
		Outcome: it.Outcome, Count: it.Count, Value: it.Value,
		Certainty: tocsin.NewCertainty(pol, "unknown", "asserted"),
		Span:      span, Quote: span.In(a.doc.Text),
	}
	if it.Content != nil && depth < tocsin.MaxFrameDepth {
		f.Content = a.frame(it.Content, depth+1)
	} else if it.Content != nil {
		f.Kind, f.Act, f.Rel = tocsin.KindEvent, "other", ""
	}
	return f
}

// finish orders the statements by the text, joins rivals and numbers nothing:
// the order alone is the number.
func (a *assembler) finish() Result {
	slices.SortStableFunc(a.out, func(x, y tocsin.Statement) int {
		return cmp.Or(cmp.Compare(x.Span[0], y.Span[0]), cmp.Compare(x.Span[1], y.Span[1]),
			cmp.Compare(slices.Index(tocsin.Kinds, x.Kind), slices.Index(tocsin.Kinds, y.Kind)), cmp.Compare(x.ID, y.ID))
	})
	a.out = slices.CompactFunc(a.out, func(x, y tocsin.Statement) bool { return x.ID == y.ID })
	a.rivalSpeakers()
	for i := range a.out {
		a.out[i].Doubt = tocsin.Number(math.Round(100*doubt.Of(a.doc, &a.out[i])) / 100)
	}
	return Result{Statements: a.out, Links: links(a.out), Warnings: a.warn}
}
