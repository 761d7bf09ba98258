package tocsin

import (
	"errors"
	"fmt"
	"strings"
)

// Code says what kind of failure an Error is.
type Code string

// The codes an Error may carry. Anything without a code is internal.
const (
	Invalid     Code = "invalid"     // the input breaks a rule; the user can mend it
	NotFound    Code = "not_found"   // what was asked for is not there
	Conflict    Code = "conflict"    // it contradicts what is already kept
	Unavailable Code = "unavailable" // it cannot be had now: disk full, lock held
	Unsupported Code = "unsupported" // understood, and not done by this program
	Internal    Code = "internal"    // a defect of tocsin
)

// Pos is where in the user's input something was found. Line counts from 1;
// zero means the whole file. Field is a column or key name, where one is known.
type Pos struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Field string `json:"field"`
}

// String writes a position as "file:line: field".
func (p Pos) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	if p.Field != "" {
		if b.Len() > 0 {
			b.WriteString(": ")
		}
		b.WriteString(p.Field)
	}
	return b.String()
}

// Error is every error that a user is meant to read: what was being done, where
// in the input, what went wrong, and what to do about it.
type Error struct {
	Code Code
	Op   string // what was being done: "read events"
	Pos  Pos
	Hint string // what the user can do, as an imperative; may be empty
	Err  error
}

// Error writes "position: what went wrong. What to do."
func (e *Error) Error() string {
	var b strings.Builder
	if p := e.Pos.String(); p != "" {
		b.WriteString(p)
		b.WriteString(": ")
	}
	if e.Op != "" {
		b.WriteString(e.Op)
		b.WriteString(": ")
	}
	if e.Err != nil {
		b.WriteString(e.Err.Error())
	} else {
		b.WriteString(string(e.Code))
	}
	if e.Hint != "" {
		b.WriteString("; ")
		b.WriteString(e.Hint)
	}
	return b.String()
}

// Unwrap returns the error beneath.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first Error in err's chain, and Internal for
// an error that has none.
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok && e.Code != "" {
		return e.Code
	}
	return Internal
}

// Errorf makes an Error with a code and a hint and the formatted problem.
func Errorf(code Code, hint, format string, args ...any) *Error {
	return &Error{Code: code, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// A Warning travels with a result that could be computed and should be read
// with care; it is printed with the result and never replaces it.
type Warning struct {
	Pos  Pos    `json:"pos"`
	Text string `json:"text"`
}

// String writes the warning with its position.
func (w Warning) String() string {
	if p := w.Pos.String(); p != "" {
		return p + ": " + w.Text
	}
	return w.Text
}
