# Two commands: `make demo` shows everything, `make test` proves it. `make help` lists the rest.
#
# They need Swift and make; the libraries are installed if they are missing.

# Where everything is built, and on how many cores.
SCRATCH ?= .build
JOBS ?=

export LOGS := $(SCRATCH)/logs
STEP := .ci/step
BUILD := swift build $(if $(JOBS),-j $(JOBS))
PING_PONG := --package-path Examples/PingPong --scratch-path "$(abspath $(SCRATCH))/examples/PingPong"
MAJORDOMO := --package-path Examples/Majordomo --scratch-path "$(abspath $(SCRATCH))/examples/Majordomo"
WEATHER := --package-path Examples/Weather --scratch-path "$(abspath $(SCRATCH))/examples/Weather"
# How many tests run at a time. Without a bound all begin at once: two thousand open descriptors, with which Foundation
# may crash when it starts a program, and deadlines that pass while a test waits for its turn.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
# Tests that compute and never wait; those that talk run after them, since their deadlines need a machine with time.
DESIGN_TIME := '^(Spec|CommandLine|Architecture|Gallery|Mutant|ZMQWire)[A-Za-z]*Tests\.'
# What is run under the sanitizers: codecs, which compute, and then the runtime and libzmq, which wait for each other.
CODECS := '^ZMQWire[A-Za-z]*Tests\.'
RUN_TIME := '^(ZMQRuntime|ZMQSockets|Generated)[A-Za-z]*Tests\.'
FORMATTED := Package.swift Sources Tests Plugins Examples Benchmarks/Package.swift Benchmarks/Sources Benchmarks/GRPC/Package.swift Benchmarks/GRPC/Sources

.DEFAULT_GOAL := help
.PHONY: faults fuzz soak bench bench-instructions bench-programs sanitize sanitized help demo test examples mutants bench-check release docs format lint clean no-logs libraries python zmqspec

help:
	@echo "make demo       check, draw and generate ping-pong, and run it: two processes over tcp"
	@echo "make test       every test, those with peers in Python and the examples included"
	@echo "make examples   build and run the examples only"
	@echo "make mutants    compile ten thousand protocol files with one thing wrong, and write Docs/Mutants.md"
	@echo "make bench      everything that is measured against other people's programs; half an hour"
	@echo "make bench-instructions  what can be counted, against the committed bounds"
	@echo "make bench-check  how long checking the gallery takes"
	@echo "make release    the command, optimised, with no Swift library to install beside it"
	@echo "make soak       ten million requests through a broker, ten thousand peers on one ROUTER; SOAK_MESSAGES=1000000 for less"
	@echo "make sanitize   the tests of codecs and of run time under ThreadSanitizer and AddressSanitizer"
	@echo "make faults     kill, stop and starve real programs, and print how long each fault lasts"
	@echo "make fuzz       ten million Doubles, a million documents, then libFuzzer: FUZZ_SECONDS=600 for each of four targets"
	@echo "make docs       write the pages of Docs/Protocols anew"
	@echo "make format     lay out every Swift file"
	@echo "make lint       check that every Swift file is laid out so"
	@echo "make clean      remove what was built"

demo: zmqspec
	@$(STEP) "Building Examples-PingPong" $(BUILD) $(PING_PONG)
	@.ci/demo "$(SCRATCH)/debug/zmqspec" "$(SCRATCH)/examples/PingPong/debug"

test: started := $(shell date +%s)
test: no-logs libraries python lint
	@$(STEP) "Building everything" $(BUILD) --scratch-path "$(SCRATCH)" --build-tests
	@$(STEP) "Running the tests of design time" swift test --scratch-path "$(SCRATCH)" --skip-build --filter $(DESIGN_TIME)
	@$(STEP) "Running the tests of run time" swift test --scratch-path "$(SCRATCH)" --skip-build --skip $(DESIGN_TIME)
	@$(MAKE) --no-print-directory examples
	@now=$$(date +%s); echo "All tests passed, in $$(((now - $(started)) / 60)) min $$(((now - $(started)) % 60)) s."
	@.ci/count "$(LOGS)"

examples: zmqspec
	@$(STEP) "Building Examples-PingPong" $(BUILD) $(PING_PONG) --build-tests
	@$(STEP) "Testing the logic of Examples-PingPong" swift test $(PING_PONG) --skip-build
	@$(STEP) "Running Examples-PingPong" .ci/example-test ping-pong "$(SCRATCH)/examples/PingPong/debug"
	@$(STEP) "Comparing the protocol of Examples-PingPong" \
	  cmp protocols/ping-pong.yaml Examples/PingPong/Sources/PingPongProtocol/ping-pong.yaml
	@$(STEP) "Comparing the protocol of Examples-Weather" \
	  cmp protocols/weather.yaml Examples/Weather/Sources/WeatherProtocol/weather.yaml
	@$(STEP) "Checking that Examples-Weather is generated" \
	  "$(SCRATCH)/debug/zmqspec" generate --check Examples/Weather/Sources/WeatherProtocol/weather.yaml
	@$(STEP) "Generating Examples-Weather" \
	  swift package $(WEATHER) --allow-writing-to-package-directory generate-protocols
	@$(STEP) "Checking the page of Examples-Weather" \
	  swift package $(WEATHER) --allow-writing-to-package-directory render-protocols --check
	@$(STEP) "Building Examples-Weather" $(BUILD) $(WEATHER)
	@$(STEP) "Running Examples-Weather" .ci/example-test weather "$(SCRATCH)/examples/Weather/debug"
	@$(STEP) "Comparing the protocol of Examples-Majordomo" \
	  cmp protocols/majordomo.yaml Examples/Majordomo/Sources/MajordomoProtocol/majordomo.yaml
	@$(STEP) "Building Examples-Majordomo" $(BUILD) $(MAJORDOMO)
	@$(STEP) "Running Examples-Majordomo" .ci/example-test majordomo "$(SCRATCH)/examples/Majordomo/debug"

sanitize: libraries
	@$(MAKE) --no-print-directory sanitized SANITIZER=thread
	@ASAN_OPTIONS=detect_leaks=0 $(MAKE) --no-print-directory sanitized SANITIZER=address

sanitized: SANITIZED := --scratch-path "$(SCRATCH)-$(SANITIZER)" --sanitize=$(SANITIZER)
sanitized:
	@$(STEP) "Building with the sanitizer of $(SANITIZER)" $(BUILD) $(SANITIZED) --build-tests
	@$(STEP) "Running the tests of codecs with it" swift test $(SANITIZED) --skip-build --filter $(CODECS)
	@$(STEP) "Running the tests of run time with it" swift test $(SANITIZED) --skip-build --filter $(RUN_TIME)

faults: libraries
	@$(STEP) "Building the tests of faults" env ZMQSPEC_TESTS=Fault $(BUILD) --scratch-path "$(SCRATCH)" --build-tests
	@ZMQSPEC_FAULT_TIMES=1 ZMQSPEC_TESTS=Fault swift test --scratch-path "$(SCRATCH)" --skip-build --filter '^FaultTests\.' \
	  | sed -n 's/^FAULT //p; /Test run with/p'

# Each message is a request and its answer, through four sockets of a broker.
SOAK_MESSAGES ?= 10000000
SOAK := --package-path Tests/Soak --scratch-path "$(abspath $(SCRATCH))/soak"

soak: libraries
	@$(STEP) "Building the soak" $(BUILD) $(SOAK) -c release
	@"$(SCRATCH)/soak/release/soak" $(SOAK_MESSAGES)

fuzz: libraries python
	@$(STEP) "Building the tests of codecs, optimised" \
	  env ZMQSPEC_TESTS=ZMQWire $(BUILD) -c release -Xswiftc -enable-testing --build-tests --scratch-path "$(SCRATCH)-fuzz"
	@ZMQSPEC_TESTS=ZMQWire ZMQSPEC_DOUBLES=10000000 ZMQSPEC_DOCUMENTS=1000000 \
	  $(STEP) "Trying ten million Doubles and a million documents" swift test -c release --scratch-path "$(SCRATCH)-fuzz" \
	  --skip-build --filter '^ZMQWireTests\.(JSONDouble|Agreement)Tests'
	@.ci/fuzz "$(SCRATCH)-fuzz/targets"

mutants: libraries
	@$(STEP) "Building the mutants" $(BUILD) --scratch-path "$(SCRATCH)" --build-tests
	@$(STEP) "Compiling 10,000 mutants" env ZMQSPEC_MUTANTS=0-9999 ZMQSPEC_MUTANTS_PAGE=Docs/Mutants.md \
	  swift test --scratch-path "$(SCRATCH)" --skip-build --filter '^MutantTests\.'

# The benchmarks' programs, the release tool among them, and the figures; Docs/Performance.md has the last ones.
BENCH := .venv/bin/python Benchmarks/bench.py --programs "$(abspath $(SCRATCH))/bench"

bench: bench-programs
	@$(BENCH) --page "$(abspath $(SCRATCH))/bench/table.md" --plot "$(abspath Docs)/growth.svg"

bench-instructions: python
	@.ci/bench-programs "$(abspath $(SCRATCH))/bench" counted
	@$(BENCH) instructions

bench-programs: release python
	@.ci/bench-programs "$(abspath $(SCRATCH))/bench"
	@cp "$(SCRATCH)/release/zmqspec" "$(SCRATCH)/bench/zmqspec"

bench-check: release
	@.ci/bench-check "$(SCRATCH)/release/zmqspec"

release: libraries
	@$(STEP) "Building zmqspec, optimised" \
	  $(BUILD) --scratch-path "$(SCRATCH)" -c release --static-swift-stdlib --product zmqspec
	@echo "$(SCRATCH)/release/zmqspec"

docs: zmqspec
	@"$(SCRATCH)/debug/zmqspec" render protocols/*.yaml --format markdown -o Docs/Protocols/
	@"$(SCRATCH)/debug/zmqspec" render --into README.md Docs/Diagrams.md Docs/Comparison.md
	@cd Examples/Weather && "$(abspath $(SCRATCH))/debug/zmqspec" render Sources/WeatherProtocol/weather.yaml --format markdown -o Docs/Protocols/

zmqspec: libraries
	@$(STEP) "Building zmqspec" $(BUILD) --scratch-path "$(SCRATCH)" --product zmqspec

format:
	@swift format --in-place --recursive $(FORMATTED)

lint: libraries
	@$(STEP) "Checking the layout of Swift files" swift format lint --strict --recursive $(FORMATTED)

clean:
	@rm -rf "$(SCRATCH)" .venv

# Logs of an earlier run are not counted.
no-logs:
	@rm -rf "$(LOGS)"

libraries:
	@.ci/install-libraries

python: libraries
	@.ci/install-python
