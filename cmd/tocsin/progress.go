package main

import (
	"path/filepath"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// showAfter is how long work goes on before its bar is shown.
const showAfter = 300 * time.Millisecond

// progress returns a function to report the bytes read so far, and one to end
// with. A bar is drawn on standard error where that is a terminal and the size
// is known; otherwise nothing is.
func (a *app) progress(name string, size int64) (report func(int64), finish func()) {
	if !a.tty || size == 0 {
		return func(int64) {}, func() {}
	}
	var all *mpb.Progress
	var bar *mpb.Bar
	begun := a.now()
	report = func(n int64) {
		if all == nil {
			if a.now().Sub(begun) < showAfter {
				return
			}
			all = mpb.New(mpb.WithOutput(a.bar), mpb.WithWidth(40))
			bar = all.AddBar(size, mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Name(filepath.Base(name)+" ")),
				mpb.AppendDecorators(decor.Percentage(), decor.Name(" "), decor.CountersKibiByte("% .1f of % .1f")))
		}
		bar.SetCurrent(min(n, size))
	}
	return report, func() {
		if all != nil {
			bar.SetCurrent(size)
			bar.SetTotal(size, true)
			all.Wait()
		}
	}
}
