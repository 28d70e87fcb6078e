package syslog

import (
	"net"
	"path/filepath"
	"testing"
	"time"
)

// A log gets the message behind its priority and tag; without one nothing happens.
func TestSend(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	send(path, UserInfo, "mii-tool", "lost")
	log, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: path, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	send(path, LocalError, "nameif", "interface 'x' not found")
	log.SetReadDeadline(time.Now().Add(5 * time.Second))
	b := make([]byte, 200)
	n, err := log.Read(b)
	if got := string(b[:n]); got != "<131>nameif: interface 'x' not found" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
