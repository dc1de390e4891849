"""How much one file may cost, in one place, and the kernel's help to hold a process to it (Linux, no root).

The bounds hold against files that hang, swell or crash a parser. They come from measured hostile files: a deflate bomb of 1.5 MB
took 13 s and 2.5 GB, nested form XObjects of 2 kB never ended. RLIMIT_DATA counts what a process may write (heap, private maps);
RLIMIT_AS also counts mapped libraries and the stacks of their threads, so it only stands behind as a wider fence.
"""

import resource
import signal

MAX_BYTES = 100_000_000  # a file as it arrives
MAX_PAGES = 500
MAX_PIXELS = 40_000_000  # a page
MAX_STREAM = 8_000_000  # bytes of a page's drawing program, unpacked
MAX_UNPACKED = 100_000_000  # bytes of a Word file, unpacked
MEMORY = 1_500_000_000  # bytes
ADDRESSES = 4_000_000_000  # bytes
DISK = 300_000_000  # bytes of one file written, such as a saved attachment
SECONDS = 60  # of the processor for a file, and anew from the start of each page that needs recognition
WAIT = 120  # seconds by the clock for the same: a machine has more to do than this
MOST_SECONDS = 3600  # of the processor, whatever the pages
MAX_ATTACHMENTS = 200
MAX_DEPTH = 3  # mails within mails
MAX_XML = 20_000_000  # bytes of one part of a Word file, unpacked
MAX_TEXT = 5_000_000  # bytes of a transcript: more than a thousand pages
MAX_GLYPHS = 100_000  # characters on a page; a page of small print has ten thousand
MAX_ANSWER = 64_000_000  # bytes handed back

_bound = False


def bind() -> None:
    """Hold this process to the limits: the kernel ends it (SIGALRM, SIGXCPU) or denies it memory (MemoryError)."""
    global _bound
    _bound = True
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, _at_most(resource.RLIMIT_FSIZE, DISK))
    resource.setrlimit(resource.RLIMIT_DATA, _at_most(resource.RLIMIT_DATA, MEMORY))
    resource.setrlimit(resource.RLIMIT_AS, _at_most(resource.RLIMIT_AS, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, MOST_SECONDS))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, WAIT)


def allow_page() -> None:
    """Give the process the time of one more page that needs recognition; nothing happens where no limit is in force."""
    if not _bound:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (min(spent + SECONDS, MOST_SECONDS), MOST_SECONDS))
    signal.setitimer(signal.ITIMER_REAL, WAIT)


def _at_most(kind: int, limit: int) -> tuple[int, int]:
    """Return a limit no higher than what this process is held to already."""
    hard = resource.getrlimit(kind)[1]
    held = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    return held, held
