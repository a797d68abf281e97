package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.control.StatementRegistry;
import io.github.flippingbookemulator.internal.fidelity.Statement;

/** A report as people read it, in an issue. */
final class MarkdownReport {
  private MarkdownReport() {}

  static String of(CompareReport report) {
    StringBuilder text = new StringBuilder("# Comparison with the service\n\n");
    text.append("- Service: ").append(code(report.host())).append('\n');
    text.append("- Date: ").append(report.date()).append('\n');
    text.append("- Emulator: ").append(report.version()).append('\n');
    if (!report.complete()) {
      text.append("- The run was stopped before its end.\n");
    }
    text.append("- Of ").append(report.findings().size()).append(" statements ");
    text.append(report.summary()).append(".\n");
    section(text, report, Verdict.DIFFERS, "Differs");
    section(text, report, Verdict.COULD_NOT_TELL, "Could not tell");
    section(text, report, Verdict.AGREES, "Agrees");
    section(text, report, Verdict.NOT_TRIED, "Not tried");
    text.append("\n## Calls\n\n| call | confirmed |\n|---|---|\n");
    for (CompareReport.Score each : report.scores()) {
      text.append(
          "| %s | %d of %d |%n".formatted(code(each.call()), each.confirmed(), each.statements()));
    }
    return text.toString();
  }

  private static void section(
      StringBuilder text, CompareReport report, Verdict verdict, String heading) {
    if (report.count(verdict) == 0) {
      return;
    }
    text.append("\n## ").append(heading).append("\n\n");
    boolean differs = verdict == Verdict.DIFFERS;
    text.append("| statement | call |").append(differs ? " emulator | service |" : " note |");
    text.append("\n|---|---|---|").append(differs ? "---|\n" : "\n");
    for (Finding each : report.findings()) {
      if (each.is(verdict)) {
        text.append("| ").append(code(each.statement())).append(": ").append(words(each));
        text.append(" | ").append(code(each.call())).append(" | ");
        text.append(differs ? code(each.emulator()) + " | " + code(each.service()) : note(each));
        text.append(" |\n");
      }
    }
  }

  private static String note(Finding finding) {
    return code(finding.reason().isEmpty() ? finding.service() : finding.reason());
  }

  private static String words(Finding finding) {
    return Statement.withId(finding.statement()).map(StatementRegistry::text).orElse("");
  }

  /** Foreign text only ever becomes code, which cannot end its cell. */
  private static String code(String text) {
    return text.isEmpty() ? "" : "`" + text.replace('`', '\'').replace("|", "\\|") + "`";
  }
}
