package desk

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tocsin"
	"tocsin/source"
	"tocsin/source/acled"
	"tocsin/source/gdelt"
	"tocsin/source/icews"
	"tocsin/source/months"
	"tocsin/source/prio"
	"tocsin/source/table"
	"tocsin/source/ucdp"
)

// The readers of events that need nothing but the file, by the name of what
// they read.
var readers = map[string]readEvents{ucdp.Dataset: ucdp.Read, acled.Dataset: acled.Read, icews.Dataset: icews.Read, gdelt.Dataset: gdelt.Read,
	months.Dataset: months.Read, prio.Dataset: prio.Read}

// ImportEvents keeps the rows of a file of events; which dataset it is shows in
// its first line, and a file that shows nothing is taken for UCDP GED. Rows that
// were refused are in the summary; a file of which no row could be kept is an
// error.
func (d *Desk) ImportEvents(ctx context.Context, name string, r io.Reader, o source.Options) (Imported, error) {
	f, err := source.NewFile(name, r)
	if err != nil {
		return Imported{}, err
	}
	return d.importDataset(ctx, name, f, o, readers[datasetOf(f.Peek(4096))])
}

// datasetOf tells a dataset by the beginning of its file.
func datasetOf(head []byte) string {
	first, _, _ := bytes.Cut(head, []byte{'\n'})
	line := strings.ToLower(string(first))
	for _, sign := range []struct{ column, dataset string }{{"event_id_cnty", acled.Dataset}, {"geo_precision", acled.Dataset}, {"cameo code", icews.Dataset}} {
		if strings.Contains(line, sign.column) {
			return sign.dataset
		}
	}
	return ucdp.Dataset
}

// ImportDataset keeps the rows of a file that is said to be of a dataset:
// ucdp-ged, acled, icews, gdelt-attention, country-month or prio-grid.
func (d *Desk) ImportDataset(ctx context.Context, dataset, name string, r io.Reader, o source.Options) (Imported, error) {
	read, ok := readers[dataset]
	if !ok {
		return Imported{}, tocsin.Errorf(tocsin.Invalid, "name one of "+strings.Join(slices.Sorted(maps.Keys(readers)), ", "), "no dataset is called %q", dataset)
	}
	return d.importDataset(ctx, name, r, o, read)
}

// MappingFile is where a desk keeps the mapping of its own tables.
const MappingFile = "mapping.toml"

// Mapping reads the mapping that lies in the desk's directory.
func (d *Desk) Mapping() (*table.Mapping, error) {
	path := filepath.Join(d.dir, MappingFile)
	raw, err := os.ReadFile(path)
	if d.dir == "" || errors.Is(err, fs.ErrNotExist) {
		return nil, &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{File: path}, Err: errors.New("there is no mapping here"),
			Hint: "give one with --mapping FILE, or write it here; it looks like this:\n" + table.Sample}
	}
	if err != nil {
		return nil, &tocsin.Error{Code: tocsin.Unavailable, Pos: tocsin.Pos{File: path}, Err: err}
	}
	return table.ParseMapping(path, raw)
}

// ImportTable keeps the rows of a table by a mapping.
func (d *Desk) ImportTable(ctx context.Context, m *table.Mapping, name string, r io.Reader, o source.Options) (Imported, error) {
	return d.importDataset(ctx, name, r, o, func(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
		return table.Read(ctx, m, name, r, o, keep)
	})
}
