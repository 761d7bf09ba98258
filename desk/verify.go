package desk

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// Verify recomputes every hash of the record and returns its head. Where head is
// given, as a brief or an earlier verification printed it, the record must also
// have ended in it once; asked tells where.
func (d *Desk) Verify(ctx context.Context, head string) (now, asked ledger.Head, err error) {
	// The head is taken first: what is added meanwhile is verified too, and not told.
	if now, err = d.ledger.Head(ctx); err != nil {
		return now, asked, err
	}
	if err := d.ledger.Verify(ctx); err != nil {
		return now, asked, err
	}
	if head == "" {
		return now, now, nil
	}
	asked, err = d.ledger.HeadAt(ctx, head)
	return now, asked, err
}

// A Standing is how what a brief rests on looks today.
type Standing struct {
	Head       ledger.Head // the head that the brief names, where it stood; zero where it names none
	Reports    int         // that it cites
	Statements int
	Redacted   []tocsin.Redaction
	Rejected   []tocsin.Review // by persons, as what they said stands
	Corrected  []tocsin.Review
	Gone       []string // cited statements that no reading of this desk has
}

// Flags counts what speaks against the brief.
func (s *Standing) Flags() int {
	return len(s.Redacted) + len(s.Rejected) + len(s.Corrected) + len(s.Gone)
}

// How a brief, in any of its forms, names heads, reports and statements. A
// report's hash may be shortened; Markdown puts a backslash before the line.
var (
	hashes     = regexp.MustCompile(`sha256:[0-9a-f]{12,64}`)
	statements = regexp.MustCompile(`st\\?_[0-9a-f]{32}`)
)

// VerifyBrief finds in a brief, as it was given out in whatever form, what it
// cites of this desk, and tells what became of that: which reports were redacted
// and which statements rejected or corrected since.
func (d *Desk) VerifyBrief(ctx context.Context, name string, text []byte) (Standing, error) {
	var s Standing
	j, err := d.Judgements(ctx)
	if err != nil {
		return s, err
	}
	for _, hash := range unique(hashes.FindAllString(string(text), -1)) {
		if err := d.stands(ctx, hash, &s); err != nil {
			return s, err
		}
	}
	for _, id := range unique(statements.FindAllString(strings.ReplaceAll(string(text), `\_`, `_`), -1)) {
		s.Statements++
		refs, err := d.ledger.Find(ctx, id)
		if err != nil {
			return s, err
		}
		if len(refs) == 0 {
			s.Gone = append(s.Gone, id)
			continue
		}
		switch r, _ := j.Review(id); r.Verdict {
		case "reject":
			s.Rejected = append(s.Rejected, r)
		case "correct":
			s.Corrected = append(s.Corrected, r)
		}
	}
	if s.Reports+s.Statements == 0 {
		return s, &tocsin.Error{Code: tocsin.Invalid, Op: "verify a brief", Pos: tocsin.Pos{File: name},
			Hint: "give a brief of this desk, in Markdown, HTML or JSON", Err: fmt.Errorf("cites no report and no statement that this desk has had")}
	}
	return s, nil
}

// stands looks up a hash: a head, a report, or a report that was redacted. Other
// hashes, of datasets, are passed over.
func (d *Desk) stands(ctx context.Context, hash string, s *Standing) error {
	if head, err := d.ledger.HeadAt(ctx, hash); err == nil {
		s.Head = head
		return nil
	}
	refs, err := d.ledger.Find(ctx, hash)
	if err != nil {
		return err
	}
	for _, r := range refs {
		switch r.Kind {
		case "report":
			s.Reports++
		case "redaction":
			s.Reports++
			order, err := d.redaction(ctx, r.ID)
			if err != nil {
				return err
			}
			s.Redacted = append(s.Redacted, order)
		}
	}
	return nil
}

func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
