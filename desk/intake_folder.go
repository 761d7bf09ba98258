package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tocsin"
	"tocsin/source/file"
)

// Bounds of a folder.
const (
	maxFiles = 20000
	settled  = 2 * time.Second // a file changed less than that ago may still be written
)

// folder deals with the files of a folder and of those in it, by name.
func (r *round) folder(ctx context.Context) error {
	n := 0
	err := filepath.WalkDir(r.feed.Address, func(path string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return dirError(path, err)
		case path != r.feed.Address && passedOver(e.Name()):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !e.Type().IsRegular(): // links are not followed: they may lead anywhere
			return nil
		}
		if n++; n > maxFiles {
			return tocsin.Errorf(tocsin.Invalid, "add the folders in it one by one", "%s holds more than %d files", r.feed.Address, maxFiles)
		}
		return r.file(ctx, path, e)
	})
	if err != nil {
		return err
	}
	r.feed.Seen = r.seen
	return nil
}

// passedOver reports what other programs keep beside files: hidden ones, and what
// is still being written.
func passedOver(name string) bool {
	low := strings.ToLower(name)
	for _, end := range []string{"~", ".tmp", ".part", ".crdownload", ".swp"} {
		if strings.HasSuffix(low, end) {
			return true
		}
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}

// file deals with one file. One that was seen and has changed since is a new
// version.
func (r *round) file(ctx context.Context, path string, e fs.DirEntry) error {
	name, err := filepath.Rel(r.feed.Address, path)
	if err != nil {
		name = path
	}
	item := Item{Name: name}
	info, err := e.Info()
	if err != nil {
		return nil // taken away since
	}
	mark := fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
	old, known := r.feed.Seen[name]
	if known && old.Mark == mark {
		r.seen[name] = old
		item.What, item.Report, item.Why = ItemHeld, old.Report, old.Error
		if old.Error != "" {
			item.What = ItemRefused
		}
		r.tell(item, true)
		return nil
	}
	if r.feed.Tried.Sub(info.ModTime()) < settled && info.ModTime().Before(r.feed.Tried.Add(settled)) {
		item.What, item.Why = ItemLater, "it was written a moment ago"
		r.tell(item, false)
		return nil
	}
	now := seen{Mark: mark}
	raw, err := readWhole(path, file.MaxBytes)
	if err != nil {
		item.What, item.Why = ItemRefused, tocsin.Clean(err.Error())
		r.feed.Refused++
		r.tell(item, false)
		now.Error = item.Why
		r.seen[name] = now
		return nil
	}
	outcomes, err := r.takeFile(ctx, name, raw, old.Report)
	if err != nil {
		return err
	}
	for _, o := range outcomes {
		item := Item{Name: o.Name}
		r.outcome(&item, o.ImportedReport, o.Err)
		if len(outcomes) == 1 {
			now.Report, now.Error = item.Report, item.Why
		}
		r.tell(item, false)
	}
	r.seen[name] = now
	return r.checkpoint(name, now)
}

// checkpoint saves that one file is done with, so that a program stopped now
// need not look at it again.
func (r *round) checkpoint(name string, s seen) error {
	if r.feed.Seen == nil {
		r.feed.Seen = make(map[string]seen)
	}
	r.feed.Seen[name] = s
	return r.d.saveFeed(r.feed)
}

func (r *round) takeFile(ctx context.Context, name string, raw []byte, before string) ([]Outcome, error) {
	r.d.intake.mu.Lock()
	defer r.d.intake.mu.Unlock()
	o := file.Options{Publisher: r.feed.Publisher, Cover: &file.Cover{Where: "the folder", Note: "found in a folder that is watched"}}
	if before != "" && before != tocsin.Hash(raw) {
		if err := r.d.know(ctx); err != nil {
			return nil, err
		}
		if !r.d.intake.held.ids[tocsin.Hash(raw)] {
			o.Revises = before
		}
	}
	return r.d.takeFile(ctx, name, raw, o, false)
}

// readWhole reads a file to a limit.
func readWhole(path string, limit int64) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: path}, Hint: "see who may read it (ls -l)", Err: errors.New("cannot be read")}
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(raw)) > limit {
		err = fmt.Errorf("is larger than %d MB", limit>>20)
	}
	if err != nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: path}, Hint: "give a smaller file", Err: err}
	}
	return raw, nil
}
