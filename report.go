package tocsin

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// A Report is one document as it arrived. Its ID is the hash of the raw bytes;
// statements point into Text, whose hash is kept apart so that a change of the
// extractor shows. An edited article is another Report that names the one it
// revises.
type Report struct {
	ID        string     `json:"id"`        // "sha256:…" of the raw bytes
	TextHash  string     `json:"text_hash"` // "sha256:…" of Text
	Publisher string     `json:"publisher"`
	Title     string     `json:"title"`
	URL       string     `json:"url"`
	Published Date       `json:"published"`
	Retrieved *time.Time `json:"retrieved"`
	Language  string     `json:"language"` // BCP 47: "en"
	MediaType string     `json:"media_type"`
	Marking   string     `json:"marking"` // TLP label, "" where none was given
	Revises   string     `json:"revises"`
	Text      string     `json:"text"`
	Pages     []int      `json:"pages,omitempty"` // byte of Text at which each page of a paged file begins
	Notes     []string   `json:"notes"`           // how publisher and date were found, what the extractor met
}

// Hash returns "sha256:" and the hex digest of b.
func Hash(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// A Reading is one pass of one reader over one report. A view uses the latest
// reading of each report; earlier ones stay.
type Reading struct {
	ID         string    `json:"id"`
	Report     string    `json:"report"`
	Reader     string    `json:"reader"`
	Recorded   time.Time `json:"recorded"`
	Statements []string  `json:"statements"`
}

// A Link joins two statements.
type Link struct {
	Kind     string     `json:"kind"` // same, contradicts, alternative, elaborates, refers_to, cause
	From     string     `json:"from"`
	To       string     `json:"to"`
	By       string     `json:"by"`
	Why      string     `json:"why"`
	Recorded *time.Time `json:"recorded"`
}

// A Match is the verdict of a person or a rule that two mentions are one actor
// or one place. It is taken back by an Undo, or by a later Match of the same two.
type Match struct {
	Kind     string    `json:"kind"` // actor or place; "" in a record of before there were kinds
	Left     string    `json:"left"`
	Right    string    `json:"right"`
	Verdict  string    `json:"verdict"` // positive, negative, unsure
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Recorded time.Time `json:"recorded"`
}

// A Review is a person's accept, reject or correction of a statement.
type Review struct {
	Statement  string     `json:"statement"`
	Verdict    string     `json:"verdict"` // accept, reject, correct
	Correction *Statement `json:"correction"`
	By         string     `json:"by"`
	Why        string     `json:"why"`
	Recorded   time.Time  `json:"recorded"`
}

// A Redaction records that bytes were destroyed on a person's order. The hash
// and the reason stay.
type Redaction struct {
	Hash     string    `json:"hash"`
	By       string    `json:"by"`
	Why      string    `json:"why"`
	Recorded time.Time `json:"recorded"`
}
