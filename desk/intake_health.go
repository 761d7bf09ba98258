package desk

import (
	"fmt"
	"strings"
	"time"
)

// How a feed does.
const (
	FeedWell    = "well"
	FeedNew     = "not asked yet"
	FeedFailing = "failing"
	FeedGone    = "gone"
	FeedSilent  = "silent" // it answers and brings nothing new
	FeedUnasked = "not asked"
)

// From when on a feed counts as silent or as forgotten.
const (
	SilentAfter  = 14 * 24 * time.Hour
	UnaskedAfter = 36 * time.Hour
)

// A Health is how a feed does at a moment, since when, and why.
type Health struct {
	Feed  Feed
	State string
	Since time.Time // zero where it does well
	Why   string
}

// Healthy is how a feed does at a moment.
func (f *Feed) Healthy(now time.Time) Health {
	h := Health{Feed: *f, State: FeedWell}
	switch {
	case f.Tried.IsZero():
		h.State, h.Since, h.Why = FeedNew, f.Added, "run 'tocsin feed fetch'"
	case f.Gone:
		h.State, h.Since, h.Why = FeedGone, f.Failing, f.Error
	case !f.Failing.IsZero():
		h.State, h.Since, h.Why = FeedFailing, f.Failing, f.Error
	case now.Sub(f.Tried) > UnaskedAfter:
		h.State, h.Since, h.Why = FeedUnasked, f.Tried, "run 'tocsin feed watch'"
	case now.Sub(lastNews(f)) > SilentAfter:
		h.State, h.Since, h.Why = FeedSilent, lastNews(f), "it answers and brings nothing new"
	}
	return h
}

// lastNews is when a feed last brought something, or was added.
func lastNews(f *Feed) time.Time {
	if f.News.IsZero() {
		return f.Added
	}
	return f.News
}

// FeedHealth is how each feed does now, by address.
func (d *Desk) FeedHealth() ([]Health, error) {
	feeds, err := d.Feeds()
	if err != nil {
		return nil, err
	}
	var out []Health
	for _, f := range feeds {
		out = append(out, f.Healthy(d.now()))
	}
	return out, nil
}

// Ailing says in one sentence which feeds do not do well, "" where all do: "2 of 5
// feeds bring nothing: Example Wire failing since 2026-11-20 (…); …". Whoever
// reads a brief must know what could not have reached it.
func Ailing(list []Health) string {
	var parts []string
	for _, h := range list {
		if h.State == FeedWell {
			continue
		}
		part := h.Feed.Name() + " " + h.State
		if !h.Since.IsZero() && h.State != FeedNew {
			part += " since " + h.Since.UTC().Format(time.DateOnly)
		}
		if h.Why != "" && (h.State == FeedFailing || h.State == FeedGone) {
			part += " (" + clipWords(h.Why, 120) + ")"
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		return ""
	}
	verb := "bring"
	if len(parts) == 1 {
		verb = "brings"
	}
	return fmt.Sprintf("%d of %d feeds %s nothing: %s", len(parts), len(list), verb, strings.Join(parts, "; "))
}

func clipWords(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
