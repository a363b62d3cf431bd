#!/usr/bin/env bash
# Installs what the build needs and this machine lacks: Swift is expected, libz3-dev is installed.
# With other package names as arguments it installs those, if their programs are missing:
#   scripts/setup.sh z3 cvc5
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null; then
  say "setup: Swift 6.3 is not installed: https://www.swift.org/install"
  exit 69
fi

missing=()
[ -e /usr/include/z3.h ] || [ -e /usr/local/include/z3.h ] || [ -e /opt/homebrew/include/z3.h ] ||
  missing+=(libz3-dev)
for package in "$@"; do
  case "$package" in
    qemu-system-x86) program=qemu-system-i386 ;;
    *) program=$package ;;
  esac
  command -v "$program" >/dev/null || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  say "setup: missing: ${missing[*]}; install them by your package manager"
  exit 69
fi
command=(apt-get install -y --no-install-recommends "${missing[@]}")
if [ "$(id -u)" -ne 0 ]; then
  say "setup: missing: ${missing[*]}; type: sudo ${command[*]}"
  exit 69
fi
say "setup: installing ${missing[*]}"
apt-get update -qq || say "setup: the package lists could not be updated; trying with the old ones"
DEBIAN_FRONTEND=noninteractive "${command[@]}" -qq >&2
