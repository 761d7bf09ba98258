package desk

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/ledger"
	"tocsin/source"
	"tocsin/source/coups"
)

// An Imported dataset is what became of one file: its summary, and whether the
// desk held it already.
type Imported struct {
	source.Summary
	Already bool
}

// readEvents is what the packages below source that read events have in common.
type readEvents func(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error)

// ImportCoups keeps the rows of a coup list: Cline, Powell–Thyne or Colpus.
func (d *Desk) ImportCoups(ctx context.Context, name string, r io.Reader, o source.Options) (Imported, error) {
	return d.importDataset(ctx, name, r, o, coups.Read)
}

func (d *Desk) importDataset(ctx context.Context, name string, r io.Reader, o source.Options, read readEvents) (Imported, error) {
	var done Imported
	fill := func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		sum, err := read(ctx, name, r, o, keep)
		done.Summary = sum
		if err != nil {
			return ledger.Vintage{}, err
		}
		if sum.Kept == 0 {
			return ledger.Vintage{}, nothingKept(name, &sum)
		}
		return ledger.Vintage{Dataset: sum.Dataset, File: sum.File, Rows: sum.Rows, Kept: cmp.Or(sum.Records, sum.Kept), Refused: sum.Refused, Flagged: sum.Flagged}, nil
	}
	_, added, err := d.ledger.AddDataset(ctx, d.now(), fill)
	if err != nil {
		return done, err
	}
	done.Already = added.Already
	d.forget(false)
	return done, nil
}

// nothingKept is the error of a file that could be read and gave nothing: the
// reason why it broke off or why its first row was refused, if there is one.
func nothingKept(name string, sum *source.Summary) error {
	if sum.Broken != nil {
		return sum.Broken
	}
	if len(sum.Problems) > 0 {
		p := *sum.Problems[0]
		p.Err = fmt.Errorf("no row could be kept, of %d; the first: %w", sum.Rows, p.Err)
		return &p
	}
	return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "see that it is the whole file", Err: fmt.Errorf("has a header and no rows")}
}

// ImportedPlaces is what became of a GeoNames dump.
type ImportedPlaces struct {
	gazetteer.Summary
	Already bool
}

// ImportPlaces keeps a GeoNames country dump, plain or gzip, as it came. From
// then on the desk's reader and measures know its places.
func (d *Desk) ImportPlaces(ctx context.Context, name string, raw []byte, o source.Options) (ImportedPlaces, error) {
	places, sum, err := readPlaces(name, raw)
	if err != nil {
		return ImportedPlaces{Summary: sum}, err
	}
	if len(places) == 0 {
		err := &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "give a GeoNames country dump, such as ML.txt", Err: fmt.Errorf("no row could be kept, of %d", sum.Rows)}
		return ImportedPlaces{Summary: sum}, err
	}
	hash := tocsin.Hash(raw)
	f := ledger.PlaceFile{Name: name, SHA256: hash, Vintage: o.Vintage, Released: o.Released, Recorded: d.now()}
	if f.Vintage == "" {
		f.Vintage = hash
	}
	added, err := d.ledger.AddPlaces(ctx, f, raw)
	if err != nil {
		return ImportedPlaces{Summary: sum}, err
	}
	d.forget(true)
	return ImportedPlaces{Summary: sum, Already: added.Already}, nil
}
