"""The process that holds the terminal: it waits for the one that draws, and gives the terminal back whatever ended it.

A fault in native code, a kill or a lack of memory leaves nobody else to do that. Forked before anything is imported
that draws, it keeps almost nothing, and does nothing until a signal comes. It belongs to the same process group, so
that the terminal, and a shell's `fg` and `bg`, mean both.
"""

import contextlib
import faulthandler
import fcntl
import os
import re
import select
import signal
import sys
from time import monotonic

from briefing_tui.keeper import DRAWN, ENDINGS, LAST_WORDS, LEFT, LENT, PATIENCE, Found, held

#: Seconds after which a process that was told to end, and has not, is killed: it had this long for its last words and
#: the terminal.
FORCE = LAST_WORDS + PATIENCE + 0.25
#: Seconds between two looks at something that does not tell when it changes.
LOOK = 0.02
#: How many looks a stop may take that was meant for all of the process group.
STOPPING = 15

#: What Linux gives as the origin of a signal that a key has raised: whoever is in the foreground has it as well.
_FROM_KERNEL = 128

#: Signals that say something about the program, and not about who ended it.
_FAULTS = {
    getattr(signal, name)
    for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGFPE", "SIGILL", "SIGTRAP", "SIGSYS")
    if hasattr(signal, name)
}
#: What would end this process, and is meant for the program.
_HANDED_ON = {*_FAULTS, signal.SIGUSR1, signal.SIGUSR2, signal.SIGXCPU, signal.SIGVTALRM, signal.SIGPROF}

_SIGNALS = {*ENDINGS, *_HANDED_ON, signal.SIGCHLD, signal.SIGTSTP, signal.SIGCONT, signal.SIGALRM, signal.SIGIO}
#: Held back as well, so that writing from the background does not stop it.
_BLOCKED = {*_SIGNALS, signal.SIGTTOU}

_TOLD = re.compile(rb"^(left|drawn|lent) (\d+)\n", re.MULTILINE)


def hold() -> None:
    """Leaves this process to hold the terminal. Returns in a new one, which goes on; in this one never.

    Where no process can be had, it returns in this one, and the terminal comes back as long as Python runs.
    """
    found = Found()
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    told, tell = os.pipe()
    alive, life = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _BLOCKED)
    holder = os.getpid()
    try:
        child = os.fork()
    except OSError:
        for handle in (told, tell, alive, life):
            os.close(handle)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    if child == 0:
        os.close(told)
        os.close(life)
        os.set_blocking(tell, False)
        faulthandler.enable(tell)
        # When the holder is gone, nobody has the other end any more.
        _signalled(alive)
        held(tell, alive, holder)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    os.close(tell)
    os.close(alive)
    os.set_blocking(told, False)
    _signalled(told)
    code = 70
    try:
        code = _Holder(child, told, found).wait()
    finally:
        # Whatever happens here: two processes must never go on as one.
        os._exit(code)


def _signalled(handle: int) -> None:
    """Has SIGIO sent to this process when something comes in on a pipe, or its other end is closed."""
    with contextlib.suppress(OSError, AttributeError):
        fcntl.fcntl(handle, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(handle, fcntl.F_SETFL, fcntl.fcntl(handle, fcntl.F_GETFL) | os.O_ASYNC)


class _Holder:
    """What the holding process does. All its signals are blocked, and taken one by one."""

    def __init__(self, child: int, told: int, found: Found) -> None:
        self._child, self._told, self._found = child, told, found
        self._heard = b""
        self._use, self._borrower = LEFT, 0
        self._status: int | None = None
        #: The signal that the child was told to end by, and whether it was killed for not having done so.
        self._asked = 0
        self._forced = False
        #: What was ignored from outside, as nohup does, stays ignored; a signal that is blocked comes all the same.
        self._ignored = {number for number in ENDINGS if signal.getsignal(number) is signal.SIG_IGN}
        #: Whether the child is stopped; whether a stop of the whole process group was asked for; whether the terminal
        #: was given back for it.
        self._is_stopped = self._stop_asked = self._taken_back = False

    def wait(self) -> int:
        """Waits for the end of the child; the exit code of the program. The terminal is then as it was."""
        for unhandled in (signal.SIGCHLD, signal.SIGCONT, signal.SIGIO):
            # Some systems throw away what nobody handles, though it is blocked.
            signal.signal(unhandled, lambda *_: None)
        self._look()
        while self._status is None:
            number, origin = _next_signal()
            if number in ENDINGS:
                # A key's signal is the child's as well; a terminal that is closed tells one process alone.
                if number not in self._ignored and (origin != _FROM_KERNEL or number == signal.SIGHUP):
                    self._end(number)
            elif number == signal.SIGTSTP:
                self._ask_to_stop(origin)
            elif number == signal.SIGALRM:
                self._forced = True
                self._tell(signal.SIGKILL)
            elif number in _HANDED_ON:
                self._tell(number)
            self._look()
        self._listen()
        return self._ended(self._status)

    def _look(self) -> None:
        """Learns what has become of the child."""
        while self._status is None:
            try:
                process, status = os.waitpid(self._child, os.WNOHANG | os.WUNTRACED | os.WCONTINUED)
            except ChildProcessError:
                process, status = self._child, 0
            if not process:
                break
            if os.WIFSTOPPED(status):
                self._is_stopped = True
                self._stop()
            elif os.WIFCONTINUED(status):
                self._is_stopped = False
                self._go_on()
            else:
                self._status = status
        self._listen()

    def _listen(self) -> None:
        """Takes in what the child has told; what its last moment was like is kept."""
        with contextlib.suppress(OSError):
            while part := os.read(self._told, 1 << 16):
                self._heard += part
        told = _TOLD.findall(self._heard)
        if told:
            self._use, self._borrower = told[-1][0].decode(), int(told[-1][1])
            self._heard = _TOLD.sub(b"", self._heard)

    def _tell(self, number: int, process: int = 0) -> None:
        with contextlib.suppress(OSError):
            os.kill(process or self._child, number)

    def _end(self, number: int) -> None:
        """Hands on a signal that ends the program, and sees to it that it does."""
        self._listen()
        if number in (signal.SIGINT, signal.SIGQUIT) and self._use == LENT:
            # These are an editor's while it is open.
            return
        self._tell(number)
        self._tell(signal.SIGCONT)
        if not self._asked:
            self._asked = number
            signal.setitimer(signal.ITIMER_REAL, FORCE)

    # stopping and going on --------------------------------------------------------------------

    def _ask_to_stop(self, origin: int) -> None:
        """Sees to it that the child stops, as it does by itself where all of the process group were told to."""
        self._stop_asked = True
        if self._is_stopped:
            self._stop()
        elif origin != _FROM_KERNEL:
            for _ in range(STOPPING):
                if os.waitid(os.P_PID, self._child, os.WSTOPPED | os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
                    return
                select.select([], [], [], LOOK)
            self._tell(signal.SIGTSTP)

    def _stop(self) -> None:
        """Stops with the child, so that the shell takes the terminal; which it finds as it left it."""
        self._listen()
        if self._use == LENT and not self._stop_asked:
            # Somebody types in an editor.
            return
        self._stop_asked = False
        if self._use == DRAWN:
            self._found.give_back(self._use)
            self._taken_back = True
        if _stopped():
            self._taken_back = False
            self._tell(signal.SIGCONT)

    def _go_on(self) -> None:
        """Has the child draw anew what was taken from it while it was stopped, now that it goes on."""
        if self._taken_back:
            self._taken_back = False
            self._tell(signal.SIGCONT)

    # the end --------------------------------------------------------------------

    def _ended(self, status: int) -> int:
        number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = 128 + number if number else os.WEXITSTATUS(status)
        left = self._use
        if left == LENT:
            # What is typed there is the user's: it ends when they end it.
            self._wait_for_borrower()
        if left != LEFT or number:
            self._found.give_back(DRAWN if left == DRAWN else LEFT)
        if self._forced:
            return 128 + self._asked
        if number in ENDINGS:
            return code
        if number:
            self._found.write(_words(number, self._heard).encode() + b"\n")
        elif left == DRAWN:
            self._found.write(b"briefing: ended without giving the terminal back; it was restored\n")
        return code

    def _wait_for_borrower(self) -> None:
        patience: float | None = None
        while _is_running(self._borrower) and (patience is None or monotonic() < patience):
            select.select([], [], [], LOOK)
            pending = signal.sigpending()
            if signal.SIGTSTP in pending:
                _stopped()
            for number in pending & {signal.SIGTERM, signal.SIGHUP} - self._ignored:
                signal.sigwait({number})
                self._tell(number, self._borrower)
                patience = patience or monotonic() + LAST_WORDS


def _stopped() -> bool:
    """Stops this process; True once it goes on, False at once where no shell is there that could have it go on."""
    # Not SIGSTOP: that one would hold for ever there.
    os.kill(os.getpid(), signal.SIGTSTP)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTSTP})
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
    return signal.SIGCONT in signal.sigpending()


def _next_signal() -> tuple[int, int]:
    """Waits for a signal; its number, and where it came from: 0 where the system does not tell."""
    if hasattr(signal, "sigwaitinfo"):
        found = signal.sigwaitinfo(_SIGNALS)
        return found.si_signo, found.si_code
    return signal.sigwait(_SIGNALS), 0


def _is_running(process: int) -> bool:
    """Whether a process that is nobody's child here still runs."""
    try:
        with open(f"/proc/{process}/stat", "rb") as stream:
            # Where nobody takes up the ended, they stay as zombies.
            return stream.read().rpartition(b")")[2].split()[0] not in (b"Z", b"X")
    except OSError:
        pass
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return not os.path.exists("/proc/self/stat")


def _words(number: int, heard: bytes) -> str:
    """What is said of the end by a signal; a fault of the program leaves a record."""
    words = f"briefing: ended by {signal.Signals(number).name}; the terminal was restored"
    if number not in _FAULTS:
        return words
    from briefing_tui.crash import recorded_signal
    from briefing_tui.model.text import one_line

    path = recorded_signal(signal.Signals(number).name, heard.decode("utf-8", "replace"))
    return f"{words}. A record without anything from your files is in {one_line(str(path))}" if path else words
