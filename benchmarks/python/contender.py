"""Lets a Python library take part in `./gradus bench`.

    python3 contender.py LIBRARY --threads N [--cold WORKLOAD --after 1,10,100]

LIBRARY is torch, torch-compile or keras. The commands and replies are those of
dev.gradus.benchmarks.host.Host; docs/how-to/benchmark.md lists them.
"""

import argparse
import os
import sys
import time

import workloads

UNABLE = 3
MOST_LATENCIES = 20_000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("library", choices=["torch", "torch-compile", "keras"])
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--cold", default="")
    parser.add_argument("--after", default="1")
    arguments = parser.parse_args()
    try:
        contender = make(arguments.library, arguments.threads)
        if arguments.cold:
            cold(contender, arguments.cold, arguments.after)
            return
    except Exception as failure:  # whatever it is, the other side wants a sentence
        reply("error", sentence(failure))
        sys.exit(UNABLE)
    reply("ready", contender.describe())
    Session(contender).serve()


def make(library, threads):
    """Imports no more than the library that is asked for."""
    if library == "keras":
        from keras_contender import KerasContender

        return KerasContender(threads)
    from torch_contender import TorchContender

    return TorchContender(threads, compiled=library == "torch-compile")


def task(contender, name):
    """Returns a task for a workload, or None; `W2/plain` is W2 without dropout."""
    network = workloads.named(name)
    return None if network is None else contender.prepare(network)


def cold(contender, workload, after):
    trained = task(contender, workload)
    if trained is None:
        reply("none")
        return
    done = 0
    for mark in after.split(","):
        while done < int(mark):
            trained.step()
            done += 1
        reply("step", mark)
    reply("memory", memory())


class Session:
    """Answers commands until standard input ends."""

    def __init__(self, contender):
        self.contender = contender
        self.task = None

    def serve(self):
        for line in iter(sys.stdin.readline, ""):
            words = line.split()
            if words[:1] == ["quit"]:
                return
            try:
                reply(*self.answer(*words))
            except Exception as failure:  # the conversation goes on
                reply("error", sentence(failure))

    def answer(self, command, argument=""):
        if command == "prepare":
            self.task = None  # the one before makes room first
            self.task = task(self.contender, argument)
            return ("none",) if self.task is None else ("ok",)
        if command == "memory":
            return "ok", memory()
        if command == "allocations":
            return ("none",)
        if self.task is None:
            raise ValueError('nothing is prepared: send "prepare WORKLOAD" first')
        if command == "steps":
            for _ in range(int(argument) - 1):
                self.task.step()
            return "ok", f"{self.task.last_step():.9g}"
        if command == "window":
            return "ok", *self.window(int(argument) * 1_000_000)
        if command == "latencies":
            return "ok", *self.latencies(int(argument) * 1_000_000)
        raise ValueError(f"unknown command {command}")

    def window(self, nanoseconds):
        steps, taken, start = 0, 0, time.perf_counter_ns()
        while taken < nanoseconds:
            self.task.step()
            steps += 1
            taken = time.perf_counter_ns() - start
        return steps, taken

    def latencies(self, nanoseconds):
        every = []
        start = now = time.perf_counter_ns()
        while now - start < nanoseconds and len(every) < MOST_LATENCIES:
            self.task.step()
            then = time.perf_counter_ns()
            every.append(then - now)
            now = then
        return every


def memory():
    """Returns the peak of resident memory in bytes, then 0 for the Java heap that is not there."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmHWM:"))
        return f"{int(line.split()[1]) * 1024} 0"
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return f"{peak if sys.platform == 'darwin' else peak * 1024} 0"


def sentence(failure):
    return " ".join(f"{type(failure).__name__}: {failure}".split())


def reply(*words):
    # The line break in front ends whatever was printed without one.
    REPLIES.write("\n@gradus-bench " + " ".join(str(word) for word in words) + "\n")
    REPLIES.flush()


# What libraries print to standard output goes to standard error.
REPLIES = os.fdopen(os.dup(1), "w", encoding="utf-8")

if __name__ == "__main__":
    os.dup2(2, 1)
    main()
    REPLIES.flush()
    os._exit(0)  # pools of native threads may keep the process alive
