// Package source is where things arrive: files are opened, hashed and taken
// apart into records, and every row that cannot be taken is named.
//
// In goes a path, "-" for standard input, or a reader; out come bytes (plain or
// gzip, told by content), the SHA-256 of the file as it lies on the disk, CSV
// records with their line, and a [Summary] of how many rows were kept, refused
// and flagged. The packages below it each know one format: ucdp, coups, file.
//
// It assumes UTF-8 and says so where a file is in something else. It reads no
// clock and keeps nothing; what is kept, and when, is for the caller.
package source

import "tocsin"

// DefaultProblems is how many refused rows a Summary describes one by one.
const DefaultProblems = 20

// Options are what the caller knows about a dataset file. The zero value is
// usable.
type Options struct {
	Vintage     string            // "21.1"; "" to read it from the file or its name
	Released    tocsin.Date       // when this vintage was published; zero: read, or unknown
	MaxProblems int               // refused rows described one by one; 0 means DefaultProblems
	Progress    func(bytes int64) // called now and then with the bytes of the file read so far; may be nil
}

// A Summary says what became of the rows of one file.
type Summary struct {
	Dataset  tocsin.Dataset
	File     string
	Rows     int            // Kept + Refused
	Kept     int            // handed on
	Records  int            // what was handed on where rows are added up into fewer; 0 where each row is one
	Refused  int            // not handed on; the first of them are in Problems
	Flagged  map[string]int // rows kept as published although they break a rule, by flag
	Problems []*tocsin.Error
	Notes    []string      // what was read from the file or its name, or passed over
	Broken   *tocsin.Error // the file could not be read to its end; the rows before stand
}

// More is how many refused rows Problems does not describe.
func (s *Summary) More() int { return max(0, s.Refused-len(s.Problems)) }
