package resolve

import (
	"net/netip"
	"sync"
	"time"
)

// remembered is how many addresses Names keeps the answers of, some 10 MB of
// them: the oldest are forgotten first, so a table of a million hosts doesn't
// take the memory of a million names. One that comes again is asked again.
const remembered = 1 << 16

// Names looks up the names of many hosts side by side, each once, in bounded
// time and memory. Any goroutine may call it.
type Names struct {
	resolver *Resolver
	parallel int
	budget   time.Duration
	limit    int           // of what is remembered
	end      chan struct{} // closed with the budget

	mu      sync.Mutex
	later   []netip.Addr // announced, and not looked up in files yet
	settled sync.Cond    // some question got its answer
	answers map[netip.Addr]*answer
	asked   []*answer // the same, in the order of asking
	next    int       // of asked: the first that no worker has taken
	working int       // workers
	timed   bool      // the budget runs
}

// answer is a question to DNS and, once settled, its answer.
type answer struct {
	addr    netip.Addr
	name    string // "" for none
	settled bool
}

// NewNames returns a Names that has at most parallel questions to DNS under
// way. From the first of them on it asks for no longer than budget: what has
// no answer then has no name. What needs no DNS counts neither way.
//
//go:noinline
func NewNames(r *Resolver, parallel int, budget time.Duration) *Names {
	n := &Names{resolver: r, parallel: max(parallel, 1), budget: budget, limit: remembered,
		end: make(chan struct{}), answers: map[netip.Addr]*answer{}}
	n.settled.L = &n.mu
	return n
}

// Close ends the questions under way. What has no answer yet has no name.
func (n *Names) Close() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.closed() {
		return
	}
	close(n.end)
	for _, q := range n.asked {
		if !q.settled {
			n.giveUp(q)
		}
	}
}

func (n *Names) closed() bool { return End(n.end).Closed() }

// Ask starts the look-up of a host's name, so that Name needn't wait as long or
// at all. Where the file of hosts is a long one it is only announced, and all that
// were are looked for in one pass. It never blocks; where too many questions are
// open it does nothing.
func (n *Names) Ask(a netip.Addr) {
	if !n.resolver.books[hostNames].probe() {
		n.announce(a)
		return
	}
	if _, _, asks := n.resolver.localName(a); asks {
		n.mu.Lock()
		defer n.mu.Unlock()
		n.ask(a)
	}
}

func (n *Names) announce(a netip.Addr) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if len(n.later) < n.limit && n.answers[a] == nil {
		n.resolver.announceHost(a)
		n.later = append(n.later, a)
	}
}

// Name returns HostName's answer and waits for it, asked for or not.
func (n *Names) Name(a netip.Addr) (string, bool) {
	if !n.resolver.knowsHost(a) {
		n.startAnnounced()
	}
	name, ok, asks := n.resolver.localName(a)
	if asks {
		name = n.wait(a)
		ok = name != ""
	}
	return name, ok
}

// startAnnounced asks DNS for what was announced and isn't in files.
func (n *Names) startAnnounced() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, a := range n.later {
		if _, _, asks := n.resolver.localName(a); asks {
			n.ask(a)
		}
	}
	n.later = n.later[:0]
}

func (n *Names) wait(a netip.Addr) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	q := n.ask(a)
	for q == nil || !q.settled {
		n.settled.Wait()
		if q == nil {
			q = n.ask(a)
		}
	}
	return q.name
}

// ask returns the question of an address, an old one or a new one, or nil
// where there is no room for a new one now.
func (n *Names) ask(a netip.Addr) *answer {
	if q := n.answers[a]; q != nil {
		return q
	}
	q := &answer{addr: a}
	if n.closed() {
		n.giveUp(q)
		return q
	}
	if !n.makeRoom() {
		return nil
	}
	n.answers[a] = q
	n.asked = append(n.asked, q)
	n.start()
	return q
}

// makeRoom forgets the oldest question if it has to and can.
func (n *Names) makeRoom() bool {
	if len(n.asked) < n.limit {
		return true
	}
	oldest := n.asked[0]
	if !oldest.settled {
		return false
	}
	delete(n.answers, oldest.addr)
	n.asked = n.asked[1:]
	n.next--
	return true
}

// start sees to it that the budget runs and that a worker takes the new
// question.
func (n *Names) start() {
	if !n.timed {
		n.timed = true
		n.startBudget()
	}
	if n.working < n.parallel {
		n.working++
		go n.work()
	}
}

// readier is a DNS that knows when nothing can be asked. Its questions then
// fail at once.
type readier interface{ Ready() error }

// startBudget starts no timer where nothing can be asked: for lack of file
// descriptors, of which the runtime's first timer needs some too, and ends the
// process without.
func (n *Names) startBudget() {
	if d, ok := n.resolver.dns.(readier); ok && d.Ready() != nil {
		return
	}
	time.AfterFunc(n.budget, n.Close)
}

// work answers questions until there is none.
func (n *Names) work() {
	n.mu.Lock()
	defer n.mu.Unlock()
	for n.next < len(n.asked) {
		q := n.asked[n.next]
		n.next++
		n.mu.Unlock()
		name, _ := n.resolver.HostName(n.end, q.addr)
		n.mu.Lock()
		n.settle(q, name)
	}
	n.working--
}

// giveUp settles a question without DNS, which HostName no longer asks: files
// may stand behind it in nsswitch.conf.
func (n *Names) giveUp(q *answer) {
	name, _ := n.resolver.HostName(n.end, q.addr)
	n.settle(q, name)
}

// settle gives a question its answer. One that comes later doesn't count, so
// that an address has the same name wherever a listing shows it.
func (n *Names) settle(q *answer, name string) {
	if !q.settled {
		q.name, q.settled = name, true
		n.settled.Broadcast()
	}
}
