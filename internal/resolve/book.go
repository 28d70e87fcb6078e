package resolve

import (
	"io"
	"sync"
)

const (
	// shortFile is how long a database may be that is kept whole. A longer one is
	// read again for each batch of questions, so that its memory is theirs.
	shortFile = 32 << 10
	// maxKnown is how many answers of a long database are kept.
	maxKnown = 1 << 16
)

// book is a database in /etc as one kind of question sees it: keys, each with a
// value. Of several lines with a key the first counts. What is asked is known
// before the file is read: one pass answers all questions that were announced.
// Any goroutine may use it.
type book struct {
	path string
	// line tells a pass the keys that a line has.
	line func(p *pass, line []byte)
	open func(path string) (io.ReadCloser, error)

	mu      sync.Mutex
	absent  bool              // no such file
	whole   bool              // known has all that the file has
	long    bool              // the file is no short one
	known   map[string]string // "" for a key that the file doesn't have
	pending map[string]struct{}
}

// ask announces a question.
func (b *book) ask(key []byte) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.whole && !b.absent && len(b.pending) < maxKnown {
		if _, known := b.known[string(key)]; !known {
			b.want(key)
		}
	}
}

func (b *book) want(key []byte) {
	if b.pending == nil {
		b.pending = map[string]struct{}{}
	}
	b.pending[string(key)] = struct{}{}
}

// find returns the value of a key.
func (b *book) find(key []byte) (string, Reason) {
	b.mu.Lock()
	defer b.mu.Unlock()
	value, known := b.known[string(key)]
	if !known && !b.whole && !b.absent {
		b.want(key)
		b.pass(&pass{book: b, all: !b.long})
		value = b.known[string(key)]
	}
	switch {
	case b.absent:
		return "", noFile
	case value == "":
		return "", NoHost
	}
	return value, NoError
}

// probe keeps the file if it is a short one, and tells whether it could. A file
// that is long is left for the first question.
func (b *book) probe() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.whole && !b.absent && !b.long {
		b.pass(&pass{book: b, all: true, short: true})
	}
	return b.whole || b.absent
}

// knows tells whether the file needn't be read for a key.
func (b *book) knows(key []byte) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, known := b.known[string(key)]
	return known || b.whole || b.absent
}

// pass reads the file for all questions that are open, and keeps it whole unless
// it turns out too long for that.
func (b *book) pass(p *pass) {
	file, err := b.open(b.path)
	if err != nil {
		b.absent = true
		return
	}
	defer file.Close() //nolint:errcheck // read only
	if b.known == nil || len(b.known)+len(b.pending) > maxKnown {
		b.known = map[string]string{}
	}
	for key := range b.pending {
		p.sieve[mix(key)] = true
		if len(b.pending) == 1 {
			p.only = key
		}
	}
	scan(file, p.read)
	if p.short && b.long {
		return
	}
	for key := range b.pending {
		if _, known := b.known[key]; !known {
			b.known[key] = ""
		}
	}
	b.pending, b.whole = nil, p.all
}

// pass is the way through a file once.
type pass struct {
	*book
	all   bool      // every key is wanted
	short bool      // nothing of a long file is
	size  int       // bytes so far
	sieve [256]bool // what mix says of the keys that are open

	only string // the key that is open, where there is but one

	words [][]byte // of the line
	key   []byte   // that wants was asked for last
	lower []byte   // a name in lower case
}

// mix tells most keys from others at little cost, and no name from itself in
// another case.
func mix[text string | []byte](key text) uint8 {
	n := len(key)
	if n == 0 {
		return 0
	}
	return uint8(n) + (key[0]|0x20)*3 + (key[n/2]|0x20)*5 + (key[n-1]|0x20)*7
}

// read takes a line, and ends with the last answer.
func (p *pass) read(line []byte) bool {
	if p.size += len(line); p.size > shortFile && !p.long {
		p.long = true
		if p.all {
			p.giveUp()
		}
		if p.short {
			return false
		}
	}
	p.line(p, line)
	return p.all || len(p.pending) > 0
}

// giveUp keeps of a file that is too long no more than what was asked.
func (p *pass) giveUp() {
	p.all = false
	asked := map[string]string{}
	for key := range p.pending {
		if value, known := p.known[key]; known {
			asked[key] = value
			delete(p.pending, key)
		}
	}
	p.known = asked
}

// split returns the words of a line up to its comment.
func (p *pass) split(line []byte) [][]byte {
	p.words = appendWords(p.words[:0], line)
	return p.words
}

// wants tells whether the value of a key is asked for.
func (p *pass) wants(key []byte) bool {
	if p.all {
		_, known := p.known[string(key)]
		return !known && p.is(key)
	}
	if !p.sieve[mix(key)] {
		return false
	}
	_, asked := p.pending[string(key)]
	return asked && p.is(key)
}

func (p *pass) is(key []byte) bool {
	p.key = append(p.key[:0], key...)
	return true
}

// wantsName is wants for a name in any case.
func (p *pass) wantsName(name []byte) bool {
	switch {
	case p.all:
	case !p.sieve[mix(name)], p.only != "" && !isLower(p.only, name):
		return false
	}
	p.lower = appendLower(p.lower[:0], name)
	return p.wants(p.lower)
}

// isLower tells whether a key is a name in lower case.
func isLower(key string, name []byte) bool {
	if len(key) != len(name) {
		return false
	}
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if key[i] != c {
			return false
		}
	}
	return true
}

// take keeps the value of the key that wants was asked for last.
func (p *pass) take(value []byte) {
	p.known[string(p.key)] = string(value)
	if !p.all {
		delete(p.pending, string(p.key))
	}
}
