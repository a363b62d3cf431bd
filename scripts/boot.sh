#!/usr/bin/env bash
# Builds the kernel for a 32-bit PC with sigma0 and a root task, and boots it under QEMU.
#
#   scripts/boot.sh               boots the demonstration, prints its log, checks what it shows
#   scripts/boot.sh --json        the same; prints only the figures, as JSON
#   scripts/boot.sh --build       only builds: .build/pc/{kernel,sigma0,root}.elf
#   scripts/boot.sh --impatient   builds .build/pc/impatient.elf, a kernel whose long operations are
#                                 interrupted at every other opportunity
#   scripts/boot.sh --test FILE   boots another root task, an ELF file or one of C, which has to end with
#                                 success in time
#   scripts/boot.sh --root FILE   boots another root task, its serial line being the standard input and
#                                 output; this process becomes QEMU, and ends when that does
#
# Status 0: all as it should be. 1: it did not boot, hung, or showed something else.
set -euo pipefail
cd "$(dirname "$0")/.."

output=.build/pc
log=$output/boot.log
triple=i686-unknown-none-elf
seconds=30
limit=150

fail() {
  printf 'boot: %s\n' "$*" >&2
  exit 1
}

# --- Building.

swift_flags=(-enable-experimental-feature Embedded -target "$triple" -swift-version 6 -wmo
  -parse-as-library -Ounchecked -warnings-as-errors -Xfrontend -function-sections
  -Xfrontend -disable-stack-protector -Xcc -ffreestanding -Xcc -mno-sse)
clang=${CLANG:-clang}
linker=(${LD:-ld.lld} -m elf_i386 --gc-sections)
program_base=0x800000

assemble() {
  "$clang" -target "$triple" -c "$1" -o "$output/$(basename "$1" .S).o"
}

# build_program MODULE BASE NAME
build_program() {
  swiftc "${swift_flags[@]}" -I Sources/PC/User -module-name "$1" \
    -c Sources/PC/User/*.swift Sources/PC/"$1"/*.swift -o "$output/$3.program.o"
  link_program "$2" "$3"
}

# link_program BASE NAME
link_program() {
  "${linker[@]}" -T Sources/PC/User/user.ld --defsym=program_base="$1" \
    "$output"/{start,calls,runtime,"$2".program}.o -o "$output/$2.elf"
}

# build_c FILE: a root task of one file of C.
build_c() {
  local name
  name=$(basename "$1" .c)
  "$clang" -target "$triple" -ffreestanding -fno-stack-protector -mno-sse -O2 -Wall -Wextra \
    -I Sources/PC/User -c "$1" -o "$output/$name.program.o"
  link_program "$program_base" "$name"
  root=$output/$name.elf
}

# Whether anything has changed since the last program was linked.
is_built() {
  [ -e "$output/root.elf" ] &&
    [ -z "$(find Sources/PC Sources/ReferenceKernel scripts/boot.sh -newer "$output/root.elf" -print -quit)" ]
}

# build_kernel NAME FLAG...
build_kernel() {
  local name=$1
  shift
  swiftc "${swift_flags[@]}" "$@" -I Sources/PC/Hardware -module-name ReferenceKernel \
    -c Sources/ReferenceKernel/*.swift Sources/PC/Kernel/*.swift -o "$output/$name.compiled.o"
  "${linker[@]}" -T Sources/PC/Kernel/kernel.ld "$output"/{boot,entries,runtime,"$name".compiled}.o \
    -o "$output/$name.elf"
}

build() {
  local file
  mkdir -p "$output"
  for file in Sources/PC/Kernel/*.S Sources/PC/User/*.S; do assemble "$file"; done
  build_kernel kernel
  build_program Sigma0 0x401000 sigma0
  build_program Root "$program_base" root
}

# --- Running.

# Under -icount shift=0 the time-stamp counter counts instructions, and a run is always the same.
emulator() {
  exec "$@" qemu-system-i386 -cpu pentium3 -m 32 -display none -monitor none -nodefaults \
    -no-reboot -serial stdio -icount shift=0,sleep=off -rtc clock=vm \
    -device isa-debug-exit,iobase=0xf4,iosize=4 \
    -kernel "$output/kernel.elf" -initrd "$output/sigma0.elf,$root"
}

# The last line of the log, without what QEMU itself says.
last_line() { { grep -v '^qemu-system' "$log" || echo nothing; } | tail -n 1; }

run() {
  local status=0
  (emulator timeout "$seconds") </dev/null >"$log" 2>&1 || status=$?
  tr -d '\r' <"$log" >"$log.text" && mv "$log.text" "$log"
  [ "$json" ] || cat "$log"
  # The device ends QEMU with twice the byte written, plus one.
  case $status in
    33) ;;
    35) fail "the root task has failed: $(grep -m1 FAILED "$log" || true)" ;;
    65) fail "the kernel has stopped: $(grep '^kernel:' "$log" | tail -n 1)" ;;
    124) fail "hung: no end within $seconds s; the last line was: $(last_line)" ;;
    *) fail "QEMU ended with status $status; the last line was: $(last_line)" ;;
  esac
}

# --- Checking.

# expect PATTERN WHAT
expect() { grep -Eq "$1" "$log" || fail "the log does not show $2"; }

# figures PLACE: sets instructions, rounds, one_way, entries, messages, switches and faults.
figures() {
  local line
  line=$(grep -A1 "^root: ipc $1:" "$log" | tr -c '0-9\n' ' ' | tr '\n' ' ')
  read -r instructions rounds one_way entries messages switches faults _ <<<"$line" || true
  [ "${faults:-}" ] || fail "the log does not show ipc $1"
}

# check_events PLACE SWITCHES: two entries and two messages a round trip, and so many switches; not too
# many instructions.
check_events() {
  [ "$entries $messages $switches $faults" = "$((2 * rounds)) $((2 * rounds)) $(($2 * rounds)) 0" ] ||
    fail "a round trip $1 takes other events than 2 entries, 2 messages, $2 switches of space"
  [ "$one_way" -gt 0 ] && [ "$one_way" -le "$limit" ] ||
    fail "ipc $1 takes $one_way instructions one way; at most $limit are wanted"
}

as_json() {
  printf '{"roundTrips": %d, "instructions": %d, "oneWay": %d.%d, "kernelEntries": %d, "messages": %d, "spaceSwitches": %d, "pageFaults": %d}' \
    "$rounds" "$instructions" $((instructions / rounds / 2)) $((instructions * 10 / rounds / 2 % 10)) \
    "$entries" "$messages" "$switches" "$faults"
}

check() {
  expect '^root: I am thread 4\.0, my pager is 2\.0' 'the root task'
  expect '^root: kernel info page mapped' 'the kernel info page'
  expect '^pager: 6\.0 writes 0x[0-9a-f]+ at 0x[0-9a-f]+: mapped' 'a page fault that a pager resolved'
  expect '^root: the client has counted to 10 with the server' 'the ping-pong of client and server'
  expect '^root: interrupt of line 8 received as ipc from id 9, 3 of 3' 'an interrupt as ipc'
  expect '^root: the kernel has audited itself: nothing is wrong' 'the audit of the kernel'
  figures 'inside one task'
  check_events 'inside one task' 0
  local inside
  inside=$(as_json)
  figures 'beside a busy thread'
  check_events 'beside a busy thread' 2
  local beside
  beside=$(as_json)
  figures 'across address spaces'
  check_events 'across address spaces' 2
  if [ "$json" ]; then
    printf '{"insideOneTask": %s, "acrossSpaces": %s, "besideBusyThread": %s}\n' \
      "$inside" "$(as_json)" "$beside"
  else
    printf 'boot: all as it should be; ipc across address spaces takes %s instructions one way\n' "$one_way"
  fi
}

json=
mode=demonstration
root=$output/root.elf
while [ $# -gt 0 ]; do
  case $1 in
    --json) json=1 ;;
    --build) mode=build ;;
    --impatient) mode=impatient ;;
    --root | --test)
      mode=${1#--}
      root=${2:?a file}
      shift
      ;;
    *) fail "usage: scripts/boot.sh [--json | --build | --impatient | --test FILE | --root FILE]" ;;
  esac
  shift
done

case $mode in build | impatient) ;; *) scripts/setup.sh qemu-system-x86 ;; esac
is_built || build
case $root in *.c) build_c "$root" ;; esac
case $mode in
  build) ;;
  impatient)
    [ "$output/impatient.elf" -nt "$output/root.elf" ] || build_kernel impatient -DIMPATIENT
    ;;
  root) emulator ;;
  test) run ;;
  demonstration)
    run
    check
    ;;
esac
