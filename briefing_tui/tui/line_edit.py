"""One line of typing: text and a place in it, moved by keys. Drawn by whoever holds it."""

from dataclasses import dataclass

MAX_LENGTH = 500


@dataclass(slots=True)
class LineEdit:
    """What has been typed. `press` says whether a key was taken."""

    text: str = ""
    at: int = 0

    def press(self, key: str, character: str | None) -> bool:
        """Takes a key: a printable character, or one that moves or deletes as in every shell."""
        before, after = self.text[: self.at], self.text[self.at :]
        if key in ("backspace", "ctrl+h"):
            before = before[:-1]
        elif key in ("delete", "ctrl+d"):
            after = after[1:]
        elif key == "ctrl+u":
            before = ""
        elif key == "ctrl+k":
            after = ""
        elif key in ("ctrl+w", "ctrl+backspace", "alt+backspace"):
            before = before.rstrip()
            before = before[: len(before) - len(before.rsplit(None, 1)[-1])] if before else ""
        elif key in ("left", "ctrl+b"):
            before, after = before[:-1], before[-1:] + after
        elif key in ("right", "ctrl+f"):
            before, after = before + after[:1], after[1:]
        elif key in ("home", "ctrl+a"):
            before, after = "", before + after
        elif key in ("end", "ctrl+e"):
            before, after = before + after, ""
        elif character is not None and character.isprintable():
            before += character
        else:
            return False
        self.text, self.at = (before + after)[:MAX_LENGTH], min(len(before), MAX_LENGTH)
        return True

    def paste(self, text: str) -> None:
        """Takes pasted text, on one line."""
        words = "".join(char if char.isprintable() else " " for char in text)
        self.text = (self.text[: self.at] + words + self.text[self.at :])[:MAX_LENGTH]
        self.at = min(self.at + len(words), MAX_LENGTH)
