package netlab

// Etc puts text in the place of /etc/name, in this lab only. The file need not
// exist on the machine.
func (l *Lab) Etc(name, text string) {
	l.t.Helper()
	l.must(request{Op: opEtc, Files: map[string]string{name: text}})
}

// NoEtc takes /etc/name away, in this lab only.
func (l *Lab) NoEtc(name string) {
	l.t.Helper()
	l.must(request{Op: opNoEtc, Name: name})
}

// Proc mounts a folder over /proc that holds these files and nothing else; the
// names are paths below /proc, as "net/dev". `umount /proc` undoes it.
func (l *Lab) Proc(files map[string]string) {
	l.t.Helper()
	l.must(request{Op: opProc, Files: files})
}

// Hide takes programs away, in this lab only, wherever the system has them: what a
// tool looks for by itself is then only what the test puts there.
func (l *Lab) Hide(names ...string) {
	l.t.Helper()
	l.must(request{Op: opHide, Names: names})
}
