package desk

import (
	"context"
	"errors"
	"fmt"
	"time"
	"unicode/utf8"

	"tocsin"
	"tocsin/link"
	"tocsin/source/feed"
	"tocsin/source/file"
)

// part decides what of an entry is kept as the report: the page it leads to where
// the feed gives less than an article, else the entry as the feed gives it. later
// says why a page could not be had now; the entry is then kept in its place and
// the page asked for again. ok is false where there is nothing to keep yet.
func (r *round) part(ctx context.Context, e file.FeedEntry, raw []byte) (p file.Part, later string, ok bool) {
	own := file.Part{Name: e.URL, Raw: raw, Options: file.Options{MediaType: file.Entry, URL: e.URL, Publisher: r.feed.Publisher}}
	text, _, err := file.Read(own.Name, raw, own.Options)
	length := 0
	if err == nil {
		length = utf8.RuneCountInString(text.Text)
	}
	leads := addressKey(e.URL) != "" && !ownAddress(e.URL)
	if !leads || r.feed.Pages == PagesNever || r.feed.Pages != PagesAlways && (e.HTML != "" || e.Text != "") && length >= fullArticle {
		return own, "", true
	}
	if r.pages >= maxPages {
		return own, fmt.Sprintf("%d pages were fetched in this round; the rest follow in the next", maxPages), false
	}
	if r.pages++; r.pages > 1 && r.o.Wait != nil {
		if err := r.o.Wait(ctx, pagePause); err != nil {
			return own, "", false
		}
	}
	page, err := r.page(ctx, e, length)
	if err == nil {
		return page, "", true
	}
	why := "its page could not be taken (" + tocsin.Clean(err.Error()) + ")"
	if ref, ok := errors.AsType[*feed.Refusal](err); ok && !ref.Lasting() && tocsin.CodeOf(err) == tocsin.Unavailable {
		later = why
	}
	own.Options.Cover = &file.Cover{Where: "the feed", Note: why + ": what the feed gives is read"}
	return own, later, length > 0 || later == ""
}

// ownAddress reports an address that [distinct] has made up.
func ownAddress(address string) bool {
	key := addressKey(address)
	for i := len(key) - 1; i > 0; i-- {
		if key[i] == '#' {
			return true
		}
	}
	return false
}

// page fetches the page of an entry and sees that it holds more than the entry:
// many pages are a wall that asks for consent or money.
func (r *round) page(ctx context.Context, e file.FeedEntry, least int) (file.Part, error) {
	a, err := r.o.Web.Get(ctx, e.URL, r.feed.Local, feed.Condition{})
	if err != nil {
		return file.Part{}, err
	}
	p := file.Part{Name: e.URL, Raw: a.Raw, Options: file.Options{URL: e.URL, Publisher: r.feed.Publisher, Charset: a.Charset,
		Cover: &file.Cover{Where: "the feed", Publisher: r.feed.Title, Published: e.Published, Note: "found through the feed " + r.feed.Address}}}
	switch a.MediaType {
	case "text/html", "application/xhtml+xml":
		p.Options.MediaType = file.HTML
	case "text/plain":
		p.Options.MediaType = file.Plain
	case "application/pdf", "application/octet-stream", file.Word, "":
	default:
		return p, tocsin.Errorf(tocsin.Unsupported, "open it yourself", "is of the kind %s", tocsin.Clean(a.MediaType))
	}
	rep, _, err := file.Read(p.Name, p.Raw, r.d.reads(ctx, p.Options))
	if err != nil {
		return p, err
	}
	if n := utf8.RuneCountInString(rep.Text); n < least || n < 200 {
		return p, tocsin.Errorf(tocsin.Invalid, "open it yourself", "holds %d characters of text, the feed %d", n, least)
	}
	return p, nil
}

// How a page is watched for being edited where its feed says nothing of it: each
// lookEvery, until lookUntil after it was first seen.
const (
	lookEvery = 6 * time.Hour
	lookUntil = 72 * time.Hour
)

// worthALook reports a page that may have been edited since it was fetched.
func (r *round) worthALook(s *seen) bool {
	now := r.feed.Tried
	return !s.Looked.IsZero() && now.Sub(s.Looked) >= lookEvery && now.Sub(s.First) <= lookUntil && r.pages < maxPages
}

// lookAgain fetches a page that is held once more. One that cannot be had now
// changes nothing.
func (r *round) lookAgain(ctx context.Context, e file.FeedEntry, old seen, item Item) error {
	old.Looked = r.feed.Tried
	r.seen[e.ID] = old
	item.What, item.Report = ItemHeld, old.Report
	if r.pages++; r.pages > 1 && r.o.Wait != nil {
		if err := r.o.Wait(ctx, pagePause); err != nil {
			return err
		}
	}
	page, err := r.page(ctx, e, 0)
	if err != nil {
		r.tell(item, true)
		return ctx.Err()
	}
	done, err := r.take(ctx, page)
	if err != nil && (ctx.Err() != nil || lasting(err)) {
		return err
	}
	if err != nil || done.Already {
		r.tell(item, true)
		return nil
	}
	r.outcome(&item, done, nil)
	old.Report = item.Report
	r.seen[e.ID] = old
	r.tell(item, false)
	return nil
}

// copyWindow is how many days apart copies of one story come out.
const copyWindow = 30

// copies says of each new report which others tell the same in almost the same
// words: they are one origin.
func (r *round) copies(ctx context.Context) error {
	fresh := make(map[string]*Item)
	for i := range r.out.Items {
		if it := &r.out.Items[i]; it.Report != "" && (it.What == ItemNew || it.What == ItemRevised) {
			fresh[it.Report] = it
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	near, err := r.d.Copies(ctx, func(id string) bool { return fresh[id] != nil })
	for id, others := range near {
		for _, o := range others {
			if o.ID != fresh[id].Revises && o.Revises != id {
				fresh[id].Copies = append(fresh[id].Copies, o.ID)
			}
		}
	}
	return err
}

// Copies finds, for the reports chosen, the others that are near-copies of them and
// came out within a month: together they count as one origin. The texts are left
// out.
func (d *Desk) Copies(ctx context.Context, chosen func(id string) bool) (map[string][]tocsin.Report, error) {
	all, err := collect(d.ledger.View(0).Reports(ctx))
	if err != nil {
		return nil, fmt.Errorf("list the reports: %w", err)
	}
	var from, to tocsin.Date
	for _, rep := range all {
		if chosen(rep.ID) && !rep.Published.IsZero() {
			if from.IsZero() || rep.Published < from {
				from = rep.Published
			}
			to = max(to, rep.Published)
		}
	}
	var window []tocsin.Report
	by := make(map[string]tocsin.Report)
	for _, rep := range all {
		if chosen(rep.ID) || rep.Published.IsZero() || rep.Published >= from-copyWindow && rep.Published <= to+copyWindow {
			window = append(window, rep)
			rep.Text = ""
			by[rep.ID] = rep
		}
	}
	out := make(map[string][]tocsin.Report)
	for _, o := range link.Origins(window) {
		for _, id := range o.Reports {
			for _, other := range o.Reports {
				if chosen(id) && other != id {
					out[id] = append(out[id], by[other])
				}
			}
		}
	}
	return out, nil
}
