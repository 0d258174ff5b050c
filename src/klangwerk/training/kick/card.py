"""The figures of a model as text: for the terminal and for the model card."""

from __future__ import annotations

from klangwerk.training.kick.evaluate import SLIDER_PAIRS, WORD_PAIRS, Report

BOUNDS = {"apart": 95, "genre": 0.85, "diversity": 0.80, "frechet": 1.3, "share": 3.0}


def figures(report: Report) -> str:
    """Markdown tables; every line names its bound."""
    lines = ["| Told apart, of 100 seeds (bound 95) | by words | by slider |", "|---|---:|---:|"]
    for name, (low, high) in WORD_PAIRS.items():
        slider = SLIDER_PAIRS[name][0]
        lines.append(
            f"| {low} / {high} (`{name}`; slider `{slider}`) | {report.told_apart_by_words[name]} |"
            f" {report.told_apart_by_sliders[name]} |"
        )
    shares = report.share_below_200hz_points
    worst = max(shares, key=lambda genre: abs(shares[genre]))
    accuracies = report.genre_accuracy_each
    lines += [
        "",
        "| Figure | Measured | Bound |",
        "|---|---:|---:|",
        f"| Genre recognised in generated kicks | {report.genre_accuracy:.1%} | at least 85 % |",
        f"| … in unseen data, by the same ear | {report.genre_accuracy_data:.1%} | |",
        f"| Diversity against the data's | {report.diversity_share:.1%} | at least 80 % |",
        f"| Fréchet distance to unseen data, over that of its two halves | {report.frechet_ratio:.2f} | at most 1.3 |",
        (
            f"| … the distances themselves, dB² a feature, {report.kicks_compared} kicks a side |"
            f" {report.frechet:.2f} / {report.frechet_halves:.2f} | |"
        ),
        f"| Energy below 200 Hz against the data, worst genre ({worst}) | {shares[worst]:+.1f} points | within 3 |",
        f"| Pitch slider, median error | {report.pitch_error_cents:.0f} cents | |",
        f"| Length slider, median error | {report.length_error_share:.1%} | |",
        "",
        "| Genre | recognised | energy below 200 Hz, points against data |",
        "|---|---:|---:|",
        *(f"| {genre} | {accuracies[genre]:.0%} | {shares[genre]:+.1f} |" for genre in accuracies),
    ]
    return "\n".join(lines)


def failures(report: Report) -> list[str]:
    """Which bounds are missed, in words."""
    missed = [
        f"{name} by {how}: {count} of 100"
        for how, table in (("words", report.told_apart_by_words), ("slider", report.told_apart_by_sliders))
        for name, count in table.items()
        if count < BOUNDS["apart"]
    ]
    if report.genre_accuracy < BOUNDS["genre"]:
        missed.append(f"genre recognised: {report.genre_accuracy:.1%}")
    if report.diversity_share < BOUNDS["diversity"]:
        missed.append(f"diversity: {report.diversity_share:.1%}")
    if report.frechet_ratio > BOUNDS["frechet"]:
        missed.append(f"Fréchet ratio: {report.frechet_ratio:.2f}")
    missed += [
        f"energy below 200 Hz, {genre}: {points:+.1f} points"
        for genre, points in report.share_below_200hz_points.items()
        if abs(points) > BOUNDS["share"]
    ]
    return missed
