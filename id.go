package tocsin

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// A hasher writes length-prefixed fields, so that no two different lists of
// fields give the same bytes. A string is its length in bytes in decimal, a
// colon, and the bytes; an absent value is "~"; a list is "#" and its length
// in decimal and ";" and then its items.
type hasher struct{ buf []byte }

func (h *hasher) str(s string) {
	h.buf = strconv.AppendInt(h.buf, int64(len(s)), 10)
	h.buf = append(h.buf, ':')
	h.buf = append(h.buf, s...)
}

func (h *hasher) strs(list ...string) {
	for _, s := range list {
		h.str(s)
	}
}

func (h *hasher) none() { h.buf = append(h.buf, '~') }

func (h *hasher) list(n int) {
	h.buf = append(h.buf, '#')
	h.buf = strconv.AppendInt(h.buf, int64(n), 10)
	h.buf = append(h.buf, ';')
}

func (h *hasher) num(x *float64) {
	if x == nil {
		h.none()
		return
	}
	h.str(strconv.FormatFloat(*x, 'g', -1, 64))
}

func (h *hasher) span(s Span) { h.strs(strconv.Itoa(s[0]), strconv.Itoa(s[1])) }

// sum returns the prefix and the first 16 bytes of the SHA-256 in hex.
func (h *hasher) sum(prefix string) string {
	s := sha256.Sum256(h.buf)
	return prefix + hex.EncodeToString(s[:16])
}

// ComputeID returns the identity of the statement: a hash of everything the
// text says. What is derived on reading (resolved ids, candidates, precision of
// places, the probability interval, cues, reader, publication and record dates)
// is left out, so that reading again with a better gazetteer changes no ID.
func (s *Statement) ComputeID() string { return s.said().sum("st_") }

// said writes down everything the text says, in the order of docs/statements.md.
func (s *Statement) said() *hasher {
	h := &hasher{}
	h.str(strconv.Itoa(s.V))
	h.str(s.Report)
	h.span(s.Span)
	h.strs(string(s.Kind), s.Rel, s.Act, s.Mode, s.Codebook)
	h.mentions(s.Actors)
	h.mentions(s.Recipients)
	h.places(s.Places)
	h.when(&s.When)
	h.str(s.Outcome)
	h.count(s.Count)
	h.value(s.Value)
	h.claim(s.Claim)
	h.frame(s.Content)
	h.condition(s.Condition)
	h.list(len(s.Says))
	for _, sp := range s.Says {
		h.strs(sp.Text, sp.Type, sp.Cue, sp.Stance)
		h.span(sp.Span)
	}
	h.strs(s.Certainty.Polarity, s.Certainty.Degree, s.Certainty.Basis)
	return h
}

func (h *hasher) mentions(list []Mention) {
	h.list(len(list))
	for _, m := range list {
		h.strs(m.Text, m.How)
		h.span(m.Span)
	}
}

func (h *hasher) places(list []Place) {
	h.list(len(list))
	for _, p := range list {
		h.strs(p.Role, p.Text, p.Relation)
	}
}

func (h *hasher) when(w *When) {
	if w == nil {
		h.none()
		return
	}
	h.strs(w.From.String(), w.To.String(), w.Open, w.Precision, w.Text)
	if w.Anchor == nil {
		h.none()
		return
	}
	h.strs(w.Anchor.Rel, w.Anchor.Text)
}

func (h *hasher) count(c *Count) {
	if c == nil {
		h.none()
		return
	}
	h.str(c.What)
	h.num(c.Low)
	h.num(c.High)
	h.str(c.Text)
}

func (h *hasher) value(v *Value) {
	if v == nil {
		h.none()
		return
	}
	h.str(v.Text)
	h.num(v.Number)
	h.str(string(v.Unit))
}

func (h *hasher) measure(m *Measure) {
	if m == nil {
		h.none()
		return
	}
	h.strs(m.Act, m.Actor, m.Country, m.Measure)
}

func (h *hasher) claim(c *Claim) {
	if c == nil {
		h.none()
		return
	}
	h.str(string(c.Form))
	h.measure(c.Of)
	h.measure(c.Than)
	h.when(c.Window)
	h.places(c.Places)
	h.str(c.Op)
	h.num(c.Value)
	h.strs(string(c.Unit), c.Novelty, c.Text)
}

func (h *hasher) condition(c *Condition) {
	if c == nil {
		h.none()
		return
	}
	h.strs(c.Text, c.Kind)
	h.span(c.Span)
}

func (h *hasher) frame(f *Frame) {
	if f == nil {
		h.none()
		return
	}
	h.strs(string(f.Kind), f.Rel, f.Act, f.Mode)
	h.mentions(f.Actors)
	h.mentions(f.Recipients)
	h.places(f.Places)
	h.when(&f.When)
	h.str(f.Outcome)
	h.count(f.Count)
	h.value(f.Value)
	h.claim(f.Claim)
	h.frame(f.Content)
	h.strs(f.Certainty.Polarity, f.Certainty.Degree, f.Certainty.Basis)
	h.span(f.Span)
}

// ComputeID returns the identity of a verdict: its statement, claim and answer
// on the data it names.
func (v *Verdict) ComputeID() string {
	h := &hasher{}
	h.strs("verdict", v.Statement, v.Text, v.Verdict, v.Reason, v.TurnsOn, v.Query, v.AsOf.String())
	h.claim(v.Claim)
	h.num(v.Value)
	h.num(v.Low)
	h.num(v.High)
	h.list(len(v.Data))
	for _, d := range v.Data {
		h.strs(d.Dataset, d.Vintage, d.SHA256)
	}
	return h.sum("vd_")
}

// ComputeID returns the identity of a reading: the same report read by the same
// reader to the same statements is the same reading.
func (r *Reading) ComputeID() string {
	h := &hasher{}
	h.strs("reading", r.Report, r.Reader)
	h.list(len(r.Statements))
	h.strs(r.Statements...)
	return h.sum("rd_")
}

// ComputeGroup names a group of rivals in one report after the span they share.
func ComputeGroup(report string, span Span, text string) string {
	h := &hasher{}
	h.strs("group", report, text)
	h.span(span)
	return h.sum("gr_")
}
