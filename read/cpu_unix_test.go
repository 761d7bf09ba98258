//go:build unix

package read_test

import (
	"syscall"
	"time"
)

// cpuTime is the processor time that this process has used: on a machine that
// does other things too it says more than a clock.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
