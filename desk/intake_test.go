package desk_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger"
	"tocsin/source/feed"
)

// A web of addresses stands in for the network.
type web struct {
	pages map[string]string // by address
	tags  map[string]string // by address
	down  error
	asked map[string]int
}

func (w *web) Get(_ context.Context, address string, _ bool, c feed.Condition) (feed.Answer, error) {
	if w.asked == nil {
		w.asked = make(map[string]int)
	}
	w.asked[address]++
	if w.down != nil {
		return feed.Answer{}, w.down
	}
	page, ok := w.pages[address]
	if !ok {
		return feed.Answer{}, &feed.Refusal{Status: 404, Err: tocsin.Errorf(tocsin.Unavailable, "look again", "answers 404")}
	}
	if tag := w.tags[address]; tag != "" && c.ETag == tag {
		return feed.Answer{Same: true, Condition: c}, nil
	}
	media := "text/html"
	if strings.HasPrefix(page, "<rss") {
		media = "application/rss+xml"
	}
	return feed.Answer{Raw: []byte(page), MediaType: media, Condition: feed.Condition{ETag: w.tags[address]}}, nil
}

const (
	wire  = "https://wire.example/feed"
	story = "https://wire.example/farabougou"
)

// article is a page with enough text to be one; noise changes with each answer
// and is no part of it.
func article(killed, noise string) string {
	return "<html><head><title>Army retakes Farabougou</title></head><body><nav>" + noise + "</nav><article><h1>Army retakes Farabougou</h1>" +
		"<p>Soldiers entered the village of Farabougou on Wednesday, the minister of defence said in Bamako.</p>" +
		"<p>Residents said that " + killed + " people had been killed since the siege began and that the attackers had withdrawn to the forest.</p>" +
		"<p>The United Nations mission said it had flown in a team to speak with both sides, and called on the armed groups to let the wounded leave.</p></article></body></html>"
}

func rss(items ...string) string {
	return "<rss version='2.0'><channel><title>Example Wire</title>" + strings.Join(items, "") + "</channel></rss>"
}

func item(title, link string) string {
	return "<item><title>" + title + "</title><link>" + link + "</link><guid>" + link + "</guid><pubDate>Thu, 15 Oct 2020 08:12:00 +0000</pubDate><description>Soldiers entered the village.</description></item>"
}

// watching is a desk with one feed, whose clock the test holds.
func watching(t *testing.T, w *web) (*desk.Desk, *time.Time, func(now bool) (desk.Round, error)) {
	t.Helper()
	clock := time.Date(2020, 10, 15, 9, 0, 0, 0, time.UTC)
	d, _, err := desk.Create(t.Context(), filepath.Join(t.TempDir(), "desk"), desk.Options{Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	if added, err := d.AddFeed(t.Context(), desk.Feed{Address: wire}); err != nil || !added {
		t.Fatal(added, err)
	}
	return d, &clock, func(now bool) (desk.Round, error) {
		return d.Fetch(t.Context(), wire, desk.FetchOptions{Web: w, Now: now})
	}
}

func counts(r desk.Round) string {
	return fmt.Sprintf("%d = %d new %d revised %d held %d refused %d later", r.Entries, r.Counts[desk.ItemNew], r.Counts[desk.ItemRevised], r.Counts[desk.ItemHeld], r.Counts[desk.ItemRefused], r.Counts[desk.ItemLater])
}

// TestFeedStory: an article comes in, comes again, is edited, and is copied by
// another paper.
func TestFeedStory(t *testing.T) {
	w := &web{pages: map[string]string{wire: rss(item("Farabougou", story)), story: article("four", "a")}}
	d, _, fetch := watching(t, w)
	step := func(what, want string) desk.Round {
		t.Helper()
		r, err := fetch(false)
		if err != nil || counts(r) != want {
			t.Fatalf("%s: %s, %v; want %s\n%+v", what, counts(r), err, want, r.Items)
		}
		return r
	}
	first := step("a new article", "1 = 1 new 0 revised 0 held 0 refused 0 later").Items[0]
	step("the same again", "1 = 0 new 0 revised 1 held 0 refused 0 later")
	w.pages[wire], w.pages[story] = rss(item("Farabougou: more", story)), article("four", "b")
	step("the feed's title alone has changed", "1 = 0 new 0 revised 1 held 0 refused 0 later")
	w.pages[wire], w.pages[story] = rss(item("Farabougou: nine dead", story)), article("nine", "c")
	second := step("the article is edited", "1 = 0 new 1 revised 0 held 0 refused 0 later").Items[0]
	if second.Revises != first.Report {
		t.Errorf("%s revises %s, not %s", second.Report, second.Revises, first.Report)
	}
	w.pages[wire], w.pages[story] = rss(item("Farabougou: back", story)), article("four", "a")
	step("it is changed back to what is held", "1 = 0 new 0 revised 1 held 0 refused 0 later")

	list, err := d.Revisions(t.Context(), story+"?utm_source=x#top")
	if err != nil || len(list) != 2 {
		t.Fatalf("%d versions, %v", len(list), err)
	}
	var diff []string
	for _, p := range list[1].Diff {
		if p.Op != desk.PassageSame {
			diff = append(diff, p.Op+" "+p.Text)
		}
	}
	want := "removed Residents said that four people had been killed since the siege began and that the attackers had withdrawn to the forest.|" +
		"added Residents said that nine people had been killed since the siege began and that the attackers had withdrawn to the forest."
	if got := strings.Join(diff, "|"); got != want {
		t.Errorf("what changed: %s", got)
	}
	if len(list[1].Added) == 0 || len(list[1].Added) != len(list[1].Gone) {
		t.Errorf("%d statements added, %d gone", len(list[1].Added), len(list[1].Gone))
	}

	copied := "https://paper.example/1"
	w.pages[wire], w.pages[copied] = rss(item("Village retaken", copied)), article("nine", "d")
	third := step("another paper prints it", "1 = 1 new 0 revised 0 held 0 refused 0 later").Items[0]
	if len(third.Copies) == 0 {
		t.Error("it is not told to be a copy")
	}
}

// TestQuietEdit: a page that is edited while its feed says nothing of it is seen
// some hours later, for some days.
func TestQuietEdit(t *testing.T) {
	w := &web{pages: map[string]string{wire: rss(item("Farabougou", story)), story: article("four", "")}, tags: map[string]string{wire: "1"}}
	_, clock, fetch := watching(t, w)
	for _, c := range []struct {
		after  time.Duration
		killed string
		want   string
	}{
		{0, "four", "1 = 1 new 0 revised 0 held 0 refused 0 later"},
		{time.Hour, "five", "0 = 0 new 0 revised 0 held 0 refused 0 later"}, // nothing has changed, says its server
		{6 * time.Hour, "five", "1 = 0 new 1 revised 0 held 0 refused 0 later"},
		{6 * time.Hour, "five", "1 = 0 new 0 revised 1 held 0 refused 0 later"},
		{100 * time.Hour, "six", "0 = 0 new 0 revised 0 held 0 refused 0 later"},
	} {
		*clock = clock.Add(c.after)
		w.pages[story] = article(c.killed, "")
		if r, err := fetch(false); err != nil || counts(r) != c.want {
			t.Errorf("after %v: %s, %v; want %s", c.after, counts(r), err, c.want)
		}
	}
}

// A server that says that nothing has changed is believed, unless something of
// the last answer was put off.
func TestFeedCondition(t *testing.T) {
	w := &web{pages: map[string]string{wire: rss(item("Farabougou", story)), story: article("four", "")}, tags: map[string]string{wire: "1"}}
	_, _, fetch := watching(t, w)
	if r, err := fetch(false); err != nil || r.Same {
		t.Fatal(r, err)
	}
	if r, err := fetch(false); err != nil || !r.Same || r.Entries != 0 || w.asked[story] != 1 {
		t.Errorf("%+v, %v, the page was asked for %d times", r, err, w.asked[story])
	}
}

// TestPageThatCannotBeHad: the feed's own words are kept in its place, and give
// way to the page when it comes.
func TestPageThatCannotBeHad(t *testing.T) {
	w := &web{pages: map[string]string{wire: rss(item("Farabougou", story))}, tags: map[string]string{wire: "1"}}
	d, _, fetch := watching(t, w)
	r, err := fetch(false)
	if err != nil || counts(r) != "1 = 1 new 0 revised 0 held 0 refused 0 later" {
		t.Fatalf("%s, %v", counts(r), err)
	}
	rep, err := d.View(0).Report(t.Context(), r.Items[0].Report)
	if err != nil || rep.Text != "Farabougou\n\nSoldiers entered the village.\n" || !strings.Contains(strings.Join(rep.Notes, ";"), "answers 404") {
		t.Errorf("%q %q, %v", rep.Text, rep.Notes, err)
	}
}

// TestFeedThatDies: it is left alone for longer each time, its state shows
// everywhere, and a good answer heals it.
func TestFeedThatDies(t *testing.T) {
	w := &web{down: &feed.Refusal{Status: 503, Err: tocsin.Errorf(tocsin.Unavailable, "it is asked again later", "wire.example answers 503")}}
	d, clock, fetch := watching(t, w)
	for _, pause := range []time.Duration{15 * time.Minute, 30 * time.Minute, time.Hour} {
		if _, err := fetch(false); err == nil {
			t.Fatal("no error")
		}
		if r, err := fetch(false); err != nil || r.Waits == "" {
			t.Errorf("asked again at once: %+v, %v", r, err)
		}
		*clock = clock.Add(pause - time.Minute)
		if r, err := fetch(false); err != nil || r.Waits == "" {
			t.Errorf("asked before %v have passed: %v", pause, err)
		}
		*clock = clock.Add(time.Minute)
	}
	health, err := d.FeedHealth()
	if err != nil || health[0].State != desk.FeedFailing || desk.Ailing(health) != "1 of 1 feeds brings nothing: https://wire.example/feed failing since 2020-10-15 (wire.example answers 503; it is asked again later)" {
		t.Errorf("%s, %v", desk.Ailing(health), err)
	}
	w.down, w.pages = nil, map[string]string{wire: rss(item("Farabougou", story)), story: article("four", "")}
	if r, err := fetch(false); err != nil || r.Feed.Failures != 0 || r.Feed.Healthy(*clock).State != desk.FeedWell {
		t.Errorf("%+v, %v", r.Feed, err)
	}
	*clock = clock.Add(30 * 24 * time.Hour)
	if health, _ := d.FeedHealth(); health[0].State != desk.FeedUnasked {
		t.Errorf("nobody asked for a month: %s", health[0].State)
	}
	if _, err := fetch(false); err != nil {
		t.Fatal(err)
	}
	if health, _ := d.FeedHealth(); health[0].State != desk.FeedSilent || !strings.Contains(desk.Ailing(health), "silent since 2020-10-15") {
		t.Errorf("it has brought nothing for a month: %s", desk.Ailing(health))
	}
	w.down = &feed.Refusal{Status: 410, Err: tocsin.Errorf(tocsin.Unavailable, "take it out", "answers 410")}
	if _, err := fetch(false); err == nil {
		t.Error("no error")
	}
	*clock = clock.Add(365 * 24 * time.Hour)
	if r, err := fetch(false); err != nil || !strings.Contains(r.Waits, "gone for good") {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestStoppedAnywhere: whatever a stopped program leaves of its memory of a feed,
// every report that was told of is there, once, and is read.
func TestStoppedAnywhere(t *testing.T) {
	w := &web{pages: map[string]string{wire: rss(item("Farabougou", story), item("Another", story+"2")), story: article("four", "a"), story + "2": article("six", "b")}}
	d, _, fetch := watching(t, w)
	stop := errors.New("stopped")
	_, err := d.Fetch(t.Context(), wire, desk.FetchOptions{Web: w, Wait: func(context.Context, time.Duration) error { return stop }})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(d.Dir(), "feeds", "*.json"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.Remove(files[0]); err != nil { // all that it knew of the feed
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.Dir(), "feeds", "part-123"), []byte(`{"addr`), 0o600); err != nil { // and half a file
		t.Fatal(err)
	}
	if _, err := d.AddFeed(t.Context(), desk.Feed{Address: wire}); err != nil {
		t.Fatal(err)
	}
	w.pages[story] = article("four", "with other noise around it")
	if _, err := fetch(false); err != nil {
		t.Fatal(err)
	}
	texts := make(map[string]bool)
	for rep, err := range d.View(0).Reports(t.Context()) {
		if err != nil || texts[rep.TextHash] {
			t.Errorf("%s is there twice, %v", rep.URL, err)
		}
		texts[rep.TextHash] = true
		list, err := collect(d.View(0).Statements(t.Context(), ledger.Filter{Report: rep.ID}))
		if err != nil || len(list) == 0 {
			t.Errorf("%s is not read, %v", rep.URL, err)
		}
	}
	if len(texts) != 2 {
		t.Errorf("%d reports", len(texts))
	}
}
