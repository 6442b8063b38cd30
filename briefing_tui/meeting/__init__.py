"""A briefing before an audience: what is shown when, who leads, what is jotted, how long it takes. Knows no screen."""
