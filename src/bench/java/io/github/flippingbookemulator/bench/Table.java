package io.github.flippingbookemulator.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The figures of a run, as a table in Markdown. */
final class Table {
  private static final String[] HEAD = {
    "question", "unit", "emulator", "compared with", "its figure", "ratio", "goal reached"
  };

  private final List<String[]> rows = new ArrayList<>();

  Table() {
    rows.add(HEAD);
  }

  void add(String question, String unit, Samples ours, Goal goal) {
    double figure = ours.median();
    rows.add(
        new String[] {
          question, unit, number(figure), "", "", "", goal.verdict(figure, Double.NaN)
        });
  }

  void add(String question, String unit, Samples ours, String rival, Samples theirs, Goal goal) {
    double figure = ours.median();
    double ratio = ours.ratioTo(theirs);
    rows.add(
        new String[] {
          question,
          unit,
          number(figure),
          rival,
          number(theirs.median()),
          String.format(Locale.ROOT, "%.2f", ratio),
          goal.verdict(figure, ratio)
        });
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  @Override
  public String toString() {
    int[] widths = new int[HEAD.length];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(line(row, widths, ' '));
      if (row == HEAD) {
        String[] nothing = new String[HEAD.length];
        Arrays.fill(nothing, "");
        text.append(line(nothing, widths, '-'));
      }
    }
    return text.toString();
  }

  private static String line(String[] cells, int[] widths, char filler) {
    StringBuilder line = new StringBuilder("|");
    for (int i = 0; i < cells.length; i++) {
      String gap = String.valueOf(filler).repeat(widths[i] - cells[i].length());
      line.append(filler).append(cells[i]).append(gap).append(filler).append('|');
    }
    return line.append('\n').toString();
  }
}
