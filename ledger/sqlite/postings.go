package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"slices"

	"tocsin"
	"tocsin/ledger"
)

// The index of the statements is an inverted file: for a word and a reading, in
// which of its statements and where the word stands. What a statement has is
// written as uvarints:
//
//	its number in the reading, less the one before
//	how often it has the word
//	each place, less the one before in this statement
//
// A place is four times the number of the word in its field, plus the field.
// statement_length holds, for each statement of the reading, one more than the
// number of its words, and 0 where an earlier reading has the statement.

// The fields of a statement in a place.
const (
	fieldQuote = iota
	fieldWho
	fieldSays
	fieldPlaces
	fields
)

// postings are where one word stands in the statements of one reading.
type postings struct {
	bytes []byte
	last  int // the last statement written
}

// postingsOf writes down the words of the statements of a reading whose numbers are
// in fresh.
func postingsOf(list []tocsin.Statement, fresh []int) (words map[string]*postings, lengths []byte) {
	words, next := map[string]*postings{}, 0
	for _, ord := range fresh {
		for ; next < ord; next++ {
			lengths = append(lengths, 0)
		}
		f := ledger.FieldsOf(&list[ord])
		length := 0
		places := map[string][]int{}
		for field, in := range [fields][]string{f.Quote, f.Who, f.Says, f.Places} {
			for i, w := range in {
				places[w] = append(places[w], i*fields+field)
			}
			length += len(in)
		}
		lengths = binary.AppendUvarint(lengths, uint64(length)+1)
		next = ord + 1
		for w, at := range places {
			p := words[w]
			if p == nil {
				p = &postings{}
				words[w] = p
			}
			p.add(ord, at)
		}
	}
	return words, lengths
}

func (p *postings) add(ord int, places []int) {
	p.bytes = binary.AppendUvarint(p.bytes, uint64(ord-p.last))
	p.bytes = binary.AppendUvarint(p.bytes, uint64(len(places)))
	p.last = ord
	slices.Sort(places)
	before := 0
	for _, at := range places {
		p.bytes = binary.AppendUvarint(p.bytes, uint64(at-before))
		before = at
	}
}

// An occurrence is one place of a word in the statement of that row.
type occurrence struct {
	row   int64
	place uint32
}

// before compares by row, then by place.
func before(a, b occurrence) int {
	if a.row != b.row {
		return int(min(max(a.row-b.row, -1), 1))
	}
	return int(a.place) - int(b.place)
}

// errPostings is what a damaged index gives.
var errPostings = tocsin.Errorf(tocsin.Invalid, "restore it from a backup", "the index of the statements is damaged")

// A cursor reads uvarints.
type cursor struct {
	b   []byte
	bad bool
}

func (c *cursor) next() uint64 {
	if len(c.b) > 0 && c.b[0] < 0x80 { // nearly always
		n := c.b[0]
		c.b = c.b[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(c.b)
	if size <= 0 {
		c.b, c.bad = nil, true
		return 0
	}
	c.b = c.b[size:]
	return n
}

// readPostings calls do with each place that add has written.
func readPostings(b []byte, do func(ord int, place uint32)) error {
	c, ord := cursor{b: b}, 0
	for len(c.b) > 0 && !c.bad {
		more := c.next()
		if more >= 1<<ordBits-uint64(ord) {
			return errPostings
		}
		ord += int(more)
		place := uint32(0)
		for n := c.next(); n > 0 && !c.bad; n-- {
			place += uint32(c.next())
			do(ord, place)
		}
	}
	if c.bad {
		return errPostings
	}
	return nil
}

// readLengths reads what postingsOf has written: -1 where an earlier reading has
// the statement.
func readLengths(list []int32, b []byte) ([]int32, error) {
	c := cursor{b: b}
	for len(c.b) > 0 {
		list = append(list, int32(c.next())-1)
	}
	if c.bad {
		return nil, errPostings
	}
	return list, nil
}

// postings calls do with what the index has of a word, or of every word that begins
// so.
func (v view) postings(ctx context.Context, word string, prefix bool, do func(seq int64, b []byte) error) error {
	query, args := `SELECT seq, places FROM statement_word WHERE word = ? ORDER BY seq`, []any{word}
	if prefix {
		query, args = `SELECT seq, places FROM statement_word WHERE word >= ? AND word < ?`, []any{word, word + "\U0010ffff"}
	}
	return v.blobs(ctx, do, query, args...)
}

// blobs calls do with the rows of a query for numbers and bytes, which are do's only
// until it returns.
func (v view) blobs(ctx context.Context, do func(n int64, b []byte) error, query string, args ...any) error {
	rows, err := v.l.read.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var b sql.RawBytes
		if err := rows.Scan(&n, &b); err != nil {
			return err
		}
		if err := do(n, b); err != nil {
			return err
		}
	}
	return rows.Err()
}

// occurrences returns where a term stands, in order: the places of its first word
// that the others follow in the same field.
func (v view) occurrences(ctx context.Context, t ledger.Term) ([]occurrence, error) {
	var list []occurrence
	for i, word := range t.Words {
		prefix := t.Prefix && i == len(t.Words)-1
		var next []occurrence
		err := v.postings(ctx, word, prefix, func(seq int64, b []byte) error {
			return readPostings(b, func(ord int, place uint32) { next = append(next, occurrence{wordsID(seq, ord), place}) })
		})
		if err != nil {
			return nil, err
		}
		if prefix {
			slices.SortFunc(next, before)
		}
		if i == 0 {
			list = next
		} else {
			list = followed(list, next, uint32(i*fields))
		}
	}
	return list, nil
}

// followed keeps those of list behind which, that far on, one of next stands.
func followed(list, next []occurrence, far uint32) []occurrence {
	kept, k := list[:0], 0
	for _, o := range list {
		want := occurrence{o.row, o.place + far}
		for k < len(next) && before(next[k], want) < 0 {
			k++
		}
		if k < len(next) && next[k] == want {
			kept = append(kept, o)
		}
	}
	return kept
}
