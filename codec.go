package tocsin

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"math"
	"strings"
	"unicode/utf8"
)

// MaxLine is the longest JSONL line that is read, in bytes.
const MaxLine = 16 << 20

// EncodeJSON writes v as one line of JSON and a newline, keys in the order of
// the struct's fields, nothing escaped for HTML, empty lists as [].
func EncodeJSON(w io.Writer, v any) error {
	if s, ok := v.(*Statement); ok {
		c := *s
		c.normalise()
		v = &c
	}
	if s, ok := v.(Statement); ok {
		s.normalise()
		v = &s
	}
	if d, ok := v.(Verdict); ok {
		d.normalise()
		v = &d
	}
	if d, ok := v.(*Verdict); ok {
		c := *d
		c.normalise()
		v = &c
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// DecodeStatement reads one line that EncodeJSON wrote. Unknown fields, a
// schema version other than ours and anything Validate refuses are errors.
func DecodeStatement(line []byte) (Statement, error) {
	var s Statement
	if err := decodeStrict(line, &s); err != nil {
		return Statement{}, err
	}
	s.normalise()
	if err := s.Validate(); err != nil {
		return Statement{}, err
	}
	if got := s.ComputeID(); got != s.ID {
		return Statement{}, &Error{Code: Invalid, Op: "statement", Pos: Pos{Field: "id"},
			Hint: "leave the statement as it was written; an edited one needs the id that its fields give",
			Err:  Errorf(Invalid, "", "id is %q, its fields give %q", s.ID, got)}
	}
	return s, nil
}

func decodeStrict(line []byte, v any) error {
	if !utf8.Valid(line) {
		return Errorf(Invalid, "write JSON in UTF-8", "not UTF-8")
	}
	if err := checkKeys(json.NewDecoder(bytes.NewReader(line)), maxNesting); err != nil && !errors.Is(err, errBroken) {
		return err
	}
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return Errorf(Invalid, "see docs/statements.md for the fields", "%w", err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Errorf(Invalid, "write one object a line", "more than one JSON value in the line")
	}
	return nil
}

// maxNesting is deeper than any record of the format nests.
const maxNesting = 32

// errBroken ends checkKeys at what is no JSON. It must end there: the decoder stays
// before the bad byte and would offer it for ever.
var errBroken = errors.New("no JSON")

// checkKeys refuses what encoding/json would let pass: a field name in another
// case than ours ("Kind"), and a field given twice, of which it keeps the last.
// What is no JSON at all is left to the decoder, which names it better.
func checkKeys(dec *json.Decoder, depth int) error {
	if depth == 0 {
		return Errorf(Invalid, "see docs/statements.md for the fields", "nested deeper than %d", maxNesting)
	}
	tok, err := dec.Token()
	if err != nil {
		return errBroken
	}
	open, ok := tok.(json.Delim)
	if !ok {
		return nil
	}
	seen := make(map[string]bool)
	for dec.More() {
		if open == '{' {
			tok, err := dec.Token()
			if err != nil {
				return errBroken
			}
			key, _ := tok.(string)
			if strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
				return Errorf(Invalid, "see docs/statements.md for the fields", "unknown field %q", key)
			}
			if seen[key] {
				return Errorf(Invalid, "give each field once", "field %q is given twice", key)
			}
			seen[key] = true
		}
		if err := checkKeys(dec, depth-1); err != nil {
			return err
		}
	}
	_, _ = dec.Token() // the closing bracket
	return nil
}

// ReadStatements yields the statements of a JSONL stream. A bad line is yielded
// as an error with its position, and reading goes on with the next line.
func ReadStatements(name string, r io.Reader) iter.Seq2[Statement, error] {
	return func(yield func(Statement, error) bool) {
		sc := bufio.NewScanner(r)
		sc.Buffer(make([]byte, 0, 64<<10), MaxLine)
		n := 0
		for sc.Scan() {
			n++
			if len(bytes.TrimSpace(sc.Bytes())) == 0 {
				continue
			}
			s, err := DecodeStatement(sc.Bytes())
			if err != nil {
				err = &Error{Code: CodeOf(err), Pos: Pos{File: name, Line: n}, Err: err}
			}
			if !yield(s, err) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield(Statement{}, &Error{Code: Invalid, Pos: Pos{File: name, Line: n + 1}, Op: "read statements", Err: err})
		}
	}
}

// normalise makes absent lists empty, so that JSON shows [] and equal
// statements are equal bytes.
func (s *Statement) normalise() {
	s.Actors, s.Recipients = orEmpty(s.Actors), orEmpty(s.Recipients)
	s.Places = normalPlaces(s.Places)
	s.Says = orEmpty(s.Says)
	s.Certainty.Cues = orEmpty(s.Certainty.Cues)
	s.Claim = s.Claim.normal()
	s.Content = s.Content.normal()
}

func (c *Claim) normal() *Claim {
	if c == nil {
		return nil
	}
	d := *c
	d.Places = normalPlaces(d.Places)
	return &d
}

func (f *Frame) normal() *Frame {
	if f == nil {
		return nil
	}
	g := *f
	g.Actors, g.Recipients = orEmpty(g.Actors), orEmpty(g.Recipients)
	g.Places = normalPlaces(g.Places)
	g.Certainty.Cues = orEmpty(g.Certainty.Cues)
	g.Claim = g.Claim.normal()
	g.Content = g.Content.normal()
	return &g
}

func (v *Verdict) normalise() {
	v.Alternatives = orEmpty(v.Alternatives)
	for i := range v.Alternatives {
		v.Alternatives[i].Actors = orEmpty(v.Alternatives[i].Actors)
	}
	v.Events, v.Data = orEmpty(v.Events), orEmpty(v.Data)
	v.Claim = v.Claim.normal()
}

func normalPlaces(list []Place) []Place {
	out := make([]Place, len(list))
	for i, p := range list {
		p.Candidates = orEmpty(p.Candidates)
		out[i] = p
	}
	return out
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// Finite reports whether x is a number JSON can carry.
func Finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
