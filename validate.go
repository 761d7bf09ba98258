package tocsin

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// The admitted values of the fields that have a closed list.
var (
	Kinds      = []Kind{KindEvent, KindTie, KindTrait, KindAim, KindTrend, KindCause, KindOutlook, KindQuestion}
	Ties       = []string{"alias_of", "leads", "member_of", "part_of", "figurehead_of", "supports", "opposes", "contact", "party_to"}
	Traits     = []string{"role", "rank", "age", "nationality", "ethnicity", "religion", "education", "salience", "accused_of"}
	Aims       = []string{"seeks", "refuses", "intends", "offers"}
	Outcomes   = []string{"attempted", "agreed", "under_way", "failed", "succeeded", "unknown"}
	Hows       = []string{"named", "nominal", "pronoun", "implied"}
	Roles      = []string{"at", "from", "to", "near", "toward", "in"}
	Precisions = []string{"point", "near", "town", "admin2", "admin1", "country", "region", "unknown"}
	TimePrec   = []string{"day", "week", "month", "quarter", "year", "past", "recent", "unknown"}
	Opens      = []string{"none", "start", "end", "both"}
	AnchorRels = []string{"before", "after", "since", "until", "during"}
	Polarities = []string{"is", "is_not", "unknown"}
	Degrees    = []string{"certain", "probable", "possible", "unknown"}
	Bases      = []string{"asserted", "reported", "no_evidence", "inferred"}
	Speakers   = []string{"named", "unnamed", "collective", "document"}
	Conditions = []string{"if", "unless", "after", "because"}
	Forms      = []Form{FormDistance, FormDirection, FormWithin, FormCount, FormRate, FormChange, FormRank, FormFirst, FormLast, FormDate, FormDuration, FormShare}
	Ops        = []string{"<", "<=", "=", ">=", ">", "~"}
	Novelties  = []string{"none", "first", "again", "still"}
)

// checker collects the problems of one record under the names of its fields.
type checker struct{ problems []string }

func (c *checker) fail(field, format string, args ...any) {
	c.problems = append(c.problems, field+": "+fmt.Sprintf(format, args...))
}

func oneOf[T ~string](c *checker, field string, v T, list []T) {
	if !slices.Contains(list, v) {
		words := make([]string, len(list))
		for i, w := range list {
			words[i] = string(w)
		}
		c.fail(field, "%q is not one of %s", string(v), strings.Join(words, ", "))
	}
}

func (c *checker) err(op string) error {
	if len(c.problems) == 0 {
		return nil
	}
	return &Error{Code: Invalid, Op: op, Hint: "see docs/statements.md",
		Err: fmt.Errorf("%s", strings.Join(c.problems, "; "))}
}

// Validate reports every field that breaks the format, in one error. It does
// not need the report; CheckSpans does.
func (s *Statement) Validate() error {
	c := &checker{}
	if s.V != SchemaVersion {
		c.fail("v", "is %d, this program reads %d", s.V, SchemaVersion)
	}
	if !strings.HasPrefix(s.ID, "st_") {
		c.fail("id", "%q does not begin with st_", s.ID)
	}
	if !strings.HasPrefix(s.Report, "sha256:") {
		c.fail("report", "%q does not begin with sha256:", s.Report)
	}
	if s.Span[0] < 0 || s.Span[1] <= s.Span[0] {
		c.fail("span", "%v marks nothing", s.Span)
	}
	if s.Span[1]-s.Span[0] != len(s.Quote) {
		c.fail("quote", "has %d bytes, its span %d", len(s.Quote), s.Span[1]-s.Span[0])
	}
	// JSON would carry U+FFFD in place of such bytes, and the ID would not hold.
	if !utf8.ValidString(s.Quote) || !utf8.Valid(s.said().buf) {
		c.fail("quote", "it or another text is not UTF-8")
	}
	if s.Reader == "" {
		c.fail("reader", "is empty")
	}
	if s.Doubt != nil && !(*s.Doubt >= 0 && *s.Doubt <= 1) {
		c.fail("doubt", "%v is no chance between 0 and 1", *s.Doubt)
	}
	for i, sp := range s.Says {
		f := fmt.Sprintf("says[%d]", i)
		oneOf(c, f+".type", sp.Type, Speakers)
		oneOf(c, f+".stance", sp.Stance, Degrees)
	}
	if s.Condition != nil {
		oneOf(c, "condition.kind", s.Condition.Kind, Conditions)
	}
	f := Frame{Kind: s.Kind, Rel: s.Rel, Act: s.Act, Mode: s.Mode, Actors: s.Actors, Recipients: s.Recipients,
		Places: s.Places, When: s.When, Outcome: s.Outcome, Count: s.Count, Value: s.Value, Claim: s.Claim,
		Content: s.Content, Certainty: s.Certainty}
	f.check(c, "", MaxFrameDepth)
	return c.err("statement")
}

// check holds for a statement and for each nested frame alike.
func (f *Frame) check(c *checker, at string, depth int) {
	oneOf(c, at+"kind", f.Kind, Kinds)
	f.checkNeeds(c, at)
	for i, m := range slices.Concat(f.Actors, f.Recipients) {
		oneOf(c, fmt.Sprintf("%sactors/recipients[%d].how", at, i), m.How, Hows)
	}
	checkPlaces(c, at+"places", f.Places)
	checkWhen(c, at+"when", &f.When)
	if f.Outcome != "" {
		oneOf(c, at+"outcome", f.Outcome, Outcomes)
	}
	if k := f.Count; k != nil && k.Low != nil && k.High != nil && *k.Low > *k.High {
		c.fail(at+"count", "low %g is above high %g", *k.Low, *k.High)
	}
	oneOf(c, at+"certainty.polarity", f.Certainty.Polarity, Polarities)
	oneOf(c, at+"certainty.degree", f.Certainty.Degree, Degrees)
	oneOf(c, at+"certainty.basis", f.Certainty.Basis, Bases)
	if f.Claim != nil {
		f.Claim.check(c, at+"claim.")
	}
	if f.Content == nil {
		return
	}
	if depth == 0 {
		c.fail(at+"content", "nests deeper than %d", MaxFrameDepth)
		return
	}
	f.Content.check(c, at+"content.", depth-1)
}

// checkNeeds holds each kind to the fields it cannot be without.
func (f *Frame) checkNeeds(c *checker, at string) {
	switch f.Kind {
	case KindEvent:
		if f.Act == "" {
			c.fail(at+"act", "an event needs one")
		}
	case KindTie:
		oneOf(c, at+"rel", f.Rel, Ties)
	case KindTrait:
		oneOf(c, at+"rel", f.Rel, Traits)
		if f.Value == nil {
			c.fail(at+"value", "a trait needs one")
		}
	case KindAim:
		oneOf(c, at+"rel", f.Rel, Aims)
		if f.Content == nil {
			c.fail(at+"content", "an aim needs one")
		}
	case KindTrend:
		if f.Claim == nil {
			c.fail(at+"claim", "a trend needs one")
		}
	case KindCause, KindOutlook, KindQuestion:
		if f.Content == nil {
			c.fail(at+"content", "a %s needs one", f.Kind)
		}
	}
}

func checkPlaces(c *checker, at string, places []Place) {
	for i, p := range places {
		f := fmt.Sprintf("%s[%d]", at, i)
		oneOf(c, f+".role", p.Role, Roles)
		oneOf(c, f+".precision", p.Precision, Precisions)
		for _, k := range p.Candidates {
			if !(k.Lat >= -90 && k.Lat <= 90 && k.Lon >= -180 && k.Lon <= 180) || !(k.Score >= 0 && k.Score <= 1) {
				c.fail(f+".candidates", "%s lies at %g,%g with score %g", k.ID, k.Lat, k.Lon, k.Score)
			}
		}
	}
}

func checkWhen(c *checker, at string, w *When) {
	oneOf(c, at+".open", w.Open, Opens)
	oneOf(c, at+".precision", w.Precision, TimePrec)
	if !w.From.IsZero() && !w.To.IsZero() && w.From > w.To {
		c.fail(at, "begins %s after it ends %s", w.From, w.To)
	}
	if w.Anchor != nil {
		oneOf(c, at+".anchor.rel", w.Anchor.Rel, AnchorRels)
	}
}

func (k *Claim) check(c *checker, at string) {
	oneOf(c, at+"form", k.Form, Forms)
	if k.Op != "" {
		oneOf(c, at+"op", k.Op, Ops)
	}
	oneOf(c, at+"novelty", k.Novelty, Novelties)
	if k.Value != nil && !Finite(*k.Value) {
		c.fail(at+"value", "is not a number")
	}
	if k.Unit != "" && !k.Unit.Known() {
		c.fail(at+"unit", "%q is not a unit", k.Unit)
	}
	if k.Window != nil {
		checkWhen(c, at+"window", k.Window)
	}
	checkPlaces(c, at+"places", k.Places)
	switch k.Form {
	case FormDistance, FormDirection, FormWithin:
		if k.Of != nil && k.Form != FormWithin && k.Window != nil {
			break // of an event of that day: the place it is told from
		}
		if len(k.Places) < 2 {
			c.fail(at+"places", "the form %s needs two", k.Form)
		}
	}
}

// CheckSpans re-reads every span of the statement in the report's text: the
// bytes at the span must be the quote, and each mention's bytes its text.
func (s *Statement) CheckSpans(text string) error {
	c := &checker{}
	if s.Span.In(text) != s.Quote {
		c.fail("span", "the report has %q there, the quote is %q", s.Span.In(text), s.Quote)
	}
	see := func(field, want string, sp Span) {
		if !sp.IsZero() && sp.In(text) != want {
			c.fail(field, "the report has %q at %v, not %q", sp.In(text), sp, want)
		}
	}
	for _, m := range slices.Concat(s.Actors, s.Recipients) {
		see("actors/recipients", m.Text, m.Span)
	}
	for _, k := range s.Certainty.Cues {
		see("certainty.cues", k.Text, k.Span)
	}
	if s.Condition != nil {
		see("condition", s.Condition.Text, s.Condition.Span)
	}
	for _, sp := range s.Says {
		if sp.Text == "" {
			see("says", sp.Cue, sp.Span)
		} else {
			see("says", sp.Text, sp.Span)
		}
	}
	for f := s.Content; f != nil; f = f.Content {
		see("content", f.Quote, f.Span)
		for _, m := range slices.Concat(f.Actors, f.Recipients) {
			see("content.actors/recipients", m.Text, m.Span)
		}
	}
	return c.err("statement " + s.ID)
}
