package table

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"tocsin"
	"tocsin/codebook"
)

// A Mapping says what the columns of a table mean.
type Mapping struct {
	Dataset    string  `toml:"dataset"`     // the name under which the rows are kept
	Separator  string  `toml:"separator"`   // "," ";" or "tab"; "" to tell it from the first line
	DateFormat string  `toml:"date_format"` // such as "dd/mm/yyyy"; "" for YYYY-MM-DD, DD-MM-YYYY or 17 August 2020
	Country    string  `toml:"country"`     // of every row, where no column names it
	Class      string  `toml:"class"`       // of every row, where no column names it
	Act        string  `toml:"act"`         // of every row, by the codebook; "" is assault
	Columns    Columns `toml:"columns"`

	file   string // named in messages
	layout string // of DateFormat, as package time writes it
}

// Columns are the names of the columns, "" for one the table does not have.
type Columns struct {
	ID             string `toml:"id"`
	Date           string `toml:"date"`
	Until          string `toml:"until"` // last day of the event
	Year           string `toml:"year"`  // with Month and Day, instead of Date
	Month          string `toml:"month"` // empty in a row: only the year is known
	Day            string `toml:"day"`   // empty in a row: only the month is known
	Country        string `toml:"country"`
	Place          string `toml:"place"`
	Lat            string `toml:"lat"`
	Lon            string `toml:"lon"`
	Actor1         string `toml:"actor1"`
	Actor2         string `toml:"actor2"`
	Deaths         string `toml:"deaths"`
	Low            string `toml:"low"`
	High           string `toml:"high"`
	Class          string `toml:"class"`
	Source         string `toml:"source"`
	DatePrecision  string `toml:"date_precision"`  // on the scale of UCDP GED, 1–5
	PlacePrecision string `toml:"place_precision"` // on the scale of UCDP GED, 1–7
}

// Sample is a mapping with every key, for messages and documentation.
const Sample = `dataset = "field-notes"       # the name under which the rows are kept
# separator = ";"             # "," ";" or "tab"; told from the first line if left out
# date_format = "dd/mm/yyyy"
# country = "Mali"            # of every row, where no column names it
# class = "incident"          # of every row, where no column names it
# act = "assault"             # of every row, by tocsin's codebook

[columns]                     # our names = yours; leave out what the table does not have
id = "No"
date = "Day"                  # or year, month and day, of which the last may be empty
# until = "Last day"
country = "Country"
place = "Town"
lat = "Latitude"
lon = "Longitude"
actor1 = "Who"
actor2 = "Against whom"
deaths = "Killed"
# low, high, class, source, date_precision, place_precision
`

var datasetName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,39}$`)

// taken are the names of datasets that have a reader of their own.
var taken = []string{"ucdp-ged", "acled", "icews", "cline", "powell-thyne", "colpus", "gdelt-attention", "country-month", "prio-grid"}

const keysAre = "the keys are dataset, separator, date_format, country, class, act; in [columns] id, date, until, year, month, day, country, place, lat, lon, actor1, actor2, " +
	"deaths, low, high, class, source, date_precision, place_precision"

// ParseMapping reads a mapping. name is the file's, for messages. Keys that
// nobody knows are errors, since a misspelled one would be silently without
// effect.
func ParseMapping(name string, raw []byte) (*Mapping, error) {
	m := &Mapping{file: name}
	meta, err := toml.NewDecoder(bytes.NewReader(raw)).Decode(m)
	if err != nil {
		line := 0
		if p, ok := errors.AsType[toml.ParseError](err); ok {
			line, err = p.Position.Line, errors.New(p.Message)
		}
		return nil, m.bad(line, "", "mend the line", "%w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		key := extra[0]
		return nil, m.bad(lineOf(raw, key[len(key)-1]), key.String(), keysAre, "no such key")
	}
	if err := m.complete(raw); err != nil {
		return nil, err
	}
	return m, nil
}

func (m *Mapping) bad(line int, field, hint, format string, args ...any) error {
	return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: m.file, Line: line, Field: field}, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// lineOf is the first line that gives a key, 0 where there is none.
func lineOf(raw []byte, key string) int {
	for i, line := range strings.Split(string(raw), "\n") {
		if name, _, ok := strings.Cut(line, "="); ok && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return 0
}

// complete says what is missing, and works out what the keys mean.
func (m *Mapping) complete(raw []byte) error {
	switch {
	case m.Dataset == "":
		return m.bad(0, "dataset", "name the dataset, as in dataset = \"field-notes\"", "missing")
	case !datasetName.MatchString(m.Dataset):
		return m.bad(lineOf(raw, "dataset"), "dataset", "use small letters, digits and hyphens", "not a name: %q", m.Dataset)
	case slices.Contains(taken, m.Dataset):
		return m.bad(lineOf(raw, "dataset"), "dataset", "take another name", "%s has a reader of its own", m.Dataset)
	case m.Columns.Date == "" && m.Columns.Year == "":
		return m.bad(0, "columns.date", "name the column that holds the day, as in date = \"Day\" below [columns], or those of year, month and day", "missing")
	case m.Columns.Year != "" && (m.Columns.Date != "" || m.Columns.Until != ""):
		return m.bad(lineOf(raw, "year"), "columns.year", "give either date (and until), or year, month and day", "the day is given twice")
	case m.Columns.Month != "" && m.Columns.Year == "" || m.Columns.Day != "" && m.Columns.Month == "":
		return m.bad(0, "columns.year", "a day needs its month, and a month its year", "missing")
	case m.Country == "" && m.Columns.Country == "":
		return m.bad(0, "columns.country", "name the column, or give country = \"Mali\" for every row", "no column and no country is given")
	case (m.Columns.Lat == "") != (m.Columns.Lon == ""):
		return m.bad(0, "columns.lat", "give both lat and lon, or neither", "one of two coordinates is missing")
	case !slices.Contains([]string{"", ",", ";", "tab"}, m.Separator):
		return m.bad(lineOf(raw, "separator"), "separator", `write "," or ";" or "tab"`, "not a separator: %q", m.Separator)
	}
	if m.Act == "" {
		m.Act = "assault"
	}
	if m.Class == "" {
		m.Class = "incident"
	}
	book, err := codebook.Default()
	if err != nil {
		return fmt.Errorf("open the codebook: %w", err)
	}
	if _, ok := book.Act(m.Act); !ok {
		return m.bad(lineOf(raw, "act"), "act", "use an act of the codebook, such as assault, clash or protest", "no such act: %q", m.Act)
	}
	return m.dateLayout(raw)
}

// dateLayout reads date_format.
func (m *Mapping) dateLayout(raw []byte) error {
	if m.DateFormat == "" {
		return nil
	}
	f := strings.ToLower(m.DateFormat)
	if strings.Count(f, "yyyy") != 1 || strings.Count(f, "mm") != 1 || strings.Count(f, "dd") != 1 || strings.Trim(f, "ymd-/. ") != "" {
		return m.bad(lineOf(raw, "date_format"), "date_format", "write it with dd, mm and yyyy, as in dd/mm/yyyy", "not a form of dates: %q", m.DateFormat)
	}
	m.layout = strings.NewReplacer("yyyy", "2006", "mm", "1", "dd", "2").Replace(f)
	return nil
}

// separator is the byte between fields, 0 to tell it from the first line.
func (m *Mapping) separator() byte {
	switch m.Separator {
	case "tab":
		return '\t'
	case "":
		return 0
	}
	return m.Separator[0]
}
