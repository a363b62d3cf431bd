#!/usr/bin/env bash
# Tests the reference kernel on an emulated PC by way of the agent, and the kit by kernels that hang or
# reboot there. Everything has to be built: by `make build agent`.
#
#   scripts/qemu.sh             a sample of programs, also on a kernel whose long operations are always
#                               interrupted; kernels that hang, triple fault and reboot; signals
#   scripts/qemu.sh --programs N    that many programs in each sample, instead of 200
#
# Status 0: no deviation; what goes wrong is told as what it is, in time, and nothing is left of it.
set -euo pipefail
cd "$(dirname "$0")/.."

l4=.build/release/l4
programs=200
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export TMPDIR=$work/temporary
mkdir "$TMPDIR"

fail() {
  printf 'qemu: %s\n' "$*" >&2
  exit 1
}

case ${1:-} in
  '') ;;
  --programs) programs=${2:?a number} ;;
  *) fail 'usage: scripts/qemu.sh [--programs N]' ;;
esac

# machine KERNEL FLAG...: the connection to a machine with another kernel.
machine() {
  local kernel=$1
  shift
  scripts/agent.sh --command "$kernel" "$@"
}

# machines KERNEL: how many there are. The emulator may have been started by a path.
machines() { pgrep -c -f "^[^ ]*qemu-system-i386.*$1" || true; }

# is_clean KERNEL: nothing is left of a machine or of its files.
is_clean() { [ "$(machines "$1")" -eq 0 ] && [ -z "$(ls -A "$TMPDIR")" ]; }

# sample NAME KERNEL...: programs, without a deviation.
sample() {
  local name=$1
  shift
  "$l4" conform "$@" --programs "$programs" --corpus none --findings "$work/findings" \
    >"$work/log" 2>&1 || {
    cat "$work/log" >&2
    fail "$name: not as it should be"
  }
  printf 'qemu: %s: %s\n' "$name" "$(sed -n 2p "$work/log" | sed 's/^ *//')"
  grep '^  skipped' "$work/log" || true
}

# broken NAME BYTES WORDS FLAG...: the kernel with other bytes where task_new begins, which the agent calls
# first of all when it has a program. What is reported has these words; a machine has 10 s.
broken() {
  local name=$1 bytes=$2 words=$3 entry base offset begin
  shift 3
  cp .build/pc/kernel.elf "$work/$name.elf"
  entry=$((16#$(nm .build/pc/kernel.elf | sed -n 's/ t entry_0x36$//p')))
  read -r offset base < <(readelf -lW .build/pc/kernel.elf | awk '$1 == "LOAD" { print $2, $3 }' | tail -n 1)
  printf "$bytes" | dd of="$work/$name.elf" bs=1 seek=$((entry - base + offset)) conv=notrunc status=none
  begin=$(date +%s%N)
  "$l4" conform "$(machine "$work/$name.elf" "$@")" --programs 1 --corpus none --jobs 1 --shrink 0 \
    --findings "$work/findings" >"$work/log" 2>&1 || true
  grep -q "$words" "$work/log" || {
    cat "$work/log" >&2
    fail "$name: that is not what is reported"
  }
  is_clean "$work/$name.elf" || fail "$name: something is left of the machine"
  printf 'qemu: %s: %s; after %d.%d s\n' "$name" "$(grep -m1 -o "the kernel .*" "$work/log")" \
    $(((($(date +%s%N) - begin) / 100000000) / 10)) $(((($(date +%s%N) - begin) / 100000000) % 10))
}

# ended SIGNAL: the command with two machines is ended.
ended() {
  local id count=0
  cp .build/pc/kernel.elf "$work/$1.elf"
  # A shell lets what it starts in the background ignore SIGINT, but not by a job of its own.
  set -m
  "$l4" conform "$(machine "$work/$1.elf")" --programs 100000 --corpus none --jobs 2 \
    --findings "$work/findings" >/dev/null 2>&1 &
  id=$!
  set +m
  for _ in $(seq 300); do
    count=$(machines "$work/$1.elf")
    [ "$count" -ge 2 ] && break
    sleep 0.1
  done
  [ "$count" -ge 2 ] || fail "$1: there is no machine to be ended"
  kill -s "$1" $id
  wait $id 2>/dev/null && fail "$1: the command did not end by it"
  for _ in $(seq 20); do
    is_clean "$work/$1.elf" && break
    sleep 0.1
  done
  is_clean "$work/$1.elf" || fail "$1: something is left of the machine"
  echo "qemu: $1: nothing is left"
}

scripts/boot.sh --impatient
sample 'the kernel' --qemu
sample 'the kernel, impatient' "$(machine .build/pc/impatient.elf)"
# jmp to itself, with interrupts off; lidt of an empty table, then int3.
broken hangs '\xeb\xfe' 'hung: step 0: no answer in 9\(\.[0-9]\)\? s' -no-reboot
broken faults '\x6a\x00\x6a\x00\x0f\x01\x1c\x24\xcc' 'crashed' -no-reboot
broken reboots '\x6a\x00\x6a\x00\x0f\x01\x1c\x24\xcc' 'it began anew'
ended TERM
ended INT
