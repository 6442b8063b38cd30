"""The baseline: a Textual app with one Static, which a key changes by one cell. As little as an app can be."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello, and which of two states a key has left it in."""

    def compose(self) -> ComposeResult:
        self.said = Static("Hello, world: 0")
        yield self.said

    def on_key(self, event: events.Key) -> None:
        self.said.update("Hello, world: 1" if str(self.said.content)[-1] == "0" else "Hello, world: 0")


if __name__ == "__main__":
    Hello().run()
