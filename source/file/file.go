// Package file reads one report from the bytes of a text, Markdown or HTML file.
package file

import (
	"time"

	"tocsin"
)

// MaxBytes is how large a report may be where Options do not say.
const MaxBytes = 16 << 20

// Options are what the caller knows of a report; what is empty is looked for in
// the file.
type Options struct {
	Publisher string
	Title     string
	URL       string
	Published tocsin.Date
	Retrieved *time.Time
	Marking   string // TLP label
	Revises   string // id of the report that this one replaces
	MediaType string // "text/plain", "text/markdown", "text/html"; "" to tell by name and content
	MaxBytes  int    // 0 means MaxBytes
}

// Read makes a Report of raw.
func Read(name string, raw []byte, o Options) (tocsin.Report, []tocsin.Warning, error) {
	return tocsin.Report{}, nil, tocsin.Errorf(tocsin.Unsupported, "", "not built yet")
}
