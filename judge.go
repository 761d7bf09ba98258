package tocsin

import (
	"slices"
	"strings"
	"time"
)

// A Grade is a person's grade on the Admiralty code: of a source's reliability,
// A to F, from a day on; or of a statement's credibility, 1 to 6. F and 6 mean
// that it cannot be judged, and are what holds where nobody graded.
type Grade struct {
	Of       string    `json:"of"`    // a publisher or speaker by name, or a statement's id
	Grade    string    `json:"grade"` // one of Reliabilities or Credibilities
	From     Date      `json:"from"`  // a source's: the day from which it holds; of a statement zero
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Recorded time.Time `json:"recorded"`
}

// A Mark is a person's marking of a report under the Traffic Light Protocol 2.0.
type Mark struct {
	Report   string    `json:"report"`
	TLP      string    `json:"tlp"` // one of TLPs
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Recorded time.Time `json:"recorded"`
}

// An Undo takes back one review, match, grade, mark or undo: what it names counts
// as if it had never been made. Both stay in the record.
type Undo struct {
	Record   string    `json:"record"` // the id of what is taken back
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Recorded time.Time `json:"recorded"`
}

// The grades and markings, each list in its order.
var (
	Reliabilities = []string{"A", "B", "C", "D", "E", "F"}
	Credibilities = []string{"1", "2", "3", "4", "5", "6"}
	TLPs          = []string{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"} // the strictest last
)

// The grades that say that it cannot be judged.
const (
	ReliabilityUnknown = "F"
	CredibilityUnknown = "6"
)

// The kinds of a match.
const (
	MatchActor = "actor"
	MatchPlace = "place"
)

// ParseTLP reads a marking in any case, with or without "TLP:"; WHITE is what
// version 1 of the protocol called CLEAR.
func ParseTLP(s string) (string, error) {
	word := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(s)), "TLP:")
	if word == "WHITE" {
		word = "CLEAR"
	}
	if !slices.Contains(TLPs, word) {
		return "", Errorf(Invalid, "say RED, AMBER+STRICT, AMBER, GREEN or CLEAR", "%q is no marking", s)
	}
	return word, nil
}

// Stricter reports whether the marking a allows less than b; "", no marking,
// allows most.
func Stricter(a, b string) bool { return slices.Index(TLPs, a) > slices.Index(TLPs, b) }

// ComputeID returns the identity of a review, the name by which it is undone.
func (r *Review) ComputeID() string {
	h := &hasher{}
	h.strs("review", r.Statement, r.Verdict)
	if r.Correction == nil {
		h.none()
	} else {
		h.str(r.Correction.ComputeID())
	}
	return h.signed("rv_", r.By, r.Why, r.Recorded)
}

// ComputeID returns the identity of a match.
func (m *Match) ComputeID() string {
	h := &hasher{}
	h.strs("match", m.Kind, m.Left, m.Right, m.Verdict)
	return h.signed("mt_", m.By, m.Why, m.Recorded)
}

// ComputeID returns the identity of a grade.
func (g *Grade) ComputeID() string {
	h := &hasher{}
	h.strs("grade", g.Of, g.Grade, g.From.String())
	return h.signed("gd_", g.By, g.Why, g.Recorded)
}

// ComputeID returns the identity of a mark.
func (m *Mark) ComputeID() string {
	h := &hasher{}
	h.strs("mark", m.Report, m.TLP)
	return h.signed("mk_", m.By, m.Why, m.Recorded)
}

// ComputeID returns the identity of an undo.
func (u *Undo) ComputeID() string {
	h := &hasher{}
	h.strs("undo", u.Record)
	return h.signed("un_", u.By, u.Why, u.Recorded)
}

// signed adds who judged, why and when, and returns the id.
func (h *hasher) signed(prefix, by, why string, recorded time.Time) string {
	h.strs(by, why, recorded.UTC().Format(time.RFC3339Nano))
	return h.sum(prefix)
}
