#!/usr/bin/env python3
"""A kernel that speaks JSON lines, as an example of docs/conformance-protocol.md: ipc of register
messages between threads that are there from the beginning. What it has not, it says or refuses.

    l4 conform 'json:Examples/lines.py'

Fact numbers in brackets are those of the specification."""

import json
import sys

OK, NOT_EXISTENT, RECEIVE_TIMEOUT, SEND_TIMEOUT = 0x00, 0x10, 0x20, 0x30


class Refused(Exception):
    pass


class Kernel:
    def __init__(self, stage):
        if len(stage["threads"]) > 2:
            raise Refused("there are sigma0 and the root task, and no other")
        self.threads = sum(stage["threads"])
        self.calls = {}  # thread: the call that it is in, in the order of the calls

    def perform(self, operation):
        """Does one operation, and says what is to be seen of it."""
        self.returns = []
        if operation["operation"] == "tick":
            self.tick()
        elif operation["operation"] != "ipc":
            raise Refused("only ipc is there")
        elif operation["by"] in self.calls:
            return {"skipped": True}
        else:
            self.ipc(dict(operation))
        return {"returns": sorted(self.returns, key=lambda result: result["thread"])}

    def ipc(self, call):
        caller, partner = call["by"], call["partner"]
        if "send" in call:
            if "item" in call["send"]:
                raise Refused("no mappings are there")
            if partner["kind"] != "thread" or partner["number"] == caller:
                self.end(caller, NOT_EXISTENT)  # IPC-10, IPC-11
            elif self.waits(partner["number"], caller):
                self.deliver(call)
            elif call["send"]["timeout"] == 0:
                self.end(caller, SEND_TIMEOUT)  # IPC-33
            else:
                self.calls[caller] = dict(call, sends=True, left=call["send"]["timeout"])
        elif "receive" in call:
            if not call["receive"]["open"] and partner["kind"] in ("former", "invalid"):
                self.end(caller, NOT_EXISTENT)  # IPC-11, A6
            else:
                self.receive(call)
        else:
            self.end(caller, NOT_EXISTENT)  # IPC-7

    def waits(self, receiver, sender):
        """Whether a thread waits for messages of this sender. (IPC-13)"""
        call = self.calls.get(receiver)
        if call is None or call["sends"]:
            return False
        return call["receive"]["open"] or call["partner"] == {"kind": "thread", "number": sender}

    def receive(self, call):
        """Takes the sender that came first, or waits for one. (IPC-15, IPC-16)"""
        me, timeout = call["by"], call["receive"]["timeout"]
        self.calls.pop(me, None)
        self.calls[me] = dict(call, sends=False, left=timeout)
        for sender, other in self.calls.items():
            if other["sends"] and other["partner"]["number"] == me and self.waits(me, sender):
                return self.deliver(other)
        if timeout == 0:
            self.end(me, RECEIVE_TIMEOUT)

    def deliver(self, call):
        """The message goes over, and the sender's receive phase begins. (IPC-9, IPC-62)"""
        sender, receiver = call["by"], call["partner"]["number"]
        source = {"kind": "thread", "number": sender}
        self.end(receiver, OK, source=source, word=call["send"]["word"] == 1)
        if "receive" in call:
            self.receive(call)
        else:
            self.end(sender, OK)

    def end(self, thread, code, **more):
        self.calls.pop(thread, None)
        self.returns.append({"thread": thread, "code": code, **more})

    def tick(self):
        """A timeout of n ticks has passed when n ticks have come. (IPC-28, IPC-36)"""
        for thread, call in list(self.calls.items()):
            if call["left"] != "never":
                call["left"] -= 1
                if call["left"] == 0:
                    self.end(thread, SEND_TIMEOUT if call["sends"] else RECEIVE_TIMEOUT)


def say(message, **more):
    print(json.dumps({"message": message, **more}), flush=True)


say("hello", protocol=1, name="lines", profile="v2", tasks=2, threads=2, pages=8, fault_ticks=[],
    lacks=["clans", "deceit", "strings", "ports", "interrupts", "exceptions", "preempters",
           "donation", "large items", "small items", "schedules", "registers", "tasks"])
for line in sys.stdin:
    run = json.loads(line)
    number = run["program"]
    try:
        kernel = Kernel(run["stage"])
        for step, operation in enumerate(run["setup"] + run["operations"]):
            say("observation", program=number, step=step, **kernel.perform(operation))
        say("done", program=number)
    except Refused as reason:
        say("refused", program=number, reason=str(reason))
