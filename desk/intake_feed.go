package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tocsin"
	"tocsin/source/feed"
)

// feedsDir is where a desk keeps what it knows of its feeds: one small file a
// feed, each written whole. No report is in them: what was fetched is in the
// ledger, and a lost file costs a second fetch and doubles nothing.
const feedsDir = "feeds"

// A Feed is an address or a folder that is asked for reports on a clock.
type Feed struct {
	Address   string    `json:"address"` // of the web, or the full path of a folder
	Folder    bool      `json:"folder"`
	Local     bool      `json:"local"`     // may lie on this machine or in a private network
	Publisher string    `json:"publisher"` // of its reports, where they do not tell; "" for the feed's title
	Pages     string    `json:"pages"`     // whether the pages that entries lead to are fetched: auto, always, never
	Added     time.Time `json:"added"`

	Title     string         `json:"title"` // as the feed gives it
	Condition feed.Condition `json:"condition"`
	Moved     string         `json:"moved"` // where it says it has moved to for good
	Tried     time.Time      `json:"tried"` // last asked
	Answered  time.Time      `json:"answered"`
	News      time.Time      `json:"news"`    // when the last new report came
	Failing   time.Time      `json:"failing"` // since when each try has failed; zero where the last did not
	Failures  int            `json:"failures"`
	Error     string         `json:"error"` // of the last try
	Gone      bool           `json:"gone"`  // its server says so
	Next      time.Time      `json:"next"`  // not asked before
	Kept      int            `json:"kept"`  // reports in all
	Refused   int            `json:"refused"`

	// Seen are the marks of the entries of the last answer, or of the files of a
	// folder, that are done with.
	Seen map[string]seen `json:"seen"`
}

// seen is what an entry or file looked like when it was done with.
type seen struct {
	Mark   string `json:"mark"`
	Report string `json:"report,omitempty"`
	Error  string `json:"error,omitempty"` // why it was refused
	// Of a page that was fetched: when first and when last.
	First  time.Time `json:"first,omitzero"`
	Looked time.Time `json:"looked,omitzero"`
}

// Name is how a feed is called: its title, else its address.
func (f *Feed) Name() string { return cmp.Or(f.Title, f.Address) }

// How the pages of entries are fetched.
const (
	PagesAuto   = "auto" // where the feed gives less than an article
	PagesAlways = "always"
	PagesNever  = "never"
)

// AddFeed adds a feed, or changes the settings of one. A folder is added by its
// full path. It asks nobody: the first fetch does.
func (d *Desk) AddFeed(ctx context.Context, f Feed) (added bool, err error) {
	f.Pages = cmp.Or(f.Pages, PagesAuto)
	if !slices.Contains([]string{PagesAuto, PagesAlways, PagesNever}, f.Pages) {
		return false, tocsin.Errorf(tocsin.Invalid, "say auto, always or never", "pages %q", f.Pages)
	}
	if f.Folder {
		info, err := os.Stat(f.Address)
		if err != nil || !info.IsDir() {
			return false, tocsin.Errorf(tocsin.NotFound, "give a folder that is there, or an address that begins with https://", "%s is no folder", f.Address)
		}
	} else if err := feed.Check(f.Address); err != nil {
		return false, err
	}
	old, err := d.feed(f.Address)
	switch {
	case tocsin.CodeOf(err) == tocsin.NotFound:
		f.Added = d.now().UTC()
		return true, d.saveFeed(&f)
	case err != nil:
		return false, err
	}
	old.Local, old.Publisher, old.Pages, old.Next = f.Local, f.Publisher, f.Pages, time.Time{}
	return false, d.saveFeed(old)
}

// RemoveFeed forgets a feed. Its reports stay.
func (d *Desk) RemoveFeed(address string) error {
	f, err := d.feed(address)
	if err != nil {
		return err
	}
	if d.dir == "" {
		delete(d.intake.feeds, f.Address)
		return nil
	}
	if err := os.Remove(d.feedFile(f.Address)); err != nil {
		return dirError(d.dir, err)
	}
	return nil
}

// Feeds lists the feeds by address.
func (d *Desk) Feeds() ([]Feed, error) {
	var out []Feed
	if d.dir == "" {
		for _, f := range d.intake.feeds {
			out = append(out, f)
		}
	} else {
		files, err := os.ReadDir(filepath.Join(d.dir, feedsDir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, dirError(d.dir, err)
		}
		for _, file := range files {
			if filepath.Ext(file.Name()) != ".json" {
				continue // what a stopped program left of writing one
			}
			f, err := readFeed(filepath.Join(d.dir, feedsDir, file.Name()))
			if err != nil {
				return nil, err
			}
			out = append(out, *f)
		}
	}
	slices.SortFunc(out, func(a, b Feed) int { return cmp.Compare(a.Address, b.Address) })
	return out, nil
}

// feed finds one by its address, or by a part of it or of its title that is no
// other's.
func (d *Desk) feed(address string) (*Feed, error) {
	all, err := d.Feeds()
	if err != nil {
		return nil, err
	}
	var found []Feed
	for _, f := range all {
		if f.Address == address {
			return &f, nil
		}
		if strings.Contains(strings.ToLower(f.Address+" "+f.Title), strings.ToLower(address)) {
			found = append(found, f)
		}
	}
	switch {
	case len(found) == 1 && !strings.Contains(address, "/"):
		return &found[0], nil
	case len(found) > 1 && !strings.Contains(address, "/"):
		return nil, tocsin.Errorf(tocsin.Invalid, "give its whole address, as 'tocsin feed list' shows it", "%d feeds are called something with %q", len(found), address)
	}
	return nil, tocsin.Errorf(tocsin.NotFound, "see 'tocsin feed list'", "there is no feed %.200s", address)
}

func (d *Desk) feedFile(address string) string {
	return filepath.Join(d.dir, feedsDir, strings.TrimPrefix(tocsin.Hash([]byte(address)), "sha256:")[:32]+".json")
}

// maxFeedFile is the largest file of a feed's state that is read, in bytes.
const maxFeedFile = 32 << 20

func readFeed(path string) (*Feed, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, dirError(path, err)
	}
	if info.Size() > maxFeedFile {
		return nil, tocsin.Errorf(tocsin.Invalid, "move the file away: the feed is then added anew, and nothing is doubled", "%s has %d bytes", path, info.Size())
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, dirError(path, err)
	}
	var f Feed
	if err := json.Unmarshal(raw, &f); err != nil || f.Address == "" {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: path}, Err: fmt.Errorf("is no record of a feed: %v", err),
			Hint: "move the file away and add the feed anew: nothing is doubled"}
	}
	return &f, nil
}

// saveFeed writes a feed's file whole, or leaves the one that is there.
func (d *Desk) saveFeed(f *Feed) error {
	if d.dir == "" {
		if d.intake.feeds == nil {
			d.intake.feeds = make(map[string]Feed)
		}
		d.intake.feeds[f.Address] = *f
		return nil
	}
	if err := os.MkdirAll(filepath.Join(d.dir, feedsDir), 0o700); err != nil {
		return dirError(d.dir, err)
	}
	raw, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return tocsin.Errorf(tocsin.Internal, "", "write a feed down: %w", err)
	}
	path := d.feedFile(f.Address)
	part, err := os.CreateTemp(filepath.Dir(path), "part-*")
	if err != nil {
		return dirError(d.dir, err)
	}
	defer os.Remove(part.Name())
	_, err = part.Write(raw)
	if err = errors.Join(err, part.Sync(), part.Close()); err != nil {
		return dirError(d.dir, err)
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return dirError(d.dir, err)
	}
	return nil
}
