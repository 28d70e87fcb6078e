package ioctltest

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// entry is a request of the log.
type entry struct {
	text   string
	change bool
}

// refusal is an errno for the requests whose entry starts with words.
type refusal struct {
	words string
	errno unix.Errno
}

// String is the log: the requests so far, a line each, with the name that the C
// headers have for it, the interface and what was sent:
//
//	socket 2
//	SIOCGIFFLAGS eth0
//	SIOCSIFFLAGS eth0 UP|BROADCAST|MULTICAST
//	SIOCADDRT 10.0.0.0 flags=0x3 gw=192.168.1.254 mask=255.0.0.0
//	close
func (k *Kernel) String() string { return k.text(func(entry) bool { return true }) }

// Changes is String for the requests alone that are to change something.
func (k *Kernel) Changes() string { return k.text(func(e entry) bool { return e.change }) }

// Requests is String without the sockets' own lines, socket and close.
func (k *Kernel) Requests() string {
	return k.text(func(e entry) bool { return strings.HasPrefix(e.text, "SIOC") })
}

func (k *Kernel) text(wanted func(entry) bool) string {
	var b strings.Builder
	for _, e := range k.log {
		if wanted(e) {
			b.WriteString(e.text + "\n")
		}
	}
	return b.String()
}

// Forget empties the log.
func (k *Kernel) Forget() { k.log = nil }

// Fail lets requests fail with an errno: those whose line in the log is words
// or goes on behind it with a blank. "SIOCSIFADDR" stands for all of that name,
// "SIOCSIFADDR eth0" for those on eth0. The errno 0 ends that.
func (k *Kernel) Fail(words string, errno unix.Errno) {
	for i := range k.refused {
		if k.refused[i].words == words {
			k.refused[i].errno = errno
			return
		}
	}
	k.refused = append(k.refused, refusal{words, errno})
}

// Accept lets requests that change something succeed and do nothing, whatever the
// kernel would say to what they ask for: those whose line in the log is words or
// goes on behind it with a blank, as with Fail, which comes first. It is for tests of what
// a program asks for; the socket, the rights and the interface that a request is
// made on must be there all the same.
func (k *Kernel) Accept(words string) { k.accepted = append(k.accepted, words) }

// Vanish removes the interface after that many more requests on it.
func (k *Kernel) Vanish(name string, requests int) {
	if k.dying == nil {
		k.dying = map[string]int{}
	}
	k.dying[name] = requests
}

// Note logs a line of one's own, as a change: what else a program does, in its
// place among the requests. Meanwhile sees it, and it fails where Fail says so.
func (k *Kernel) Note(line string) error { return k.noteChange(line, "") }

// note logs a request by its words, and refuses it where Fail says so. The error
// is one on the interface name.
func (k *Kernel) note(request, name string, words ...any) error {
	e := entry{text: request}
	for _, word := range words {
		e.text += " " + fmt.Sprint(word)
	}
	k.bury()
	if k.Meanwhile != nil {
		k.Meanwhile(e.text)
	}
	k.log = append(k.log, e)
	for _, r := range k.refused {
		if r.errno != 0 && e.starts(r.words) {
			return failure(request, name, r.errno)
		}
	}
	return nil
}

// noteChange is note for a request that is to change something.
func (k *Kernel) noteChange(request, name string, words ...any) error {
	err := k.note(request, name, words...)
	k.log[len(k.log)-1].change = true
	return err
}

// starts tells whether an entry is what words mean.
func (e *entry) starts(words string) bool {
	rest, ok := strings.CutPrefix(e.text, words)
	return ok && (rest == "" || rest[0] == ' ')
}

// accepts tells whether the request that was logged last is to succeed.
func (k *Kernel) accepts() bool {
	e := &k.log[len(k.log)-1]
	return e.change && slices.ContainsFunc(k.accepted, e.starts)
}

// count takes a request off what is left to an interface that vanishes.
func (k *Kernel) count(d *Interface) {
	if left, dying := k.dying[d.Name]; dying {
		k.dying[d.Name] = left - 1
	}
}

// bury removes the interfaces whose requests are used up.
func (k *Kernel) bury() {
	for name, left := range k.dying {
		if left <= 0 {
			delete(k.dying, name)
			k.Remove(name)
		}
	}
}
