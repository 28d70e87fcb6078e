package main

import (
	"os"
	"strings"
	"testing"
)

// The file that is explained is the one that the machines are booted with.
func TestDevicesAreOnThePage(t *testing.T) {
	page, err := os.ReadFile("../../docs/persistent.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), "```interfaces hypervisor\n"+string(devices)+"```\n") {
		t.Error("docs/persistent.md has another one")
	}
}
