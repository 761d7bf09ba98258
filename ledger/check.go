package ledger

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tocsin"
)

// The checks here hold for every backend: what breaks them is not appended.

// LinkKinds are what a link may say.
var LinkKinds = []string{"same", "contradicts", "alternative", "elaborates", "refers_to", "cause"}

// Verdicts of reviews and of matches.
var (
	ReviewVerdicts = []string{"accept", "reject", "correct"}
	MatchVerdicts  = []string{"positive", "negative", "unsure"}
)

func refuse(op, hint, format string, args ...any) error {
	return &tocsin.Error{Code: tocsin.Invalid, Op: op, Hint: hint, Err: fmt.Errorf(format, args...)}
}

func checkRecorded(op string, t time.Time) error {
	if t.Year() < 1970 || t.Year() > 2200 {
		return refuse(op, "give the time of recording", "recorded at %s", t.Format(time.RFC3339))
	}
	return nil
}

// CheckReport holds a report to its bytes.
func CheckReport(r tocsin.Report, raw []byte, recorded time.Time) error {
	op := "add report"
	switch {
	case r.ID != tocsin.Hash(raw):
		return refuse(op, "make the report with package source/file", "its id is %q, its bytes hash to %q", r.ID, tocsin.Hash(raw))
	case r.TextHash != tocsin.Hash([]byte(r.Text)):
		return refuse(op, "make the report with package source/file", "its text hash is %q, its text hashes to %q", r.TextHash, tocsin.Hash([]byte(r.Text)))
	case r.Revises == r.ID:
		return refuse(op, "name the earlier report", "it revises itself")
	}
	return checkRecorded(op, recorded)
}

// CheckReading holds a reading to its statements and them to their report.
func CheckReading(rd tocsin.Reading, statements []tocsin.Statement, links []tocsin.Link, text string) error {
	op := "add reading"
	if rd.ID != rd.ComputeID() {
		return refuse(op, "", "its id is %q, its fields give %q", rd.ID, rd.ComputeID())
	}
	if len(rd.Statements) != len(statements) {
		return refuse(op, "", "it names %d statements and comes with %d", len(rd.Statements), len(statements))
	}
	for i := range statements {
		s := &statements[i]
		switch {
		case s.ID != rd.Statements[i]:
			return refuse(op, "", "statement %d is %q, the reading names %q", i, s.ID, rd.Statements[i])
		case s.Report != rd.Report:
			return refuse(op, "", "statement %s is of another report, %q", s.ID, s.Report)
		case s.ID != s.ComputeID():
			return refuse(op, "", "statement %s has fields that give the id %s", s.ID, s.ComputeID())
		}
		if err := s.Validate(); err != nil {
			return &tocsin.Error{Code: tocsin.Invalid, Op: op, Err: err}
		}
		if err := s.CheckSpans(text); err != nil {
			return &tocsin.Error{Code: tocsin.Invalid, Op: op, Err: err}
		}
	}
	for _, l := range links {
		if !slices.Contains(LinkKinds, l.Kind) || l.From == "" || l.To == "" {
			return refuse(op, "use one of "+strings.Join(LinkKinds, ", "), "a link %q from %q to %q", l.Kind, l.From, l.To)
		}
	}
	return checkRecorded(op, rd.Recorded)
}

// CheckVintage holds a vintage to the events that came with it, and completes
// it: the countries they name, sorted, and how many were kept.
func CheckVintage(v *Vintage, kept int, countries []string, recorded time.Time) error {
	op := "add dataset"
	switch {
	case v.Dataset.Dataset == "" || v.Vintage == "" || !strings.HasPrefix(v.SHA256, "sha256:"):
		return refuse(op, "", "the vintage does not say what it is: dataset %q, vintage %q, hash %q", v.Dataset.Dataset, v.Vintage, v.SHA256)
	case v.Kept != kept:
		return refuse(op, "", "the vintage counts %d events, %d came", v.Kept, kept)
	case kept == 0:
		return refuse(op, "import a file that has some", "there are no events in it")
	}
	v.Countries = slices.Clone(countries)
	slices.Sort(v.Countries)
	v.Recorded = recorded.UTC()
	return checkRecorded(op, recorded)
}

// MaxPlaces is how large a place file may be, in bytes.
const MaxPlaces = 256 << 20

// CheckPlaces holds a place file to its bytes.
func CheckPlaces(f PlaceFile, raw []byte) error {
	op := "add places"
	if len(raw) > MaxPlaces {
		return refuse(op, "give it packed with gzip, or the countries you need", "%s has %d bytes, at most %d are kept", f.Name, len(raw), MaxPlaces)
	}
	if f.SHA256 != tocsin.Hash(raw) {
		return refuse(op, "", "its hash is %q, its bytes hash to %q", f.SHA256, tocsin.Hash(raw))
	}
	return checkRecorded(op, f.Recorded)
}

// CheckReview holds a review to its form; that its statement is there is for the
// backend to see.
func CheckReview(r tocsin.Review) error {
	op := "add review"
	switch {
	case !slices.Contains(ReviewVerdicts, r.Verdict):
		return refuse(op, "say "+strings.Join(ReviewVerdicts, ", "), "the verdict is %q", r.Verdict)
	case (r.Verdict == "correct") != (r.Correction != nil):
		return refuse(op, "give the corrected statement with the verdict correct", "verdict %q, correction given: %t", r.Verdict, r.Correction != nil)
	case r.By == "":
		return refuse(op, "say who reviews", "by nobody")
	}
	if c := r.Correction; c != nil {
		if c.ID != c.ComputeID() {
			return refuse(op, "", "the corrected statement is called %q, its fields give %q", c.ID, c.ComputeID())
		}
		if err := c.Validate(); err != nil {
			return &tocsin.Error{Code: tocsin.Invalid, Op: op, Err: err}
		}
	}
	return checkRecorded(op, r.Recorded)
}

// CheckCorrection holds the statement of a correction to the report that it
// corrects the reading of.
func CheckCorrection(c *tocsin.Statement, report, text string) error {
	if c == nil {
		return nil
	}
	if c.Report != report {
		return refuse("add review", "correct it within its report", "the correction is of %q, the statement of %q", c.Report, report)
	}
	if err := c.CheckSpans(text); err != nil {
		return &tocsin.Error{Code: tocsin.Invalid, Op: "add review", Err: err}
	}
	return nil
}

// GradesStatement reports whether a grade is of a statement and not of a source.
func GradesStatement(g tocsin.Grade) bool { return strings.HasPrefix(g.Of, "st_") }

// CheckGrade holds a grade to its scale.
func CheckGrade(g tocsin.Grade) error {
	op, scale, of := "add grade", tocsin.Reliabilities, "a source"
	if GradesStatement(g) {
		scale, of = tocsin.Credibilities, "a statement"
	}
	switch {
	case g.Of == "":
		return refuse(op, "name a publisher, a speaker or a statement", "it is of nobody")
	case !slices.Contains(scale, g.Grade):
		return refuse(op, of+" is graded "+strings.Join(scale, ", "), "the grade of %s is %q", g.Of, g.Grade)
	case GradesStatement(g) && !g.From.IsZero():
		return refuse(op, "leave the day out", "the grade of a statement holds from %s on", g.From)
	}
	return checkSigned(op, g.By, g.Why, g.Recorded)
}

// CheckMark holds a mark to its list.
func CheckMark(m tocsin.Mark) error {
	if !slices.Contains(tocsin.TLPs, m.TLP) {
		return refuse("add mark", "say "+strings.Join(tocsin.TLPs, ", "), "the marking is %q", m.TLP)
	}
	return checkSigned("add mark", m.By, m.Why, m.Recorded)
}

// CheckUndo holds an undo to its form; that there is what it takes back is for
// the backend to see.
func CheckUndo(u tocsin.Undo) error {
	return checkSigned("undo", u.By, u.Why, u.Recorded)
}

// CheckBrief holds a kept brief to its form.
func CheckBrief(k tocsin.KeptBrief) error {
	op := "keep brief"
	switch {
	case !strings.HasPrefix(k.Hash, "sha256:"):
		return refuse(op, "", "its hash is %q", k.Hash)
	case k.By == "":
		return refuse(op, "say who gives it out", "by nobody")
	}
	return checkRecorded(op, k.Recorded)
}

// checkSigned asks who judged, why and when.
func checkSigned(op, by, why string, recorded time.Time) error {
	switch {
	case by == "":
		return refuse(op, "say who judges", "by nobody")
	case why == "":
		return refuse(op, "say why: it is what others judge the judgement by", "no reason is given")
	}
	return checkRecorded(op, recorded)
}

// CheckMatch holds a match to its form.
func CheckMatch(m tocsin.Match) error {
	op := "add match"
	switch {
	case !slices.Contains(MatchVerdicts, m.Verdict):
		return refuse(op, "say "+strings.Join(MatchVerdicts, ", "), "the verdict is %q", m.Verdict)
	case m.Left == "" || m.Right == "" || m.Left == m.Right:
		return refuse(op, "name two", "it joins %q and %q", m.Left, m.Right)
	case m.By == "":
		return refuse(op, "say who decides", "by nobody")
	}
	return checkRecorded(op, m.Recorded)
}

// CheckRedaction holds a redaction to its form.
func CheckRedaction(r tocsin.Redaction) error {
	op := "redact"
	if r.By == "" || r.Why == "" {
		return refuse(op, "say who and why: both stay when the bytes are gone", "by %q, why %q", r.By, r.Why)
	}
	return checkRecorded(op, r.Recorded)
}

// OtherDataset is the error for an event that is not of the vintage's dataset.
func OtherDataset(v Vintage, name string) error {
	return refuse("add dataset", "", "an event of %q among those of %q", name, v.Dataset.Dataset)
}
