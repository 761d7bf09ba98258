package check

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tocsin"
)

// A Text is a text with the verdict it must get: one line of a set of claims.
type Text struct {
	ID        string      `json:"id"`
	Text      string      `json:"text"`
	Published tocsin.Date `json:"published"`
	Expect    string      `json:"expect"`
	// What a set may say of its claims besides: the score is told by form.
	Form    string `json:"form,omitempty"`
	Country string `json:"country,omitempty"`
	Pair    string `json:"pair,omitempty"` // shared by a true claim and its false twin
}

// verdicts are the values of Text.Expect, in the order in which scores list them.
var verdicts = []string{tocsin.Holds, tocsin.DoesNotHold, tocsin.Partly, tocsin.CannotBeMeasured}

// ReadTexts reads a set of claims as JSONL. name stands in errors; an empty line is
// passed over; a set without a line is an error.
func ReadTexts(name string, r io.Reader) ([]Text, error) {
	var out []Text
	seen := map[string]int{}
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 64<<10), tocsin.MaxLine)
	line := 0
	fail := func(field, hint string, err error) ([]Text, error) {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read claims", Pos: tocsin.Pos{File: name, Line: line, Field: field}, Err: err, Hint: hint}
	}
	for sc.Scan() {
		line++
		if len(bytes.TrimSpace(sc.Bytes())) == 0 {
			continue
		}
		var t Text
		dec := json.NewDecoder(bytes.NewReader(sc.Bytes()))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&t); err != nil {
			return fail("", `write {"id":"…","text":"…","published":"2020-08-20","expect":"holds"}`, err)
		}
		switch {
		case t.ID == "" || strings.TrimSpace(t.Text) == "":
			return fail("id, text", "give both", errors.New("is empty"))
		case !slices.Contains(verdicts, t.Expect):
			return fail("expect", "write one of "+strings.Join(verdicts, ", "), fmt.Errorf("%q is no verdict", t.Expect))
		case t.Published.IsZero():
			return fail("published", "write a day such as 2020-08-20", errors.New("is missing"))
		case seen[t.ID] > 0:
			return fail("id", "give each claim an id of its own", fmt.Errorf("%s is that of line %d too", t.ID, seen[t.ID]))
		}
		seen[t.ID] = line
		out = append(out, t)
	}
	if err := sc.Err(); err != nil {
		line++
		return fail("", "break the line", err)
	}
	if len(out) == 0 {
		return fail("", "give a file with one claim a line", errors.New("no claim in it"))
	}
	return out, nil
}

// Worst is the verdict of a text with several claims: the worst of those measured,
// in the order does_not_hold, partly, holds; cannot_be_measured only where none
// could be. A text of two halves, of which one does not hold, is partly right.
func Worst(list []tocsin.Verdict) string {
	if halfRight(list) {
		return tocsin.Partly
	}
	for _, want := range []string{tocsin.DoesNotHold, tocsin.Partly, tocsin.Holds} {
		if slices.ContainsFunc(list, func(v tocsin.Verdict) bool { return v.Verdict == want }) {
			return want
		}
	}
	return tocsin.CannotBeMeasured
}

// halfRight reports a text that claims two things, of attacks and of deaths or of two
// countries or groups, of which one holds in all its steps and the other does not.
func halfRight(list []tocsin.Verdict) bool {
	right, half, wrong := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range list {
		v := &list[i]
		k := v.Claim
		if !halving(k) || sideAndFar(k, list) {
			return false
		}
		m := k.Of.Measure + "|" + k.Of.Country + "|" + k.Of.Actor + "|" + apart(k)
		if k.Form == tocsin.FormCount && k.Novelty == "again" && k.Than == nil { // of each of several countries
			m = k.Of.Measure + "|" + k.Of.Actor
		}
		if k.Than != nil && k.Window != nil && k.Form == tocsin.FormCount {
			m += "|" + k.Window.From.String() + "|" + k.Than.Country
		}
		if k.Form == tocsin.FormDate && k.Window != nil { // another coup of the country
			m += "|" + k.Window.From.String()
		}
		switch v.Verdict {
		case tocsin.Holds:
			right[m] = k.Form != tocsin.FormRank // that it was the deadliest makes no toll half right
		case tocsin.Partly:
			half[m] = true
		case tocsin.DoesNotHold:
			wrong[m] = true
		default:
			if !failed(v, list) {
				return false
			}
		}
	}
	for m, sure := range right {
		if sure && !wrong[m] && !half[m] && len(wrong) > 0 {
			return true
		}
	}
	return false
}

// halving reports a claim that may be one of two halves of a text: a number, a change, a coup.
func halving(k *tocsin.Claim) bool {
	switch {
	case k == nil || k.Of == nil:
		return false
	case strings.Contains(k.Of.Act, "coup"):
		return k.Form == tocsin.FormDate
	}
	return k.Form == tocsin.FormRank && k.Of.Measure == "deaths in one event" || k.Form == tocsin.FormChange || apart(k) != "" || k.Form == tocsin.FormRate || k.Form == tocsin.FormCount && (k.Value != nil || k.Than != nil)
}

// apart is a form that is a half of its own beside a number: which was the first, where all lay.
func apart(k *tocsin.Claim) string {
	switch k.Form {
	case tocsin.FormFirst, tocsin.FormLast, tocsin.FormShare:
		return string(k.Form)
	}
	if word, _, ok := strings.Cut(k.Text, " "); ok && slices.Contains(leans, strings.ToLower(word)) {
		return "leaning"
	}
	return ""
}

// leans are the words that begin a second half that leans on the first.
var leans = []string{"and", "or", "nor", "which", "but", "as"}

// A Score counts how verdicts compare with those expected.
type Score struct {
	texts []scored
	table map[[2]string]int // expected, got
}

type scored struct {
	text     Text
	got      string
	verdicts []tocsin.Verdict
}

// NewScore is an empty score.
func NewScore() *Score { return &Score{table: map[[2]string]int{}} }

// Add scores one text by the verdicts on its claims.
func (s *Score) Add(t Text, list []tocsin.Verdict) {
	got := Worst(list)
	s.texts = append(s.texts, scored{t, got, list})
	s.table[[2]string{t.Expect, got}]++
}

// Right is how many texts got the verdict expected.
func (s *Score) Right() int {
	n := 0
	for _, v := range verdicts {
		n += s.table[[2]string{v, v}]
	}
	return n
}

// FalseHolds lists the texts that do not hold and were called holding.
func (s *Score) FalseHolds() []string {
	var out []string
	for _, x := range s.texts {
		if x.text.Expect == tocsin.DoesNotHold && x.got == tocsin.Holds {
			out = append(out, x.text.ID)
		}
	}
	return out
}

// TrueFalls lists the texts that hold and were called false.
func (s *Score) TrueFalls() []string {
	var out []string
	for _, x := range s.texts {
		if x.text.Expect == tocsin.Holds && x.got == tocsin.DoesNotHold {
			out = append(out, x.text.ID)
		}
	}
	return out
}

// Print writes the texts that were not judged as expected (all of them on demand),
// false claims called holds first, with the verdicts on their claims; then the
// summary.
func (s *Score) Print(w io.Writer, all bool) {
	bad := s.FalseHolds()
	for _, first := range []bool{true, false} {
		for _, x := range s.texts {
			if slices.Contains(bad, x.text.ID) != first || !all && x.got == x.text.Expect {
				continue
			}
			mark := ""
			if first {
				mark = "FALSE CLAIM CALLED HOLDS: "
			}
			fmt.Fprintf(w, "%s%s: %s, expected %s: %s\n", mark, x.text.ID, x.got, x.text.Expect, strings.Join(strings.Fields(x.text.Text), " "))
			for _, v := range x.verdicts {
				fmt.Fprintf(w, "    %s %q %s: %s\n", v.Claim.Form, strings.Join(strings.Fields(v.Text), " "), v.Verdict, v.Sentence)
			}
			if len(x.verdicts) == 0 {
				fmt.Fprintln(w, "    no claim found that data could answer")
			}
		}
	}
	io.WriteString(w, s.Summary())
}

// byForm writes a line for each form, where the set names forms.
func (s *Score) byForm(b *strings.Builder) {
	texts, right := map[string]int{}, map[string]int{}
	for _, x := range s.texts {
		if x.text.Form != "" {
			texts[x.text.Form]++
			right[x.text.Form] += boolInt(x.got == x.text.Expect)
		}
	}
	for _, form := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(b, "  %-18s %6d %6d\n", form, texts[form], right[form])
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Summary is the table of expected against given verdicts and the three numbers
// that matter.
func (s *Score) Summary() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %6s %6s", "expected", "texts", "right")
	for _, got := range verdicts {
		fmt.Fprintf(&b, " %18s", got)
	}
	b.WriteByte('\n')
	for _, want := range verdicts {
		n := 0
		for _, got := range verdicts {
			n += s.table[[2]string{want, got}]
		}
		fmt.Fprintf(&b, "%-20s %6d %6d", want, n, s.table[[2]string{want, want}])
		for _, got := range verdicts {
			fmt.Fprintf(&b, " %18d", s.table[[2]string{want, got}])
		}
		b.WriteByte('\n')
	}
	s.byForm(&b)
	named := func(n int, ids []string) string {
		if n == 0 {
			return ""
		}
		return " (" + strings.Join(ids, ", ") + ")"
	}
	bad, lost := s.FalseHolds(), s.TrueFalls()
	fmt.Fprintf(&b, "false claims called holds: %d%s\n", len(bad), named(len(bad), bad))
	fmt.Fprintf(&b, "true claims called false: %d%s\n", len(lost), named(len(lost), lost))
	share := 0.0
	if len(s.texts) > 0 {
		share = 100 * float64(s.Right()) / float64(len(s.texts))
	}
	fmt.Fprintf(&b, "right: %d of %d (%.1f %%)\n", s.Right(), len(s.texts), share)
	return b.String()
}
