package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin/desk"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// killsVariable is how many times TestKill kills; 20 times where it is not set,
// and then during imports of events alone.
const killsVariable = "TOCSIN_KILLS"

// killsOnOneDesk is after how many kills a new desk is begun: what a desk holds is
// looked through after each.
const killsOnOneDesk = 25

// killedRows is how many events each imported file has.
const killedRows = 5000

// A life is one desk whose program is killed again and again.
type life struct {
	t       *testing.T
	rnd     *rand.Rand
	dir     string
	next    int
	usual   map[string]time.Duration // how long a verb takes, about
	files   map[string]bool          // files of events; true where their import was acknowledged
	titles  map[string]bool          // reports; true likewise
	judged  map[string]bool          // marks and reviews by their reason; true likewise
	fetches map[string]bool          // askings of the folder; what they brought is in titles
	inbox   bool                     // the folder that is asked like a feed was added
	killed  int
	cut     int // killed before it was done
}

// TestKill runs the program and kills it without warning, at random moments,
// again and again. Each time everything acknowledged is there, nothing is there in
// part or twice, and the desk verifies.
func TestKill(t *testing.T) {
	kills, mixed := 20, false
	if s := os.Getenv(killsVariable); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatal(killsVariable, err)
		}
		mixed = true
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	usual := map[string]time.Duration{}
	cut, done, acknowledged := 0, 0, 0
	for done < kills {
		l := &life{t: t, rnd: rnd, dir: filepath.Join(t.TempDir(), "desk"), usual: usual,
			files: map[string]bool{}, titles: map[string]bool{}, judged: map[string]bool{}, fetches: map[string]bool{}}
		for l.killed < min(killsOnOneDesk, kills-done) {
			l.step(mixed)
			l.check()
		}
		done, cut = done+l.killed, cut+l.cut
		for _, list := range []map[string]bool{l.files, l.titles, l.judged} {
			for _, ok := range list {
				if ok {
					acknowledged++
				}
			}
		}
		if t.Failed() {
			return
		}
	}
	t.Logf("killed %d times, %d times before the work was done; %d pieces of work were acknowledged, all of them are there", done, cut, acknowledged)
	if cut < kills/10 || acknowledged < kills/20 {
		t.Errorf("%d of %d kills cut work short, %d pieces were acknowledged: the test shows little", cut, kills, acknowledged)
	}
}

// step runs one verb and kills it at a random moment of the time it usually takes.
func (l *life) step(mixed bool) {
	l.next++
	kind := "events"
	if mixed {
		kind = []string{"events", "events", "again", "report", "feed", "mark", "accept"}[l.rnd.IntN(7)]
	}
	list, name, args := l.work(kind)
	if list == nil {
		return
	}
	if _, ok := list[name]; !ok {
		list[name] = false
	}
	cmd := exec.Command("tocsin", append([]string{"--desk", l.dir}, args...)...)
	cmd.Dir = filepath.Dir(l.dir)
	var said bytes.Buffer
	cmd.Stderr = &said
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		l.t.Fatal(err)
	}
	if usual, ok := l.usual[kind]; ok {
		l.killed++
		timer := time.AfterFunc(time.Duration(l.rnd.Float64()*2*float64(usual)), func() { cmd.Process.Kill() })
		defer timer.Stop()
	}
	// The time is steered so that about half of the kills come before the end.
	err := cmd.Wait()
	switch usual, ok := l.usual[kind]; {
	case err == nil && !ok:
		list[name], l.usual[kind] = true, time.Since(begin)
	case err == nil:
		list[name], l.usual[kind] = true, usual*5/6
	case strings.Contains(err.Error(), "killed"):
		l.cut, l.usual[kind] = l.cut+1, usual*6/5
	default:
		l.t.Fatalf("%v: %v: %s", args, err, said.String())
	}
	for _, m := range fetched.FindAllStringSubmatch(said.String(), -1) { // acknowledged one by one
		l.titles["Page "+m[1]] = true
	}
}

// fetched is what tocsin feed says of a report that it has kept.
var fetched = regexp.MustCompile(`(?m)^new: page-([0-9]+)\.md \(sha256:`)

// work prepares a piece of work: in which list it is kept under which name, and
// the command line.
func (l *life) work(kind string) (list map[string]bool, name string, args []string) {
	switch kind {
	case "report", "feed":
		name = fmt.Sprintf("Page %d", l.next)
		text := fmt.Sprintf("---\ntitle: %s\npublished: 2031-05-05\n---\nOn 4 May 2031, soldiers killed %d people in Bamako, Mali.\n", name, l.next+2)
		if kind == "report" {
			return l.titles, name, []string{"import", "report", l.write("page.md", text)}
		}
		l.fill(fmt.Sprintf("inbox/page-%d.md", l.next), text)
		l.titles[name] = false
		return l.fetches, name, []string{"feed", "fetch"}
	case "mark", "accept":
		name = fmt.Sprintf("%s %d", kind, l.next)
		id := l.anyID(kind)
		if id == "" {
			return nil, "", nil
		}
		args = []string{kind, id, "--why", name, "--author", "Ada"}
		if kind == "mark" {
			args = append(args, "--tlp", "AMBER")
		}
		return l.judged, name, args
	case "again": // what was cut off is imported once more
		for _, file := range slices.Sorted(maps.Keys(l.files)) {
			if !l.files[file] {
				return l.files, file, []string{"import", "ucdp-ged", file}
			}
		}
	}
	name = fmt.Sprintf("ged-%d.csv", l.next)
	var b strings.Builder
	b.WriteString("id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n")
	for i := range killedRows {
		fmt.Fprintf(&b, "%d,2020,%d,%d,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,%d,9\n", l.next*killedRows+i, i%12+1, i%28+1, i%4+5)
	}
	return l.files, name, []string{"import", "ucdp-ged", l.write(name, b.String())}
}

// write writes a file into the folder in which the program runs.
func (l *life) write(name, text string) string {
	if err := os.WriteFile(filepath.Join(filepath.Dir(l.dir), name), []byte(text), 0o600); err != nil {
		l.t.Fatal(err)
	}
	return name
}

// fill puts a file into the folder that is asked like a feed, as one that has lain
// there for a minute.
func (l *life) fill(name, text string) {
	folder := filepath.Join(filepath.Dir(l.dir), "inbox")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		l.t.Fatal(err)
	}
	path := filepath.Join(filepath.Dir(l.dir), l.write(name, text))
	old := time.Now().Add(-time.Minute)
	if err := os.Chtimes(path, old, old); err != nil {
		l.t.Fatal(err)
	}
	if l.inbox {
		return
	}
	for _, args := range [][]string{{"init"}, {"feed", "add", folder}} {
		if out, err := exec.Command("tocsin", append([]string{"--desk", l.dir}, args...)...).CombinedOutput(); err != nil {
			l.t.Fatalf("%v: %v: %s", args, err, out)
		}
	}
	l.inbox = true
}

// anyID is the id of a report to mark, or of a statement to accept; "" where there
// is none yet.
func (l *life) anyID(kind string) (id string) {
	l.look(func(v ledger.View) {
		if kind == "mark" {
			for r := range v.Reports(context.Background()) {
				id = r.ID
			}
			return
		}
		for s := range v.Statements(context.Background(), ledger.Filter{}) {
			id = s.ID
		}
	})
	return id
}

// look opens the desk's ledger, where there is one by now.
func (l *life) look(at func(v ledger.View)) {
	l.t.Helper()
	if ok, err := desk.Exists(l.dir); !ok || err != nil {
		return
	}
	led, err := sqlite.Open(context.Background(), filepath.Join(l.dir, desk.Database))
	if err != nil {
		l.t.Fatal(err)
	}
	defer led.Close()
	if err := led.Verify(context.Background()); err != nil {
		l.t.Fatal(err)
	}
	at(led.View(0))
}

// check looks for everything acknowledged, and for anything that is there twice or
// in part.
func (l *life) check() {
	l.t.Helper()
	there := map[string]int{}
	l.look(func(v ledger.View) {
		ctx := context.Background()
		for c, err := range v.Changes(ctx, time.Time{}) {
			if err != nil {
				l.t.Fatal(err)
			}
			if there[c.Kind+" "+c.Key]++; there[c.Kind+" "+c.Key] > 1 {
				l.t.Errorf("%s %s is there twice", c.Kind, c.Key)
			}
		}
		vintages, err := v.AllVintages(ctx)
		if err != nil {
			l.t.Fatal(err)
		}
		for _, w := range vintages {
			there[w.File]++
			if w.Kept != killedRows {
				l.t.Errorf("%s has %d rows", w.File, w.Kept)
			}
		}
		if len(vintages) > 0 {
			l.events(v, vintages[l.rnd.IntN(len(vintages))])
		}
		read := map[string]bool{}
		for rd := range v.Readings(ctx) {
			read[rd.Report] = true
		}
		for r := range v.Reports(ctx) {
			if there[r.Title]++; l.titles[r.Title] && !read[r.ID] {
				l.t.Errorf("%s was acknowledged and has no reading", r.Title)
			}
		}
		for m := range v.Marks(ctx) {
			there[m.Why]++
		}
		for r := range v.Reviews(ctx) {
			there[r.Why]++
		}
	})
	for _, list := range []map[string]bool{l.files, l.titles, l.judged} {
		for name, acknowledged := range list {
			if acknowledged && there[name] != 1 {
				l.t.Errorf("%s was acknowledged and is there %d times", name, there[name])
			}
		}
	}
	if l.t.Failed() {
		l.t.FailNow()
	}
}

// events counts the rows of one file.
func (l *life) events(v ledger.View, w ledger.Vintage) {
	ids := map[string]bool{}
	for ev, err := range v.VintageEvents(context.Background(), w.SHA256) {
		if err != nil {
			l.t.Fatal(err)
		}
		ids[ev.ID] = true
	}
	if len(ids) != killedRows {
		l.t.Errorf("%s has %d different rows", w.File, len(ids))
	}
}
