package tocsin

import (
	"encoding/json"
	"time"
)

// SchemaVersion is the version of the statement format, the field v.
const SchemaVersion = 1

// Kind is what sort of thing a statement says.
type Kind string

// The eight kinds.
const (
	KindEvent    Kind = "event"    // something was done; needs Act
	KindTie      Kind = "tie"      // a relation between two actors, or an actor and an event; needs Rel
	KindTrait    Kind = "trait"    // a property of an actor; needs Rel and Value
	KindAim      Kind = "aim"      // what an actor wants or refuses; needs Rel and Content
	KindTrend    Kind = "trend"    // a measurable claim; needs Claim
	KindCause    Kind = "cause"    // one thing is said to lead to another; needs Content (the effect)
	KindOutlook  Kind = "outlook"  // what may come; needs Content
	KindQuestion Kind = "question" // what the author says nobody knows; needs Content
)

// Span is a half-open range of bytes of a report's extracted text.
type Span [2]int

// IsZero reports whether the span marks nothing.
func (s Span) IsZero() bool { return s[0] == 0 && s[1] == 0 }

// In returns the bytes of text at the span, "" where the span does not fit.
func (s Span) In(text string) string {
	if s[0] < 0 || s[1] < s[0] || s[1] > len(text) {
		return ""
	}
	return text[s[0]:s[1]]
}

// UnmarshalJSON reads [from, to] and nothing shorter or longer.
func (s *Span) UnmarshalJSON(b []byte) error {
	var list []int
	if err := json.Unmarshal(b, &list); err != nil || len(list) != 2 {
		return Errorf(Invalid, "write a span as [from, to]", "not a span: %s", b)
	}
	*s = Span(list)
	return nil
}

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s[0] <= t[0] && t[1] <= s[1] }

// A Statement is one thing a report says is, or is not, so: one reading of one
// span. It is never changed; what a person thinks of it is a Review. The same
// thing said in another report is another Statement, joined to it by a Link.
//
// The order of the fields is the order of the JSON keys; docs/statements.md
// gives the meaning and the admitted values of each.
type Statement struct {
	V          int        `json:"v"`
	ID         string     `json:"id"`
	Kind       Kind       `json:"kind"`
	Rel        string     `json:"rel"`
	Act        string     `json:"act"`
	Mode       string     `json:"mode"`
	Codebook   string     `json:"codebook"`
	Actors     []Mention  `json:"actors"`
	Recipients []Mention  `json:"recipients"`
	Places     []Place    `json:"places"`
	When       When       `json:"when"`
	Outcome    string     `json:"outcome"`
	Count      *Count     `json:"count"`
	Value      *Value     `json:"value"`
	Claim      *Claim     `json:"claim"`
	Content    *Frame     `json:"content"`
	Condition  *Condition `json:"condition"`
	Says       []Speaker  `json:"says"`
	Certainty  Certainty  `json:"certainty"`
	Group      string     `json:"group"`
	Report     string     `json:"report"`
	Span       Span       `json:"span"`
	Quote      string     `json:"quote"`
	Reader     string     `json:"reader"`
	Doubt      *float64   `json:"doubt,omitempty"` // how likely Reader misread the text, 0 to 1; nil where nobody said
	Published  Date       `json:"published"`
	Recorded   *time.Time `json:"recorded"`
}

// A Frame is the nested thing of an aim, cause, outlook, question or agreement:
// the same fields as a Statement, without identity and without speakers of its
// own. Frames nest at most two deep.
type Frame struct {
	Kind       Kind      `json:"kind"`
	Rel        string    `json:"rel"`
	Act        string    `json:"act"`
	Mode       string    `json:"mode"`
	Actors     []Mention `json:"actors"`
	Recipients []Mention `json:"recipients"`
	Places     []Place   `json:"places"`
	When       When      `json:"when"`
	Outcome    string    `json:"outcome"`
	Count      *Count    `json:"count"`
	Value      *Value    `json:"value"`
	Claim      *Claim    `json:"claim"`
	Content    *Frame    `json:"content"`
	Certainty  Certainty `json:"certainty"`
	Span       Span      `json:"span"`
	Quote      string    `json:"quote"`
}

// MaxFrameDepth is how deep frames nest inside a statement.
const MaxFrameDepth = 2

// A Mention is an actor as written. ID is the resolved actor, "" where the
// resolver did not decide; it is derived and no part of the identity.
type Mention struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
	How  string `json:"how"` // named, nominal, pronoun, implied
	ID   string `json:"id"`
}

// A Place is a place as written, its part in the event, and what the gazetteer
// offers for it, best first. A place is never finer than the text.
type Place struct {
	Role       string      `json:"role"` // at, from, to, near, toward, in
	Text       string      `json:"text"`
	Relation   string      `json:"relation"`  // "outside Bamako", "north of": as written
	Precision  string      `json:"precision"` // point, near, town, admin2, admin1, country, region, unknown
	Candidates []Candidate `json:"candidates"`
}

// A Candidate is one place a name may mean. Score is in [0, 1]; scores of the
// candidates of one place do not sum to 1.
type Candidate struct {
	ID    string  `json:"id"` // "geonames:2455558", "country:ML"
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	Score float64 `json:"score"`
}

// When says when something happened. From and To may each be absent.
type When struct {
	From      Date    `json:"from"`
	To        Date    `json:"to"`
	Open      string  `json:"open"`      // none, start, end, both: "since 2012" is open at its end
	Precision string  `json:"precision"` // day, week, month, quarter, year, past, recent, unknown
	Text      string  `json:"text"`
	Anchor    *Anchor `json:"anchor"`
}

// UnknownWhen is the When of a statement whose time the text does not give.
func UnknownWhen() When { return When{Open: "none", Precision: "unknown"} }

// An Anchor ties a time to another thing in the text: "prior to the coup".
type Anchor struct {
	Rel  string `json:"rel"` // before, after, since, until, during
	Text string `json:"text"`
}

// Count is how many were killed, injured, arrested and so on. Low or High may
// be absent: "at least 24" has no High.
type Count struct {
	What string   `json:"what"`
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	Text string   `json:"text"`
}

// Value is the value of a trait.
type Value struct {
	Text   string   `json:"text"`
	Number *float64 `json:"number"`
	Unit   Unit     `json:"unit"`
}

// Condition is what a statement hangs on.
type Condition struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
	Kind string `json:"kind"` // if, unless, after, because
}

// A Speaker is one who is said to have said it. In a statement the outermost
// comes first; no speakers means that the author speaks. An agentless "is
// reported" has Text "" and the span of its cue.
type Speaker struct {
	Text   string `json:"text"`
	Type   string `json:"type"` // named, unnamed, collective, document
	Cue    string `json:"cue"`
	Span   Span   `json:"span"`
	Stance string `json:"stance"` // how firmly the speaker speaks: certain, probable, possible, unknown
}

// Certainty is what the author of the report passes on: polarity and degree,
// on what basis, shown by which words. Low and High bound the probability by a
// table (CertaintyRange); they are derived.
type Certainty struct {
	Polarity string  `json:"polarity"` // is, is_not, unknown
	Degree   string  `json:"degree"`   // certain, probable, possible, unknown
	Basis    string  `json:"basis"`    // asserted, reported, no_evidence, inferred
	Cues     []Cue   `json:"cues"`
	Low      float64 `json:"low"`
	High     float64 `json:"high"`
}

// A Cue is a run of words that signals attribution or a hedge.
type Cue struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// NewCertainty fills the interval from the table.
func NewCertainty(polarity, degree, basis string, cues ...Cue) Certainty {
	low, high := CertaintyRange(polarity, degree)
	return Certainty{Polarity: polarity, Degree: degree, Basis: basis, Cues: cues, Low: low, High: high}
}

// CertaintyRange is the table from words to a probability interval that the
// thing is so. The intervals are wide on purpose: a writer's "likely" is not on
// anybody's scale.
func CertaintyRange(polarity, degree string) (low, high float64) {
	switch degree {
	case "certain":
		low, high = 0.95, 1
	case "probable":
		low, high = 0.55, 0.95
	case "possible":
		low, high = 0.05, 0.75
	default:
		return 0, 1
	}
	switch polarity {
	case "is":
		return low, high
	case "is_not":
		// Written out: 1-0.95 is not 0.05 in binary floating point.
		switch degree {
		case "certain":
			return 0, 0.05
		case "probable":
			return 0.05, 0.45
		}
		return 0.25, 0.95
	}
	return 0, 1
}
