package dns

import (
	"net/netip"
	"os"
	"testing"
	"testing/synctest"
	"time"

	"classicnet/internal/resolve"
)

// mute is a connection whose other end says nothing until its time is over.
type mute struct {
	limit *time.Timer
	over  chan struct{}
}

func (m *mute) Write(b []byte) (int, error) { return len(b), nil }
func (m *mute) Close() error                { return nil }

func (m *mute) Read([]byte) (int, error) {
	<-m.over
	return 0, os.ErrDeadlineExceeded
}

func (m *mute) Limit(d time.Duration) {
	if m.limit != nil {
		m.limit.Stop()
	}
	m.limit = time.AfterFunc(d, func() { close(m.over) })
}

// A server that is silent costs no more time than it is given, nor than the
// caller has. No goroutine is left behind: synctest would fail.
func TestTime(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func() resolve.End
		want time.Duration
		asks int
	}{
		{"for ever", func() resolve.End { return nil }, 14 * time.Second, 2},
		{"longer than that", func() resolve.End { return after(time.Hour) }, 14 * time.Second, 2},
		{"a second", func() resolve.End { return after(time.Second) }, time.Second, 1},
		{"until the second question", func() resolve.End { return after(9 * time.Second) }, 9 * time.Second, 2},
		{"no more", func() resolve.End { return after(0) }, 0, 0},
	} {
		synctest.Test(t, func(t *testing.T) {
			asked := 0
			s := newService(resolvConf("options attempts:2 timeout:7\n"), unset, func(string, netip.AddrPort) (conn, error) {
				asked++
				return &mute{over: make(chan struct{})}, nil
			})
			from, end := time.Now(), c.end()
			synctest.Wait()
			if _, err := s.LookupName(end, netip.MustParseAddr("192.0.2.1")); err == nil {
				t.Error(c.name, ": no error")
			}
			if took := time.Since(from); took != c.want || asked != c.asks {
				t.Errorf("%s: %v and %d questions, want %v and %d", c.name, took, asked, c.want, c.asks)
			}
		})
	}
}

// after is closed when that time has gone by.
func after(d time.Duration) resolve.End {
	end := make(chan struct{})
	time.AfterFunc(d, func() { close(end) })
	return end
}

// An answer leaves no goroutine behind, however long the caller would wait.
func TestAnswered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newService(noFiles, unset, func(string, netip.AddrPort) (conn, error) {
			return &script{network: "udp", says: []string{good}}, nil
		})
		end := make(chan struct{})
		if _, err := s.LookupIP(end, "x.test.", false); err != nil {
			t.Error(err)
		}
	})
}
