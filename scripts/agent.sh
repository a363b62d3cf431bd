#!/usr/bin/env bash
# Builds the conformance agent: for all ABIs that it has, and as a root task of the reference kernel.
#
#   scripts/agent.sh          compiles for all ABIs, links .build/agent/{v2,fiasco,x0}.elf and, for the
#                             reference kernel, .build/agent/agent.elf
#   scripts/agent.sh --boot   also builds the kernel, boots it with the agent under QEMU, and looks
#                             whether it says hello
#   scripts/agent.sh --run    the same, but the serial line is the standard input and output, until the
#                             input ends or somebody ends QEMU
#   scripts/agent.sh --command KERNEL FLAG...
#                             builds nothing, and prints how `l4 conform` reaches that kernel with the
#                             agent; the flags are more of QEMU's, such as -no-reboot
#
# Status 0: all compiled without a warning, and it says hello. 1: it did not.
set -euo pipefail
cd "$(dirname "$0")/.."

output=.build/agent

# Under -icount shift=0,sleep=off instructions are the clock, runs repeat, and sleeping takes no time.
# The other serial lines have nobody at their end; they are there to raise their interrupts.
machine=(qemu-system-i386 -cpu pentium3 -m 32 -display none -monitor none -nodefaults
  -serial stdio -serial null
  -chardev null,id=third -device isa-serial,chardev=third,index=2,iobase=0x3e8,irq=5
  -chardev null,id=fourth -device isa-serial,chardev=fourth,index=3,iobase=0x2e8,irq=7
  -icount shift=0,sleep=off -rtc clock=vm
  -device isa-debug-exit,iobase=0xf4,iosize=4
  -initrd ".build/pc/sigma0.elf,$output/agent.elf" -kernel)

if [ "${1:-}" = --command ]; then
  shift
  echo "serial:${machine[*]} $*"
  exit
fi

flags=(-target i686-unknown-none-elf -std=c99 -ffreestanding -fno-stack-protector -fno-pic -mno-sse
  -Os -Wall -Wextra -Werror)
sources=(start agent boot controller worker message probe filler names devices frame wire)
mkdir -p "$output"

# build NAME FLAG...
build() {
  local name=$1 source
  local objects=()
  shift
  for source in "${sources[@]}"; do
    "${CLANG:-clang}" "${flags[@]}" "$@" -I Agent/include -c "Agent/$source.c" \
      -o "$output/$name-$source.o"
    objects+=("$output/$name-$source.o")
  done
  "${LD:-ld.lld}" -m elf_i386 -T Agent/agent.ld "${objects[@]}" -o "$output/$name.elf"
}

build v2 -DAGENT_ABI_V2
build fiasco -DAGENT_ABI_FIASCO
build x0 -DAGENT_ABI_X0
build agent -DAGENT_ABI_V2 -DAGENT_REFERENCE_KERNEL
"$(command -v llvm-size || command -v size)" "$output"/{v2,fiasco,x0,agent}.elf

case ${1:-} in
  '') ;;
  --boot)
    scripts/setup.sh qemu-system-x86
    scripts/boot.sh --build
    timeout 5 "${machine[@]}" .build/pc/kernel.elf -no-reboot </dev/null >"$output/boot.log" 2>&1 || true
    grep -aq 'L4 V2 agent' "$output/boot.log" || {
      echo 'agent: it does not say hello:' >&2
      cat "$output/boot.log" >&2
      exit 1
    }
    echo 'agent: it says hello'
    ;;
  --run)
    scripts/boot.sh --build
    "${machine[@]}" .build/pc/kernel.elf -no-reboot
    ;;
  *)
    echo 'usage: scripts/agent.sh [--boot | --run | --command KERNEL FLAG...]' >&2
    exit 1
    ;;
esac
