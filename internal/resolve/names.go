package resolve

import (
	"context"
	"net/netip"
	"time"
)

// remembered is how many addresses Names keeps the names of: the oldest go
// first. A table of a million hosts doesn't grow the process by a million
// names.
const remembered = 1 << 16

// Names looks up the names of many addresses side by side, each once, in
// bounded time. What hosts files know costs nothing of the time.
type Names struct {
	r       *Resolver
	ctx     context.Context
	stop    context.CancelFunc // of the budget; nil before it begins
	budget  time.Duration
	slots   chan struct{}
	answers map[netip.Addr]*answer
	asked   []netip.Addr // in order, a ring once it is full
	oldest  int
}

// answer is a name, once done is closed.
type answer struct {
	done chan struct{}
	name string
	ok   bool
}

// NewNames returns a Names that asks DNS at most parallel questions at a time
// and, from the first of them on, for no longer than budget. After that, and
// after the end of ctx, what has no answer yet has no name.
func NewNames(ctx context.Context, r *Resolver, parallel int, budget time.Duration) *Names {
	return &Names{r: r, ctx: ctx, budget: budget, slots: make(chan struct{}, parallel), answers: map[netip.Addr]*answer{}}
}

// Ask starts the look-up of an address unless it is known. It doesn't wait.
func (n *Names) Ask(a netip.Addr) { n.ask(a) }

func (n *Names) ask(a netip.Addr) *answer {
	if known := n.answers[a]; known != nil {
		return known
	}
	w := &answer{done: make(chan struct{})}
	n.remember(a, w)
	files := n.r.hostSources()
	if len(files) > 0 && files[0] == fromFiles {
		w.name, w.ok = n.r.fileName(a)
	}
	if w.ok || !n.r.usesDNS() {
		close(w.done)
		return w
	}
	n.startClock()
	go n.lookUp(a, w)
	return w
}

// startClock lets the budget begin with the first question.
func (n *Names) startClock() {
	if n.stop == nil {
		n.ctx, n.stop = context.WithTimeout(n.ctx, n.budget)
	}
}

// Close ends the look-ups that are under way.
func (n *Names) Close() {
	if n.stop != nil {
		n.stop()
	}
}

func (n *Names) lookUp(a netip.Addr, w *answer) {
	defer close(w.done)
	select {
	case n.slots <- struct{}{}:
		defer func() { <-n.slots }()
		w.name, w.ok = n.r.askName(n.ctx, a)
	case <-n.ctx.Done():
	}
}

// remember forgets the oldest address where there are too many.
func (n *Names) remember(a netip.Addr, w *answer) {
	n.answers[a] = w
	if len(n.asked) < remembered {
		n.asked = append(n.asked, a)
		return
	}
	delete(n.answers, n.asked[n.oldest])
	n.asked[n.oldest] = a
	n.oldest = (n.oldest + 1) % remembered
}

// Name waits for the name of an address. It asks first where Ask didn't.
func (n *Names) Name(a netip.Addr) (string, bool) {
	w := n.ask(a)
	select {
	case <-w.done:
		return w.name, w.ok
	default:
	}
	select {
	case <-w.done:
		return w.name, w.ok
	case <-n.ctx.Done():
		return "", false
	}
}
