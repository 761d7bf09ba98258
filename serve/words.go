package serve

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"
	"time"

	"tocsin"
)

// words are the functions of the templates.
var words = template.FuncMap{
	"plain":     plain,
	"said":      said,
	"certainty": certainty,
	"misread":   misread,
	"oneline":   func(s string) string { return strings.Join(strings.Fields(s), " ") },
	"number":    number,
	"between":   between,
	"join":      func(list []string, by string) string { return strings.Join(list, by) },
	"symbol":    symbol,
	"label":     label,
	"days":      days,
	"deaths":    deaths,
	"truncate":  short,
	"day":       func(t time.Time) string { return dayOf(t) },
	"pair":      func(p, x any) pair { return pair{p, x} },

	"claimed": claimed,
	"tail":    tail,
}

// A pair hands a part of a page its page, or nil, and what it shows.
type pair struct{ P, X any }

// plain writes a value of the vocabulary as words: does_not_hold.
func plain(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") }

// symbol stands beside the word of a verdict, so that colour is never alone.
func symbol(verdict string) string {
	switch verdict {
	case tocsin.Holds:
		return "✓"
	case tocsin.DoesNotHold:
		return "✕"
	case tocsin.Partly:
		return "◐"
	}
	return "–"
}

// label is what sort of thing a statement says: "event · coup".
func label(s tocsin.Statement) string {
	more := s.Act
	switch {
	case s.Kind == tocsin.KindTrend && s.Claim != nil:
		more = string(s.Claim.Form)
	case s.Rel != "":
		more = s.Rel
	}
	if more == "" {
		return plain(s.Kind)
	}
	return plain(s.Kind) + " · " + plain(more)
}

// said names the speakers, outermost first; the author where there is none.
func said(list []tocsin.Speaker) string {
	if len(list) == 0 {
		return "the author of the report"
	}
	var parts []string
	for _, sp := range list {
		name := strings.Join(strings.Fields(sp.Text), " ")
		if name == "" {
			name = "somebody unnamed"
		}
		if sp.Cue != "" {
			name += " (“" + sp.Cue + "”)"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, ", citing ")
}

// certainty puts into words what the author passes on.
func certainty(c tocsin.Certainty) string {
	polarity := map[string]string{"is": "said to be so", "is_not": "said not to be so"}[c.Polarity]
	if polarity == "" {
		polarity = "left open"
	}
	return polarity + ", " + plain(c.Degree) + ", " + plain(c.Basis)
}

// moment writes a time on the card of a statement: its days, or what it is told
// from.
func moment(w tocsin.When) string {
	parts := []string{}
	if d := days(w.From, w.To); d != "" {
		parts = append(parts, d)
	}
	if w.Anchor != nil {
		parts = append(parts, plain(w.Anchor.Rel)+" "+quoted(w.Anchor.Text))
	}
	return strings.Join(parts, ", ")
}

// tail writes what a statement's card tells beside who and what: how many, when,
// where, and how it ended where the text says more than that it was.
func tail(c *tocsin.Count, w tocsin.When, list []tocsin.Place, outcome string) string {
	var parts []string
	if c != nil {
		parts = append(parts, countWords(c))
	}
	if m := moment(w); m != "" {
		parts = append(parts, m)
	}
	for _, p := range list {
		parts = append(parts, plain(p.Role)+" "+p.Text)
	}
	if outcome != "" && outcome != "unknown" {
		parts = append(parts, "outcome "+plain(outcome))
	}
	return strings.Join(parts, " · ")
}

// claimed writes on one line what a claim says can be measured: whoever judges the
// statement must see it.
func claimed(c *tocsin.Claim) string {
	parts := []string{plain(c.Form)}
	if of := measure(c.Of); of != "" {
		parts[0] += " of " + of
	}
	switch value := number(c.Value); {
	case value != "":
		parts = append(parts, strings.TrimSpace(c.Op+" "+value+" "+units(c.Value, c.Unit)))
	case c.Op != "":
		parts = append(parts, c.Op)
	}
	if than := measure(c.Than); than != "" {
		parts = append(parts, "than "+than)
	}
	if c.Window != nil {
		parts = append(parts, moment(*c.Window))
	}
	return strings.Join(parts, " · ")
}

// units writes a unit in the number of its value: 1 coup, 2 coups.
func units(x *float64, unit tocsin.Unit) string {
	s := plain(unit)
	if x != nil && *x == 1 {
		s = strings.TrimSuffix(s, "s")
	}
	return s
}

// number writes a number with at most two decimals.
func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(math.Round(*x*100)/100, 'f', -1, 64)
}

// between writes a value with its interval where there is one.
func between(value, low, high *float64, unit tocsin.Unit) string {
	s := number(value)
	if s == "" {
		return ""
	}
	if unit != "" {
		s += " " + units(value, unit)
	}
	if low != nil && high != nil && *low != *high {
		s += " (" + number(low) + " to " + number(high) + ")"
	}
	return s
}

func days(from, to tocsin.Date) string {
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from == to:
		return from.String()
	case from.IsZero():
		return "until " + to.String()
	case to.IsZero():
		return "from " + from.String()
	}
	return from.String() + " to " + to.String()
}

// deaths writes a row's estimates; "not given" is not zero.
func deaths(e tocsin.DataEvent) string {
	if e.Best == nil {
		return "not given"
	}
	s := strconv.Itoa(*e.Best)
	if e.Low != nil && e.High != nil && (*e.Low != *e.Best || *e.High != *e.Best) {
		s += fmt.Sprintf(" (%d to %d)", *e.Low, *e.High)
	}
	return s
}

// dayOf is the day of a moment, and a dash for one that has not been.
func dayOf(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.UTC().Format(time.DateOnly)
}

// misread says how likely the reader thinks that it misread a statement, "" where it
// did not say.
func misread(doubt *float64) string {
	if doubt == nil {
		return ""
	}
	return fmt.Sprintf("%.0f in 100 statements like it were misread", 100**doubt)
}
