package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"tocsin"
	"tocsin/source/feed"
	"tocsin/source/file"
)

// A Fetcher asks the web; package feed has one.
type Fetcher interface {
	Get(ctx context.Context, address string, local bool, c feed.Condition) (feed.Answer, error)
}

// FetchOptions say how feeds are asked.
type FetchOptions struct {
	Web  Fetcher
	Now  bool                                       // ask feeds that are not due too
	Each func(Item)                                 // called for each entry when it is done with, and safe on the disk; may be nil
	Wait func(context.Context, time.Duration) error // between two pages; nil for not at all
}

// What became of an entry of a feed, or of a file of a folder.
const (
	ItemNew     = "new"
	ItemRevised = "revised" // a new version of a report that is held
	ItemHeld    = "held"    // seen before, or held from elsewhere
	ItemRefused = "refused"
	ItemLater   = "later" // could not be had now, and is tried again
)

// An Item is one entry of a feed, or one report of a file in a folder.
type Item struct {
	What       string
	Name       string // its title, or the file
	Address    string
	Report     string // id, "" where none was kept
	Revises    string
	Statements int
	Unread     string // why a report that was kept was not read
	Why        string // why it was refused, or is tried later
	Copies     []string
}

// A Round is what asking one feed once gave. Entries is the sum of the counts of
// all kinds.
type Round struct {
	Feed    Feed
	Waits   string // why it was not asked; "" where it was
	Same    bool   // it says that nothing has changed
	Entries int
	Counts  map[string]int // entries by what became of them
	Items   []Item         // those that are not held from before
	Left    int            // entries beyond what is taken at once
}

// Pauses and bounds of a round.
const (
	pagePause   = time.Second
	maxPages    = 60 // fetched in one round; the rest in the next
	fullArticle = 600
	firstPause  = 15 * time.Minute // after a first failure; doubled with each, to a day
	longPause   = 24 * time.Hour
)

// A round under way.
type round struct {
	d     *Desk
	o     FetchOptions
	feed  *Feed
	out   Round
	seen  map[string]seen // what Feed.Seen will be
	pages int
}

// Fetch asks one feed and keeps what is new in it. The error is the feed's, told
// in its record too; what was kept before stands. A program that is stopped
// anywhere in it loses no report that was told of, and doubles none: reports are
// found again by their address and text.
func (d *Desk) Fetch(ctx context.Context, address string, o FetchOptions) (Round, error) {
	f, err := d.feed(address)
	if err != nil {
		return Round{}, err
	}
	r := &round{d: d, o: o, feed: f, out: Round{Counts: make(map[string]int)}, seen: make(map[string]seen)}
	now := d.now().UTC()
	switch {
	case o.Now:
	case f.Gone:
		r.out.Waits = "its server says that it is gone for good"
	case now.Before(f.Next):
		r.out.Waits = "not due before " + f.Next.Format("2006-01-02 15:04") + " UTC"
	}
	if r.out.Waits != "" {
		r.out.Feed = *f
		return r.out, nil
	}
	f.Tried = now
	if f.Folder {
		err = r.folder(ctx)
	} else {
		err = r.web(ctx)
	}
	if ctx.Err() != nil {
		return r.out, ctx.Err()
	}
	if err == nil {
		err = r.copies(ctx)
	}
	r.settle(err)
	if serr := d.saveFeed(f); serr != nil {
		err = errors.Join(err, serr)
	}
	r.out.Feed = *f
	return r.out, err
}

// settle writes into the feed how the round went, and when the next is due.
func (r *round) settle(err error) {
	f := r.feed
	if err == nil {
		f.Answered, f.Failing, f.Failures, f.Error, f.Gone, f.Next = f.Tried, time.Time{}, 0, "", false, time.Time{}
		return
	}
	if f.Failing.IsZero() {
		f.Failing = f.Tried
	}
	f.Failures++
	f.Error = fmt.Sprintf("%.500s", tocsin.Clean(err.Error()))
	wait := min(firstPause<<min(f.Failures-1, 10), longPause)
	if ref, ok := errors.AsType[*feed.Refusal](err); ok {
		wait = max(wait, ref.Wait)
		f.Gone = ref.Gone()
	}
	f.Next = f.Tried.Add(wait)
}

// web asks an address.
func (r *round) web(ctx context.Context) error {
	if r.o.Web == nil {
		return tocsin.Errorf(tocsin.Internal, "", "a feed of the web was asked for without a fetcher")
	}
	f, cond := r.feed, r.feed.Condition
	for _, s := range f.Seen {
		if r.worthALook(&s) { // its entries are needed to find the page again
			cond = feed.Condition{}
		}
	}
	a, err := r.o.Web.Get(ctx, f.Address, f.Local, cond)
	if err != nil {
		return err
	}
	f.Moved = a.Moved
	if a.Same {
		r.out.Same = true
		return nil
	}
	got, err := feed.Parse(f.Address, a.Raw)
	if err != nil {
		return err
	}
	f.Title, r.out.Left = cmp.Or(got.Title, f.Title), got.Left
	for _, e := range distinct(f.Address, got.Entries) {
		if err := r.entry(ctx, e); err != nil {
			return err
		}
	}
	f.Seen, f.Condition = r.seen, a.Condition
	if r.out.Counts[ItemLater] > 0 {
		f.Condition = feed.Condition{} // else the server would say that nothing has changed
	}
	return nil
}

// distinct gives every entry an address and an id of its own: some feeds give all
// their entries one.
func distinct(address string, list []file.FeedEntry) []file.FeedEntry {
	urls, ids := make(map[string]int), make(map[string]int)
	for _, e := range list {
		urls[addressKey(e.URL)]++
	}
	for i := range list {
		e := &list[i]
		if ids[e.ID]++; ids[e.ID] > 1 {
			e.ID = fmt.Sprintf("%s (%d)", e.ID, ids[e.ID])
		}
		if e.URL == "" || urls[addressKey(e.URL)] > 1 {
			e.URL = address + "#id=" + tocsin.Hash([]byte(e.ID))[7:23]
		}
	}
	return list
}

// entry deals with one entry of a feed.
func (r *round) entry(ctx context.Context, e file.FeedEntry) error {
	raw, err := json.Marshal(e)
	if err != nil {
		return tocsin.Errorf(tocsin.Internal, "", "write an entry down: %w", err)
	}
	mark := tocsin.Hash(raw)[7:39]
	item := Item{Name: cmp.Or(e.Title, e.URL), Address: e.URL}
	if old, ok := r.feed.Seen[e.ID]; ok && old.Mark == mark {
		r.seen[e.ID] = old
		if old.Error == "" && r.worthALook(&old) {
			return r.lookAgain(ctx, e, old, item)
		}
		item.What, item.Report, item.Why = ItemHeld, old.Report, old.Error
		if old.Error != "" {
			item.What = ItemRefused
		}
		r.tell(item, true)
		return nil
	}
	asked := r.pages
	part, later, ok := r.part(ctx, e, raw)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !ok {
		item.What, item.Why = ItemLater, later
		r.tell(item, false)
		return nil
	}
	done, err := r.take(ctx, part)
	if err != nil && (ctx.Err() != nil || lasting(err)) {
		return err
	}
	r.outcome(&item, done, err)
	if later == "" {
		s := seen{Mark: mark, Report: item.Report, Error: item.Why}
		if part.Options.MediaType != file.Entry && r.pages > asked {
			s.First, s.Looked = r.feed.Tried, r.feed.Tried
		}
		r.seen[e.ID] = s
	} else {
		item.Why = later
		r.out.Counts[ItemLater]++ // its page is asked for again; the entry counts as what it is now
		r.out.Counts[item.What]--
	}
	r.tell(item, false)
	return nil
}

func (r *round) take(ctx context.Context, part file.Part) (ImportedReport, error) {
	r.d.intake.mu.Lock()
	defer r.d.intake.mu.Unlock()
	return r.d.takeIn(ctx, part, false)
}

// outcome puts what became of a report into an item, and into the feed's counts.
func (r *round) outcome(item *Item, done ImportedReport, err error) {
	switch {
	case err != nil:
		item.What, item.Why = ItemRefused, fmt.Sprintf("%.500s", tocsin.Clean(err.Error()))
		r.feed.Refused++
		return
	case done.Already:
		item.What = ItemHeld
	case done.Revised:
		item.What, item.Revises = ItemRevised, done.Report.Revises
	default:
		item.What = ItemNew
	}
	item.Report, item.Statements, item.Unread = done.Report.ID, len(done.Reading.Statements), done.Unread
	if item.What != ItemHeld {
		r.feed.Kept++
		r.feed.News = r.feed.Tried
	}
}

// tell counts an item and, where it is news, hands it on.
func (r *round) tell(item Item, before bool) {
	r.out.Entries++
	r.out.Counts[item.What]++
	if before {
		return
	}
	r.out.Items = append(r.out.Items, item)
	if r.o.Each != nil {
		r.o.Each(item)
	}
}
