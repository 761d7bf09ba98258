package score

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
)

// each answers n questions on all processors and returns the answers in order,
// or the error of the first question that has one.
func each[T any](ctx context.Context, n int, answer func(i int) (T, error)) ([]T, error) {
	out, errs := make([]T, n), make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n || failed.Load() {
					return
				}
				if errs[i] = ctx.Err(); errs[i] == nil {
					out[i], errs[i] = answer(i)
				}
				if errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
