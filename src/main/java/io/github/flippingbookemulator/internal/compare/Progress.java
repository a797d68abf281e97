package io.github.flippingbookemulator.internal.compare;

import java.io.PrintStream;

/** The table on the terminal, which grows line by line. */
final class Progress {
  private static final int MOST = 300;

  private final PrintStream out;

  Progress(PrintStream out) {
    this.out = out;
    out.printf("%n%-16s%-34s%s%n", "verdict", "statement", "call");
  }

  void show(Finding finding) {
    out.printf("%-16s%-34s%s%n", finding.verdict(), finding.statement(), finding.call());
    if (finding.is(Verdict.DIFFERS)) {
      note("emulator: " + finding.emulator());
      note("service:  " + finding.service());
    } else if (finding.is(Verdict.COULD_NOT_TELL)) {
      note(finding.reason());
    }
  }

  void end(CompareReport report) {
    out.printf("%n%-54s%s%n", "call", "confirmed");
    for (CompareReport.Score each : report.scores()) {
      out.printf("%-54s%d of %d%n", each.call(), each.confirmed(), each.statements());
    }
    out.printf("%n%s.%n", report.summary());
  }

  private void note(String text) {
    out.println("    " + (text.length() > MOST ? text.substring(0, MOST) + "…" : text));
  }
}
