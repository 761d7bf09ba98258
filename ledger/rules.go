package ledger

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"

	"tocsin"
)

// The rules here are those that every backend shares, as functions without a
// store, so that two backends cannot differ in them.

// ReportKnown is the day from which a report counts. An edited article often keeps
// its first date of publication; what is new in it could not be known before it
// was fetched.
func ReportKnown(r tocsin.Report, recorded time.Time) tocsin.Date {
	switch {
	case !r.Published.IsZero() && r.Revises != "" && r.Retrieved != nil:
		return max(r.Published, tocsin.DateOf(r.Retrieved.UTC()))
	case !r.Published.IsZero():
		return r.Published
	case r.Retrieved != nil:
		return tocsin.DateOf(r.Retrieved.UTC())
	}
	return tocsin.DateOf(recorded.UTC())
}

// KnownAt reports whether what is known from a day on is known at the day at. The
// zero Date from means always, the zero Date at means ever.
func KnownAt(from, at tocsin.Date) bool { return at.IsZero() || from <= at }

// age is the day by which vintages are ordered: the release, or where it is
// unknown the day of the import.
func (v Vintage) age() tocsin.Date {
	if !v.Released.IsZero() {
		return v.Released
	}
	return tocsin.DateOf(v.Recorded.UTC())
}

// InUse picks, of the vintages a view may show, those whose events count, by
// dataset and the newest first. One is replaced as a whole by a newer one of the
// same dataset that covers its days and countries with about as many rows (nine
// in ten, since datasets take events back). Otherwise both are used and, where
// both hold an event of one id, the newer one's counts.
func InUse(list []Vintage) []Vintage {
	var used []Vintage
	for _, v := range Ordered(list) {
		if !slices.ContainsFunc(used, func(newer Vintage) bool { return newer.replaces(v) }) {
			used = append(used, v)
		}
	}
	return used
}

// Ordered sorts vintages by dataset, the newest first.
func Ordered(list []Vintage) []Vintage {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Vintage) int {
		return cmp.Or(cmp.Compare(a.Dataset.Dataset, b.Dataset.Dataset), cmp.Compare(b.age(), a.age()),
			b.Recorded.Compare(a.Recorded), cmp.Compare(a.SHA256, b.SHA256))
	})
	return list
}

// NoVintage is the error for a file that a view does not show.
func NoVintage(sha256 string) error {
	return tocsin.Errorf(tocsin.NotFound, "", "there is no dataset file %s", sha256)
}

func (v Vintage) replaces(old Vintage) bool {
	if v.Dataset.Dataset != old.Dataset.Dataset || v.From > old.From || v.To < old.To || v.Kept*10 < old.Kept*9 {
		return false
	}
	for _, c := range old.Countries {
		if _, ok := slices.BinarySearch(v.Countries, c); !ok {
			return false
		}
	}
	return true
}

// Names reports whether the vintage has a name and not only its hash.
func (v Vintage) Names() bool { return !strings.HasPrefix(v.Vintage, "sha256:") }

// Tells reports whether v, of the same file as old, says what old leaves open:
// the release, or a name. Then it is appended, though the rows are there.
func (v Vintage) Tells(old Vintage) bool {
	return old.Released.IsZero() && !v.Released.IsZero() || !old.Names() && v.Names()
}

// Merge fills what v leaves open from the earlier record of the same file.
func (v Vintage) Merge(old Vintage) Vintage {
	if v.Released.IsZero() {
		v.Released = old.Released
	}
	if !v.Names() {
		v.Vintage = old.Vintage
	}
	return v
}

// EntryKinds are the kinds of entries of the log.
var EntryKinds = []string{"report", "reading", "dataset", "places", "review", "match", "grade", "mark", "undo", "brief", "redaction"}

// UndoKinds are those that an undo takes back.
var UndoKinds = []string{"review", "match", "grade", "mark", "undo"}

// FoundKinds are the kinds of entries whose ids a Finder completes.
var FoundKinds = []string{"report", "review", "match", "grade", "mark", "undo", "brief", "redaction"}

// An Entry is one line of the log.
type Entry struct {
	Seq      int64
	Kind     string // one of EntryKinds
	Key      string // the id or hash of what was added
	Subject  string // what it is about: a reading's report, a review's statement
	Known    tocsin.Date
	Recorded time.Time
	Sum      [32]byte // of the body
}

// Chain is the hash of an entry and of the one before it, and so of all before.
// The body is in it by its sum alone: it may be destroyed and the chain holds.
func (e Entry) Chain(before [32]byte) [32]byte {
	buf := slices.Clone(before[:])
	num := func(n int64) { buf = binary.BigEndian.AppendUint64(buf, uint64(n)) }
	num(e.Seq)
	for _, s := range []string{e.Kind, e.Key, e.Subject} {
		num(int64(len(s)))
		buf = append(buf, s...)
	}
	num(int64(e.Known))
	num(e.Recorded.UnixNano())
	return sha256.Sum256(append(buf, e.Sum[:]...))
}

// A Head is the end of the log: whoever has noted one can show later that
// nothing before it was changed.
type Head struct {
	Seq   int64
	Chain string // "sha256:…"; "" for an empty ledger
}

// HeadOf writes a head down.
func HeadOf(seq int64, chain [32]byte) Head {
	if seq == 0 {
		return Head{}
	}
	const digits = "0123456789abcdef"
	b := []byte("sha256:")
	for _, c := range chain {
		b = append(b, digits[c>>4], digits[c&15])
	}
	return Head{Seq: seq, Chain: string(b)}
}

// MergeReport joins what is said of a report that is there already with what is
// said now. What now is empty stays; what differs is a correction and counts from
// then on. The text stays: the spans of earlier readings point into it.
func MergeReport(old, now tocsin.Report) (merged tocsin.Report, changed bool, err error) {
	if old.TextHash != now.TextHash {
		return old, false, tocsin.Errorf(tocsin.Conflict, "its statements point into the text that is kept; read that one",
			"the text of %s was extracted otherwise before", now.ID)
	}
	merged = old
	for _, f := range []struct{ dst, src *string }{
		{&merged.Publisher, &now.Publisher}, {&merged.Title, &now.Title}, {&merged.URL, &now.URL}, {&merged.Language, &now.Language},
		{&merged.MediaType, &now.MediaType}, {&merged.Marking, &now.Marking}, {&merged.Revises, &now.Revises},
	} {
		if *f.src != "" && *f.src != *f.dst {
			*f.dst, changed = *f.src, true
		}
	}
	if !now.Published.IsZero() && now.Published != merged.Published {
		merged.Published, changed = now.Published, true
	}
	if changed {
		merged.Notes = now.Notes
	}
	return merged, changed, nil
}

// NoReport is the error for a report that is not there or not shown.
func NoReport(id string) error {
	return tocsin.Errorf(tocsin.NotFound, "import it first; at an earlier date it may not have been out yet", "there is no report %s", id)
}

// Redacted is the error for a report that comes again after its bytes were
// destroyed.
func Redacted(r tocsin.Redaction) error {
	return tocsin.Errorf(tocsin.Conflict, "it is not taken again", "%s", redacted(r))
}

// WasRedacted is the error for a view of a report whose bytes were destroyed.
func WasRedacted(r tocsin.Redaction) error {
	return tocsin.Errorf(tocsin.NotFound, "its bytes are gone; only its hash and this reason are left", "%s", redacted(r))
}

func redacted(r tocsin.Redaction) string {
	return fmt.Sprintf("report %s was redacted on %s by %s: %s", r.Hash, tocsin.DateOf(r.Recorded.UTC()), tocsin.Clean(r.By), tocsin.Clean(r.Why))
}

// NoStatement is the error for a statement that is not there or not shown.
func NoStatement(id string) error {
	return tocsin.Errorf(tocsin.NotFound, "see the ids that tocsin read prints", "there is no statement %s", id)
}

// NoJudgement is the error for an undo of what is not there.
func NoJudgement(id string) error {
	return tocsin.Errorf(tocsin.NotFound, "name a review, match, grade, mark or undo by its id", "there is no judgement %s to take back", id)
}

// BadHead is the error for what cannot be a head.
func BadHead(chain string) error {
	return tocsin.Errorf(tocsin.Invalid, "copy it whole, as the brief or tocsin verify prints it", "%q is no head: it is sha256: and 64 hexadecimal digits", chain)
}

// NoHead is the error for a head that the log never had.
func NoHead(chain string) error {
	return tocsin.Errorf(tocsin.NotFound, "see that it is of this desk; if it is, entries were changed or taken away: restore a backup, and see who has had access",
		"the record never ended in %s", chain)
}

// Difference tells which ids only the newer list has and which only the older.
func Difference(older, newer []string) (added, gone []string) {
	in := map[string]bool{}
	for _, id := range older {
		in[id] = true
	}
	for _, id := range newer {
		if !in[id] {
			added = append(added, id)
		}
		delete(in, id)
	}
	for _, id := range older {
		if in[id] {
			gone = append(gone, id)
		}
	}
	return added, gone
}

// Prefixes are what an id that a person began to type may begin with: a report's
// may be typed without "sha256:". Nothing typed finds nothing.
func Prefixes(typed string) []string {
	switch {
	case typed == "":
		return nil
	case strings.Contains(typed, "_") || strings.HasPrefix(typed, "sha256:"):
		return []string{typed}
	}
	return []string{typed, "sha256:" + typed}
}

// ReportOrder is the order in which views list reports.
func ReportOrder(knownA, knownB tocsin.Date, idA, idB string) int {
	return cmp.Or(cmp.Compare(knownA, knownB), cmp.Compare(idA, idB))
}

// Takes reports whether the filter lets a statement through, leaving its report
// and speaker aside.
func (f Filter) Takes(id string, kind tocsin.Kind) bool {
	return (len(f.IDs) == 0 || slices.Contains(f.IDs, id)) && (len(f.Kinds) == 0 || slices.Contains(f.Kinds, kind))
}

// Once returns a function that tells, for the events of vintages in the order of
// InUse, which to show: each id of a dataset once, from the newest that has it.
// Ids are remembered only for datasets with more than one vintage.
func Once(used []Vintage) func(v Vintage, id string) bool {
	several := map[string]int{}
	for _, v := range used {
		several[v.Dataset.Dataset]++
	}
	seen := map[string]string{} // id to the file it was shown from
	return func(v Vintage, id string) bool {
		if several[v.Dataset.Dataset] < 2 {
			return true
		}
		from, ok := seen[id]
		if !ok {
			seen[id] = v.SHA256
		}
		return !ok || from == v.SHA256
	}
}
