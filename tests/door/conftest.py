"""What was skipped, a line for each reason and not for each test."""


def pytest_terminal_summary(terminalreporter):
    reports = terminalreporter.stats.get("skipped", [])
    for reason in sorted({report.longrepr[2] for report in reports}):
        count = sum(report.longrepr[2] == reason for report in reports)
        terminalreporter.write_line(f"{reason} ({count} tests)")
