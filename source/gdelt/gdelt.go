// Package gdelt reads the event files of GDELT 2.0 as what they can be trusted
// for: how much was written about a country on a day. It makes no located
// incidents of them, on purpose: a row is a phrase of one article that a machine
// coded, its place is often the capital or the wrong town of that name, and one
// event makes many rows.
//
// In goes an export file of 61 tab-separated columns without a header, plain or
// gzip. Out comes one [tocsin.DataEvent] for each country and day, with the
// number of rows, mentions, sources and articles in Extra, and no point, no
// sides and no deaths. The day is the one on which GDELT took the article in;
// the country is GDELT's ActionGeo, by its name. Rows that GDELT placed nowhere
// count for the country "".
//
// The counts are of the first fifteen minutes after an event was first seen, as
// GDELT publishes them, so that they can be compared with one another and not
// with other counts of news.
package gdelt

import (
	"context"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/source"
)

// Dataset is the name under which the counts are kept.
const Dataset = "gdelt-attention"

// Columns is how many columns an export file has.
const Columns = 61

// The names of the counts in Extra.
const (
	Rows     = "rows"
	Mentions = "mentions"
	Sources  = "sources"
	Articles = "articles"
)

// FlagCode marks a country and day under a code that FIPS 10-4 does not have.
const FlagCode = "country_code_unknown"

// The columns that are read, from 0.
const (
	colID, colDay, colRoot               = 0, 1, 28
	colMentions, colSources, colArticles = 31, 32, 33
	colCountry, colAdded                 = 53, 59
)

// names are those of the columns that are read; the others are numbered.
var names = map[int]string{colID: "globaleventid", colDay: "sqldate", colRoot: "eventrootcode", colMentions: "nummentions", colSources: "numsources",
	colArticles: "numarticles", colCountry: "actiongeo_countrycode", colAdded: "dateadded"}

// Read hands the counts of each country and day to keep, in order of day and
// country. In the summary rows are rows of the file, Records what was handed on.
// See [source.Import] for the errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	columns := make([]string, Columns)
	for i := range columns {
		if columns[i] = names[i]; columns[i] == "" {
			columns[i] = "column " + strconv.Itoa(i+1)
		}
	}
	f := &format{pool: source.Pool{}, countries: countries()}
	sums := map[key]*sum{}
	s, err := source.ImportAs(ctx, name, r, o, source.Dialect{Sep: '\t', Plain: true, Names: columns}, f, func(ev tocsin.DataEvent) error {
		k := key{ev.From, f.code}
		if sums[k] == nil {
			sums[k] = &sum{country: ev.Country, flags: ev.Flags}
		}
		sums[k].add(&f.counts)
		return nil
	})
	if err != nil {
		return s, err
	}
	order := slices.SortedFunc(maps.Keys(sums), func(a, b key) int {
		if a.day != b.day {
			return int(a.day) - int(b.day)
		}
		return strings.Compare(a.code, b.code)
	})
	file := strings.TrimPrefix(s.Dataset.SHA256, "sha256:")
	for _, k := range order {
		if err := keep(sums[k].event(k, file[:min(12, len(file))])); err != nil {
			return s, err
		}
		s.Records++
	}
	return s, nil
}

// A key is a country and a day.
type key struct {
	day  tocsin.Date
	code string
}

// counts are the numbers of one row.
type counts struct{ mentions, sources, articles int }

// A sum is what was counted for a country and a day.
type sum struct {
	country string
	flags   []string
	rows    int
	counts
}

func (s *sum) add(c *counts) {
	s.rows++
	s.mentions += c.mentions
	s.sources += c.sources
	s.articles += c.articles
}

// event writes a sum as a record. The file is part of its id: the counts of two
// files are of different quarters of an hour.
func (s *sum) event(k key, file string) tocsin.DataEvent {
	code := k.code
	if code == "" {
		code = "nowhere"
	}
	return tocsin.DataEvent{ID: Dataset + ":" + code + "-" + k.day.String() + "-" + file, Dataset: Dataset, From: k.day, To: k.day, DatePrec: 1,
		Country: s.country, Act: "other", Class: "attention", Flags: s.flags,
		Extra: tocsin.MakeExtra(map[string]string{Rows: strconv.Itoa(s.rows), Mentions: strconv.Itoa(s.mentions),
			Sources: strconv.Itoa(s.sources), Articles: strconv.Itoa(s.articles)})}
}

// format reads rows.
type format struct {
	pool      source.Pool
	countries map[string]string
	ev        tocsin.DataEvent
	code      string
	counts    counts
}

// Header implements source.Format.
func (f *format) Header(*source.Header) error { return nil }

// Event implements source.Format. What it makes is counted, not handed on.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: Dataset}
	id, rewritten, err := row.ID(colID)
	if err != nil {
		return nil, err
	}
	if rewritten || strings.Trim(id, "0123456789") != "" {
		return nil, row.Fail(colID, "give a GDELT 2.0 export file, unpacked, of 61 columns without a header", "not an id of GDELT: %.40q", id)
	}
	f.ev.ID = Dataset + ":" + id
	if f.ev.From, err = row.Stamp(colAdded); err != nil {
		return nil, err
	}
	f.ev.To = f.ev.From
	for _, c := range []struct {
		col int
		dst *int
	}{{colMentions, &f.counts.mentions}, {colSources, &f.counts.sources}, {colArticles, &f.counts.articles}} {
		ok, err := row.Int(c.col, c.dst)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, row.Fail(c.col, "fetch the file again", "missing")
		}
	}
	f.code = strings.ToUpper(f.pool.String(row.Bytes(colCountry)))
	if name, ok := f.countries[f.code]; ok {
		f.ev.Country = name
	} else if f.code != "" {
		f.ev.Country, f.ev.Flags = "FIPS "+f.code, []string{FlagCode}
	}
	return &f.ev, nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Coverage = "attention by country and day, coded by machine from news; not incidents"
	s.Notes = append(s.Notes, "counted by country and day of intake; no row is taken for an incident")
}
