// Package mali2020 is the running example: Mali, from the coup of March 2012 to
// the days after that of August 2020.
//
// Nothing goes in; out comes a read-only file system of a dozen short dated
// reports in our own words, a table of landmark events, one of monthly figures,
// a list of coups, and some forty places, in the forms that people import their
// own files in. It assumes that whoever loads them says that they are an example.
// It is not data about the war: the events are a choice of landmarks.
//
// Facts are public and each line names its source: those of a report in its
// front matter, "source N" being that of paragraph N; those of the tables in a
// column. README.md says where each kind of figure comes from.
package mali2020

import "embed"

//go:embed reports data
var files embed.FS

// Country is the one the example is about, and Day the knowledge date at which
// its brief is written.
const (
	Country = "Mali"
	Day     = "2020-08-20"
)

// Publisher puts out every report of the example.
const Publisher = "tocsin example"

// Vintage names the tables' version. It says that they are not the datasets in
// whose layout they come.
const Vintage = "example-1 (landmarks chosen by tocsin, not the dataset itself)"

// The kinds of files, as 'tocsin import KIND' names them.
const (
	Places  = "geonames"
	Events  = "ucdp-ged"
	Coups   = "coups"
	Reports = "report"
)

// A File is one file to import.
type File struct {
	Kind string
	Name string // path inside the example
	Raw  []byte
}

// Files lists what is to be imported, in the order to do it in: places first,
// since reports are read with them, then the tables, then reports by date.
func Files() ([]File, error) {
	list := []File{{Kind: Places, Name: "data/places.txt"}, {Kind: Events, Name: "data/events.csv"}, {Kind: Coups, Name: "data/coups.csv"}}
	reports, err := files.ReadDir("reports")
	if err != nil {
		return nil, err
	}
	for _, e := range reports {
		list = append(list, File{Kind: Reports, Name: "reports/" + e.Name()})
	}
	for i := range list {
		if list[i].Raw, err = files.ReadFile(list[i].Name); err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Months is the table of monthly figures, as CSV: how many landmarks a month
// had, how many died in them by the lowest, the usual and the highest count, and
// which rows of the events say so.
func Months() ([]byte, error) { return files.ReadFile("data/months.csv") }
