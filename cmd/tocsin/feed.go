package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/source/feed"
)

type feedCmd struct {
	Add    feedAddCmd    `cmd:"" help:"Add a feed (RSS, Atom, JSON Feed) or a folder."`
	List   feedListCmd   `cmd:"" help:"Show how each feed does, the dead ones first."`
	Fetch  feedFetchCmd  `cmd:"" help:"Ask the feeds that are due, once."`
	Watch  feedWatchCmd  `cmd:"" help:"Ask the feeds again and again until stopped."`
	Remove feedRemoveCmd `cmd:"" help:"Forget a feed; its reports stay."`
}

type feedAddCmd struct {
	Address   string `arg:"" help:"Address of the feed, or a folder."`
	Publisher string `help:"Who puts its reports out; else the feed's own title." placeholder:"NAME"`
	Pages     string `help:"Whether to fetch the page an entry leads to: auto (where the feed gives less than an article), always, never." enum:"auto,always,never" default:"auto"`
	Local     bool   `help:"The feed lies on this machine or in a private network."`
}

// Run adds a feed. Nothing is fetched yet.
func (c *feedAddCmd) Run(a *app) error {
	d, err := a.create()
	if err != nil {
		return err
	}
	defer d.Close()
	f := desk.Feed{Address: c.Address, Publisher: c.Publisher, Pages: c.Pages, Local: c.Local}
	if !strings.Contains(c.Address, "://") {
		if _, err := os.Stat(c.Address); err != nil && !strings.HasPrefix(c.Address, ".") && !filepath.IsAbs(c.Address) && strings.Contains(c.Address, ".") {
			return usageError{fmt.Errorf("%s is no folder here; an address begins with https:// or http://", c.Address)}
		}
		f.Folder = true
		if f.Address, err = filepath.Abs(c.Address); err != nil {
			return err
		}
	}
	added, err := d.AddFeed(a.ctx, f)
	if err != nil {
		return err
	}
	if added {
		a.say("added %s; fetch it with 'tocsin feed fetch'", f.Address)
	} else {
		a.say("changed %s", f.Address)
	}
	return nil
}

type feedRemoveCmd struct {
	Address string `arg:"" help:"The feed, by its address or a word of its title that is no other's."`
}

// Run forgets a feed.
func (c *feedRemoveCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	return d.RemoveFeed(c.Address)
}

type feedListCmd struct {
	Format string `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Run prints the feeds with their state.
func (c *feedListCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	list, err := d.FeedHealth()
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("the desk has no feed"), Hint: "add one: tocsin feed add URL, or a folder: tocsin feed add DIR"}
	}
	if c.Format == formatJSONL {
		return printJSONL(a.out, withoutSeen(list))
	}
	t := &table{columns: []column{{"feed", 50, false}, {"state", 14, false}, {"since", 16, false}, {"answered", 16, false}, {"last news", 16, false}, {"kept", 7, true}, {"refused", 7, true}}}
	for _, sick := range []bool{true, false} {
		for _, h := range list {
			if (h.State != desk.FeedWell) != sick {
				continue
			}
			f := h.Feed
			row := tableRow{cells: []string{tocsin.Clean(f.Name()), h.State, minute(h.Since), minute(f.Answered), minute(f.News), thousands(f.Kept), thousands(f.Refused)}}
			if f.Title != "" {
				row.below = append(row.below, f.Address)
			}
			if h.Why != "" {
				row.below = append(row.below, tocsin.Clean(h.Why))
			}
			if !f.Next.IsZero() && f.Next.After(a.now()) && !f.Gone {
				row.below = append(row.below, fmt.Sprintf("failed %s; asked again at %s UTC", times(f.Failures), minute(f.Next)))
			}
			if f.Moved != "" {
				row.below = append(row.below, "it says it has moved for good to "+tocsin.Clean(f.Moved)+": add that and remove this")
			}
			t.rows = append(t.rows, row)
		}
	}
	if err := t.print(a.out, a.width); err != nil {
		return err
	}
	if s := desk.Ailing(list); s != "" {
		a.say("note: %s", s)
	}
	return nil
}

// withoutSeen leaves the marks of entries out of what is printed.
func withoutSeen(list []desk.Health) []desk.Health {
	for i := range list {
		list[i].Feed.Seen = nil
	}
	return list
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func minute(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04")
}

type feedFetchCmd struct {
	Feeds []string `arg:"" optional:"" name:"feed" help:"Feeds to ask; all if none is named."`
	Now   bool     `help:"Ask feeds too that are not due, after a failure."`
}

// Run asks each feed once. One that fails does not keep the next from being asked.
func (c *feedFetchCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	failed, err := a.fetchAll(d, feed.NewClient(feed.Options{}), c.Feeds, c.Now)
	if err == nil && failed > 0 {
		err = errSaid
	}
	return err
}

// fetchAll asks feeds, all of them if none is named, and says what came.
func (a *app) fetchAll(d *desk.Desk, web *feed.Client, names []string, now bool) (failed int, err error) {
	if len(names) == 0 {
		all, err := d.Feeds()
		if err != nil {
			return 0, err
		}
		for _, f := range all {
			names = append(names, f.Address)
		}
	}
	if len(names) == 0 {
		return 0, &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("the desk has no feed"), Hint: "add one: tocsin feed add URL, or a folder: tocsin feed add DIR"}
	}
	for _, name := range names {
		o := desk.FetchOptions{Web: web, Now: now, Each: a.sayItem, Wait: pause}
		r, err := d.Fetch(a.ctx, name, o)
		if a.ctx.Err() != nil {
			return failed, a.ctx.Err()
		}
		a.sayRound(cmp.Or(r.Feed.Address, name), &r, err)
		if err != nil {
			failed++
		}
	}
	return failed, nil
}

// pause waits, or until the program is stopped.
func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// sayItem says what became of one entry, once that is safe on the disk.
func (a *app) sayItem(it desk.Item) {
	s := it.What + ": " + tocsin.Clean(it.Name)
	switch {
	case it.Unread != "":
		s += " (" + reportID(it.Report) + "; " + it.Unread + ")"
	case it.Report != "" && it.What != desk.ItemHeld:
		s += " (" + reportID(it.Report) + ", " + count(it.Statements, "statement")
		if it.Revises != "" {
			s += ", a new version of " + reportID(it.Revises)
		}
		s += ")"
	}
	if it.Why != "" {
		s += "; " + it.Why
	}
	a.say("%s", s)
}

// sayRound sums a feed's answer up: entries = new + revised + held + refused + later.
func (a *app) sayRound(address string, r *desk.Round, err error) {
	switch {
	case r.Waits != "":
		a.say("%s: not asked: %s (--now asks all the same)", address, r.Waits)
		return
	case r.Same:
		a.say("%s: nothing new since the last time", address)
	case r.Entries > 0 || err == nil:
		entries := count(r.Entries, "entry")
		if r.Feed.Folder {
			entries = count(r.Entries, "report")
		}
		s := fmt.Sprintf("%s: %s = %d new + %d revised + %d held already + %d refused + %d later", address, entries,
			r.Counts[desk.ItemNew], r.Counts[desk.ItemRevised], r.Counts[desk.ItemHeld], r.Counts[desk.ItemRefused], r.Counts[desk.ItemLater])
		if r.Left > 0 {
			s += fmt.Sprintf("; %s beyond what one answer may hold were not taken", count(r.Left, "entry"))
		}
		a.say("%s", s)
		for _, it := range r.Items {
			if len(it.Copies) > 0 {
				a.say("note: %s (%s) tells the same in almost the same words as %s: one origin", tocsin.Clean(it.Name), reportID(it.Report), manyIDs(it.Copies))
			}
		}
	}
	if err != nil {
		a.code(err)
		if !r.Feed.Next.IsZero() && !r.Feed.Gone {
			a.say("note: %s has failed %s and is asked again after %s UTC", address, times(r.Feed.Failures), minute(r.Feed.Next))
		}
	}
}

func manyIDs(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, reportID(id))
	}
	return strings.Join(out, ", ")
}

type feedWatchCmd struct {
	Every time.Duration `help:"How long to wait between two rounds, at least a minute." default:"30m"`
	Once  bool          `help:"Ask once what is due and end, as a timer of the system would have it."`
}

// Run asks the feeds round after round. The desk is open during a round alone, so
// that other commands can work on it in between. It ends when it is stopped.
func (c *feedWatchCmd) Run(a *app) error {
	if c.Every < time.Minute {
		return usageError{errors.New("--every is at least 1m: feeds are other people's machines")}
	}
	for {
		if err := a.watchRound(); err != nil || c.Once {
			return err
		}
		a.say("next round at %s UTC; stop with Ctrl-C", minute(a.now().Add(c.Every)))
		if err := pause(a.ctx, c.Every); err != nil {
			return err
		}
	}
}

// watchRound asks what is due and says which feeds do not do well.
func (a *app) watchRound() error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	if _, err := a.fetchAll(d, feed.NewClient(feed.Options{}), nil, false); err != nil {
		return err
	}
	list, err := d.FeedHealth()
	if err != nil {
		return err
	}
	if s := desk.Ailing(list); s != "" {
		a.say("note: %s", s)
	}
	return nil
}
