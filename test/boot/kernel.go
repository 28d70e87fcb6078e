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

// kernel is Debian's current one, unpacked.
type kernel struct {
	image string            // a file that qemu boots
	files map[string]string // modules by their names
}

// metaPackage depends on the current kernel's package.
const metaPackage = "linux-image-amd64"

// fetchKernel returns the kernel from the cache, after it was put there if it
// isn't yet. Its version isn't pinned: Debian keeps no old ones.
func fetchKernel() (*kernel, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil, err
	}
	deb, err := kernelPackage()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(cache, "classicnet", deb)
	if _, err := os.Stat(dir); err != nil {
		if err := unpackKernel(deb, dir); err != nil {
			return nil, err
		}
		forgetOthers(dir)
	}
	files, err := findModules(filepath.Join(dir, "lib", "modules"))
	return &kernel{filepath.Join(dir, "vmlinux"), files}, err
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

// unpackKernel makes dir, all of it or nothing.
func unpackKernel(deb, dir string) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp(filepath.Dir(dir), "new")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	if err := command(work, "apt-get", "-qq", "-o", "APT::Sandbox::User=root", "download", deb).Run(); err != nil {
		return fmt.Errorf("apt-get download: %w", err)
	}
	if err := command(work, "sh", "-c", "dpkg -x ./*.deb . && rm ./*.deb").Run(); err != nil {
		return fmt.Errorf("dpkg -x: %w", err)
	}
	if err := unpackImage(work); err != nil {
		return err
	}
	return os.Rename(work, dir)
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

// unpackImage takes vmlinux out of vmlinuz: a machine boots it in half the time.
func unpackImage(dir string) error {
	found, err := filepath.Glob(filepath.Join(dir, "boot", "vmlinuz-*"))
	if err != nil || len(found) != 1 {
		return fmt.Errorf("kernels in the package: %q %v", found, err)
	}
	packed, err := os.ReadFile(found[0])
	if err != nil {
		return err
	}
	start := bytes.Index(packed, []byte("\xfd7zXZ\x00"))
	if start < 0 {
		return fmt.Errorf("%s isn't packed by xz", found[0])
	}
	out, err := os.Create(filepath.Join(dir, "vmlinux"))
	if err != nil {
		return err
	}
	defer out.Close()
	unpack := command(dir, "xz", "-dc", "--single-stream")
	unpack.Stdin, unpack.Stdout = bytes.NewReader(packed[start:]), out
	return unpack.Run()
}

// command runs in a folder and complains where we do.
func command(dir, name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	c.Dir, c.Stderr = dir, os.Stderr
	return c
}
