"""What the model benchmarks write: Markdown tables and plots, in `benchmarks/results`."""

from __future__ import annotations

import argparse
import platform
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is figures.

    >>> print(table(["source", "n"], [["a", "1"]]))
    | source | n |
    |---|---:|
    | a | 1 |
    """
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def at_least_one(text: str) -> int:
    """The type of an argument that counts something; raises `argparse.ArgumentTypeError`."""
    if text.isdecimal() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"`{text}` is no whole number from 1")


def machine() -> str:
    """The machine that figures come from, in words."""
    name = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.is_file():
        lines = information.read_text("utf-8", "replace").splitlines()
        name = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), name)
    return f"{name}, {platform.system()}, Python {platform.python_version()}"


def write_text(path: Path, parts: Iterable[str]) -> None:
    """Write the parts of a report, a blank line between them, and say where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(part.strip("\n") for part in parts if part) + "\n", "utf-8")
    print(f"wrote {path}")


def plotting() -> Any | None:
    """matplotlib's pyplot, drawing to files; None where it is not installed, which is said."""
    try:
        import matplotlib
    except ImportError:
        print("no plot: matplotlib is not installed; pip install 'guardrail[benchmarks]'")
        return None
    matplotlib.use("Agg")
    from matplotlib import pyplot

    return pyplot


def plot_bars(path: Path, titles: Sequence[str], panels: Sequence[Mapping[str, float]]) -> None:
    """Horizontal bars of shares, a panel each, beside each other."""
    pyplot = plotting()
    if pyplot is None:
        return
    height = 1.2 + 0.26 * max(map(len, panels))
    figure, axes = pyplot.subplots(1, len(panels), figsize=(6.5 * len(panels), height), squeeze=False)
    for axis, title, panel in zip(axes[0], titles, panels, strict=True):
        names = list(panel)[::-1]
        axis.barh(names, [panel[name] for name in names], color="#4c78a8")
        axis.set_title(title, fontsize=10)
        axis.set_xlim(0, 1)
        axis.tick_params(labelsize=8)
        axis.grid(axis="x", alpha=0.3)
    _save(figure, path, pyplot)


def plot_lines(path: Path, title: str, across: str, up: str, lines: Mapping[str, Mapping[float, float]]) -> None:
    """Lines over one axis, by name, each from its x to its y."""
    pyplot = plotting()
    if pyplot is None:
        return
    figure, axis = pyplot.subplots(figsize=(7, 4.2))
    for name, points in lines.items():
        axis.plot(list(points), list(points.values()), marker="o", markersize=4, label=name)
    axis.set(title=title, xlabel=across, ylabel=up)
    axis.set_ylim(bottom=0)
    axis.grid(alpha=0.3)
    axis.legend(fontsize=8)
    _save(figure, path, pyplot)


def _save(figure: Any, path: Path, pyplot: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.tight_layout()
    figure.savefig(path, dpi=130)
    pyplot.close(figure)
    print(f"wrote {path}")
