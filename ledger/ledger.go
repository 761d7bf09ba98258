// Package ledger says what the append-only record of a desk can do: what may be
// added to it ([Writer]) and how it looks at a date ([View]). It holds
// interfaces, the records they pass and the rules every backend shares; package
// ledgertest holds the suite that a backend must pass, memory the reference and
// sqlite the embedded default.
//
// Nothing is ever rewritten. Adding the same thing twice adds nothing and says
// so. Times enter as arguments; no backend reads a clock. One program writes at
// a time and any number read.
//
// What a view shows depends on two dates. The knowledge date (View(at)) is the
// world's: a report counts from its publication, or where that is unknown from
// its retrieval or else its record; a vintage of a dataset from its release,
// and one whose release is unknown counts always; a review or match from its
// record. A reading of a report counts whenever its report does. RecordedBefore
// is the ledger's own time, for audits.
package ledger

import (
	"context"
	"iter"
	"time"

	"tocsin"
)

// A Ledger is one open record. Close waits for writes under way.
type Ledger interface {
	Writer
	Auditor
	Finder
	// View shows what could be known at the end of the day at; the zero date
	// shows everything. A view is cheap, holds no lock, and sees what was
	// committed before each call.
	View(at tocsin.Date) View
	Close() error
}

// An Auditor shows that nothing was changed behind the ledger's back.
type Auditor interface {
	// Head is the end of the log.
	Head(ctx context.Context) (Head, error)
	// HeadAt finds where the log ended in that chain; NotFound where it never did.
	HeadAt(ctx context.Context, chain string) (Head, error)
	// Verify recomputes every hash. Its error names the first entry at which the
	// record does not hold.
	Verify(ctx context.Context) error
}

// A Finder completes what a person typed.
type Finder interface {
	// Find returns the ids that begin with prefix, in their order, at most
	// [MaxFound]: of reports (also without "sha256:"), statements, reviews,
	// matches, grades, marks, undos and kept briefs. It looks at no date. Of what was
	// redacted only the redaction is found, under the id of the report.
	Find(ctx context.Context, prefix string) ([]Ref, error)
}

// MaxFound is how many ids Find returns at most.
const MaxFound = 20

// A Ref names one thing of the ledger.
type Ref struct {
	Kind string // statement, or the kind of an Entry
	ID   string
}

// A Writer appends. Each call is one transaction: when it returns without an
// error the record is there, and after an error nothing of it is.
type Writer interface {
	ReportWriter
	DatasetWriter
	JudgementWriter
}

// A ReportWriter appends reports and what was read in them.
type ReportWriter interface {
	// AddReport keeps a report with the bytes it came as; raw must hash to r.ID.
	AddReport(ctx context.Context, r tocsin.Report, raw []byte, recorded time.Time) (Added, error)
	// AddReading keeps one pass of a reader over a report that is there, with
	// its statements and the links it found. The same reading with the same
	// statements as the latest of that report adds nothing.
	AddReading(ctx context.Context, rd tocsin.Reading, statements []tocsin.Statement, links []tocsin.Link) (Added, error)
}

// A DatasetWriter appends reference data: events and place files.
type DatasetWriter interface {
	// AddDataset calls fill once, keeps the events it hands over, and appends the
	// vintage it returns. Where a file with that SHA-256 is there already, no
	// events are added and the earlier vintage is returned; the new one is
	// appended without them only where it names a release or a vintage that the
	// earlier left open.
	AddDataset(ctx context.Context, recorded time.Time, fill Fill) (Vintage, Added, error)
	// AddPlaces keeps a gazetteer file as it came; raw must hash to f.SHA256.
	AddPlaces(ctx context.Context, f PlaceFile, raw []byte) (Added, error)
}

// A JudgementWriter appends what persons and rules decide.
type JudgementWriter interface {
	AddReview(ctx context.Context, r tocsin.Review) (Added, error)
	AddMatch(ctx context.Context, m tocsin.Match) (Added, error)
	AddGrade(ctx context.Context, g tocsin.Grade) (Added, error)
	AddMark(ctx context.Context, m tocsin.Mark) (Added, error)
	// AddUndo takes back a review, match, grade, mark or undo that is there. The
	// ledger goes on to show both; what is in force is for the reader to see.
	AddUndo(ctx context.Context, u tocsin.Undo) (Added, error)
	// AddBrief records that a brief was given out.
	AddBrief(ctx context.Context, k tocsin.KeptBrief) (Added, error)
	// Redact destroys the bytes, the text and the statements of a report, and what
	// persons said of it in reviews, grades and marks and in their undoing. Its
	// hash, the reason and the chain stay. Where the redaction is there already,
	// its destruction is seen through to the end.
	Redact(ctx context.Context, r tocsin.Redaction) (Added, error)
}

// Fill hands events to keep and returns the vintage they make up.
type Fill func(keep func(tocsin.DataEvent) error) (Vintage, error)

// Added says what an append did.
type Added struct {
	Seq     int64 // where the entry stands in the log; the earlier one's where Already
	Already bool  // the same thing was there, nothing was added
}

// A Vintage is one file of a dataset as it was imported.
type Vintage struct {
	tocsin.Dataset
	File      string         `json:"file"`
	Rows      int            `json:"rows"`
	Kept      int            `json:"kept"`
	Refused   int            `json:"refused"`
	Flagged   map[string]int `json:"flagged"`
	Countries []string       `json:"countries"` // as written in the dataset, sorted; filled by the ledger
	Recorded  time.Time      `json:"recorded"`
}

// A PlaceFile is a gazetteer file as it came.
type PlaceFile struct {
	Name     string      `json:"name"`
	SHA256   string      `json:"sha256"`
	Vintage  string      `json:"vintage"`
	Released tocsin.Date `json:"released"`
	Recorded time.Time   `json:"recorded"`
}

// A View is the record as it looks at a date. Its lists come in a fixed order,
// the same for every backend.
type View interface {
	ReportView
	StatementView
	EventView
	JudgementView
	SearchView
	// Changes yields what was recorded at since or later, in the order of the log.
	Changes(ctx context.Context, since time.Time) iter.Seq2[Change, error]
	// RecordedBefore narrows the view to what this ledger held before t.
	RecordedBefore(t time.Time) View
}

// A ReportView shows reports.
type ReportView interface {
	// Reports yields reports by publication, then id, with their text.
	Reports(ctx context.Context) iter.Seq2[tocsin.Report, error]
	// Report returns one report; NotFound where the view does not show it.
	Report(ctx context.Context, id string) (tocsin.Report, error)
	// Raw returns the bytes a report came as.
	Raw(ctx context.Context, id string) ([]byte, error)
}

// A StatementView shows the latest reading of each report that no later report
// revises.
type StatementView interface {
	// Readings yields them in the order of their reports.
	Readings(ctx context.Context) iter.Seq2[tocsin.Reading, error]
	// Statements yields their statements in the order of the reports and, within
	// one, of the reading. Recorded is the reading's.
	Statements(ctx context.Context, f Filter) iter.Seq2[tocsin.Statement, error]
	// Count counts what is shown, without reading it.
	Count(ctx context.Context) (Counts, error)
	// Links yields the links those readings found.
	Links(ctx context.Context) iter.Seq2[tocsin.Link, error]
}

// Counts are how many things a view shows.
type Counts struct {
	Reports    int
	Readings   int
	Statements int
}

// A Filter narrows statements. Empty fields do not.
type Filter struct {
	Report  string
	IDs     []string
	Kinds   []tocsin.Kind
	Speaker string // as named among who says it, folded as Words folds
}

// A SearchView searches what it shows. Which hits are best is for the backend to
// say; which there are is not. A report is searched under its newest title and
// publisher.
type SearchView interface {
	SearchReports(ctx context.Context, q Query) ([]Hit, error)
	// SearchStatements leaves out what is personal.
	SearchStatements(ctx context.Context, q Query) ([]Hit, error)
}

// An EventView shows datasets.
type EventView interface {
	// Vintages lists the vintages in use (see InUse), by dataset, newest first.
	Vintages(ctx context.Context) ([]Vintage, error)
	// Events yields the events of the vintages in use, of the datasets named or
	// of all. Where two vintages hold an event of one id, the newer one's counts.
	Events(ctx context.Context, datasets ...string) iter.Seq2[tocsin.DataEvent, error]
	// AllVintages lists every vintage the view may show, those that newer ones
	// replace too, in the order of Vintages.
	AllVintages(ctx context.Context) ([]Vintage, error)
	// VintageEvents yields the events of one file, by the SHA-256 of its
	// vintage, in the order of the file; NotFound where the view does not show it.
	VintageEvents(ctx context.Context, sha256 string) iter.Seq2[tocsin.DataEvent, error]
	// Places lists the place files, oldest record first; PlaceBytes returns one's
	// bytes by its SHA-256.
	Places(ctx context.Context) ([]PlaceFile, error)
	PlaceBytes(ctx context.Context, sha256 string) ([]byte, error)
}

// A JudgementView shows what persons and rules decided, oldest first.
type JudgementView interface {
	Reviews(ctx context.Context) iter.Seq2[tocsin.Review, error]
	Matches(ctx context.Context) iter.Seq2[tocsin.Match, error]
	Grades(ctx context.Context) iter.Seq2[tocsin.Grade, error]
	Marks(ctx context.Context) iter.Seq2[tocsin.Mark, error]
	Undos(ctx context.Context) iter.Seq2[tocsin.Undo, error]
	Briefs(ctx context.Context) iter.Seq2[tocsin.KeptBrief, error]
	Redactions(ctx context.Context) iter.Seq2[tocsin.Redaction, error]
}

// A Change is an entry of the log as [View].Changes tells of it.
type Change struct {
	Entry
	Destroyed bool // its body went with a redaction
	// Of a reading: the statements that the reading before it of this report did
	// not have, and those that it had and this one has not.
	Added, Gone []string
}
