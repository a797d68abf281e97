package io.github.flippingbookemulator.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs the benchmarks and prints one table.
 *
 * <p>System properties: {@code bench=quick} measures for a shorter time, {@code bench.only} names
 * some of them, {@code bench.runtime} is the class path of an emulator in use.
 */
final class Benchmarks {
  private static final Map<String, Question> ALL = new LinkedHashMap<>();

  static {
    ALL.put("ColdStart", ColdStart::measure);
    ALL.put("WarmStart", WarmStart::measure);
    ALL.put("Reset", Reset::measure);
    ALL.put("ReadPublication", ReadPublication::measure);
    ALL.put("BigAccount", BigAccount::measure);
    ALL.put("Conversions", Conversions::measure);
    ALL.put("Webhooks", Webhooks::measure);
  }

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Effort effort =
        System.getProperty("bench", "full").equals("quick") ? Effort.QUICK : Effort.FULL;
    String only = System.getProperty("bench.only", "");
    Table table = new Table();
    for (String name : only.isBlank() ? ALL.keySet() : List.of(only.split(","))) {
      Question question = ALL.get(name);
      if (question == null) {
        throw new IllegalArgumentException(name + " is none of " + ALL.keySet());
      }
      System.err.println("measuring: " + name);
      question.answer(effort, table);
    }
    System.out.print(table);
  }
}
