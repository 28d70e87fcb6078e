package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
)

// kernel is one of Debian's, unpacked.
type kernel struct {
	arch    *arch
	image   string            // a file that qemu boots
	release string            // as uname -r tells it
	files   map[string]string // modules by their names
}

// metaPackage depends on the current kernel's package.
const metaPackage = "linux-image-amd64"

// fetchKernel returns this machine's kernel from the cache, after it was put there if
// it isn't yet. Its version isn't pinned: Debian keeps no old ones.
func fetchKernel() (*kernel, error) {
	deb, err := kernelPackage()
	if err != nil {
		return nil, err
	}
	dir, err := cached(deb, func(work string) error { return unpackKernel(deb, work) })
	if err != nil {
		return nil, err
	}
	forgetOthers(dir)
	return openKernel(dir, &arches[0])
}

// moduleFolders is where kernels have theirs: below /usr from Debian 13 on.
var moduleFolders = []string{"lib/modules", "usr/lib/modules"}

// openKernel returns the kernel that was unpacked into a folder.
func openKernel(dir string, a *arch) (*kernel, error) {
	k := &kernel{arch: a, image: filepath.Join(dir, "vmlinux")}
	for _, folder := range moduleFolders {
		found, err := filepath.Glob(filepath.Join(dir, folder, "*"))
		if err != nil || len(found) != 1 {
			continue
		}
		k.release = filepath.Base(found[0])
		k.files, err = findModules(found[0])
		return k, err
	}
	return nil, fmt.Errorf("%s has no modules of one kernel", dir)
}

// kernelPackage names the package with its version. Where apt has no lists of
// packages it gets them.
func kernelPackage() (string, error) {
	name, err := kernelPackageOnce()
	if err != nil {
		if err := command("", "apt-get", "update", "-qq").Run(); err != nil {
			return "", fmt.Errorf("apt-get update: %w", err)
		}
		name, err = kernelPackageOnce()
	}
	return name, err
}

func kernelPackageOnce() (string, error) {
	depends, err := command("", "apt-cache", "depends", metaPackage).Output()
	if err != nil {
		return "", err
	}
	found := regexp.MustCompile(`Depends: (linux-image-\S+)`).FindSubmatch(depends)
	if found == nil {
		return "", errors.New("apt-cache knows no package " + metaPackage)
	}
	version, err := command("", "apt-cache", "show", "--no-all-versions", string(found[1])).Output()
	if err != nil {
		return "", err
	}
	number := regexp.MustCompile(`(?m)^Version: (\S+)`).FindSubmatch(version)
	if number == nil {
		return "", fmt.Errorf("apt-cache knows no version of %s", found[1])
	}
	return string(found[1]) + "=" + string(number[1]), nil
}

// unpackKernel fills a folder.
func unpackKernel(deb, work string) error {
	if err := command(work, "apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", deb).Run(); err != nil {
		return fmt.Errorf("apt-get download: %w", err)
	}
	if err := command(work, "sh", "-c", "dpkg -x ./*.deb . && rm ./*.deb").Run(); err != nil {
		return fmt.Errorf("dpkg -x: %w", err)
	}
	return unpackImage(work)
}

// forgetOthers removes the kernels before this one, of 400 MB each.
func forgetOthers(dir string) {
	others, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), "linux-image-*"))
	for _, other := range others {
		if other != dir {
			os.RemoveAll(other)
		}
	}
}

// unpackImage takes vmlinux out of vmlinuz, where xz has packed it: a machine boots
// it in half the time. Another one is booted as it is.
func unpackImage(dir string) error {
	found, err := filepath.Glob(filepath.Join(dir, "boot", "vmlinuz-*"))
	if err == nil && len(found) == 0 {
		found, err = filepath.Glob(filepath.Join(dir, "usr/lib/modules/*/vmlinuz"))
	}
	if err != nil || len(found) != 1 {
		return fmt.Errorf("kernels in the package: %q %v", found, err)
	}
	packed, err := os.ReadFile(found[0])
	if err != nil {
		return err
	}
	image := filepath.Join(dir, "vmlinux")
	if start := bytes.Index(packed, []byte("\xfd7zXZ\x00")); start >= 0 && bytes.Contains(packed[:start], []byte("HdrS")) {
		return unpackTo(image, packed[start:])
	}
	return os.WriteFile(image, packed, 0o644)
}

func unpackTo(image string, packed []byte) error {
	out, err := os.Create(image)
	if err != nil {
		return err
	}
	defer out.Close()
	unpack := command("", "xz", "-dc", "--single-stream")
	unpack.Stdin, unpack.Stdout = bytes.NewReader(packed), out
	return unpack.Run()
}

// command runs in a folder and complains where we do.
func command(dir, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir, c.Stderr = dir, os.Stderr
	return c
}
