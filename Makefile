# Two commands: `make check` shows the product at work, `make test` tests it.

SWIFT = swift
L4 = .build/release/l4

.PHONY: check test build setup lint mutants bench recheck freestanding boot agent qemu clean

# Explores, proves and conformance-tests everything built in, and prints one table of verdicts.
check: build
	@$(L4) verify

build: setup
	@$(SWIFT) build -c release --product l4

# One configuration for all: what is tested is what is run, and it is compiled once.
test: setup
	@$(SWIFT) build -c release --build-tests
	@$(SWIFT) test -c release --skip-build

setup:
	@scripts/setup.sh

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Sources specs proofs Tests Benchmarks

# Breaks the rules and the kernel, one bug at a time, and shows which check finds each.
mutants: setup
	@scripts/mutants

# The same model in our checker and in others, side by side.
bench: setup
	@Benchmarks/run

# Lets other solvers decide the obligations of the proofs again.
recheck: build
	@scripts/setup.sh z3 cvc5
	@$(L4) prove --write proofs/obligations
	@$(L4) recheck proofs/obligations

# Compiles the kernel for a bare 32-bit PC.
freestanding: setup
	@scripts/freestanding.sh

# Boots the kernel on a 32-bit PC under QEMU, with programs in user mode.
boot: setup
	@scripts/boot.sh

# The program that runs on a kernel under test, for all ABIs; boots it on ours.
agent: setup
	@scripts/agent.sh --boot

# Tests the kernel on an emulated PC by way of the agent, and the kit by kernels that hang there.
qemu: build agent
	@scripts/qemu.sh

clean:
	@rm -rf .build out
