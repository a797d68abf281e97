package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.fidelity.FidelityControl;
import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.fidelity.Grade;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the service: {@code statements.json}, the only place that says it, with the
 * live runs in {@code confirmations.json}.
 */
public final class StatementRegistry implements FidelityControl {
  private final Reliance reliance;

  /**
   * Makes the registry of an instance.
   *
   * @param reliance what the instance has relied on
   */
  public StatementRegistry(Reliance reliance) {
    this.reliance = reliance;
  }

  /** A statement in the file; see {@link FidelityStatement}. */
  private record Row(
      String id, String group, List<Grade> grades, boolean counted, String text, String evidence) {}

  private record Table(List<Row> statements) {}

  /**
   * What live runs said about a statement.
   *
   * @param id the statement's id
   * @param date the newest day on which a run confirmed it, such as {@code 2026-12-31}; null if
   *     none has
   * @param confirmations how many runs confirmed it
   * @param contradictions how many runs contradicted it
   */
  public record Confirmation(
      String id, @Nullable String date, int confirmations, int contradictions) {}

  /**
   * The content of {@code confirmations.json}.
   *
   * @param confirmations at most one for a statement
   */
  public record Confirmations(List<Confirmation> confirmations) {}

  /** Read on first use, since most runs never ask. */
  private static final class Texts {
    static final List<FidelityStatement> ALL = readAll();
  }

  /** Returns all statements. */
  public static List<FidelityStatement> all() {
    return Texts.ALL;
  }

  /** Returns what a statement says, in Markdown. */
  public static String text(Statement statement) {
    return all().get(statement.ordinal()).text();
  }

  @Override
  public List<FidelityStatement> statements() {
    return all();
  }

  @Override
  public List<FidelityStatement> used() {
    Set<String> relied =
        reliance.statements().stream().map(Statement::id).collect(Collectors.toSet());
    return relied.isEmpty()
        ? List.of()
        : all().stream().filter(each -> relied.contains(each.id())).toList();
  }

  private static List<FidelityStatement> readAll() {
    Map<String, Confirmation> confirmed = new HashMap<>();
    read("confirmations.json", Confirmations.class)
        .confirmations()
        .forEach(each -> confirmed.put(each.id(), each));
    List<FidelityStatement> all = new ArrayList<>();
    for (Row row : read("statements.json", Table.class).statements()) {
      Confirmation live = confirmed.get(row.id());
      all.add(
          new FidelityStatement(
              row.id(),
              row.group(),
              row.grades(),
              row.text(),
              row.evidence(),
              row.counted(),
              live == null ? null : live.date()));
    }
    return List.copyOf(all);
  }

  private static <T> T read(String file, Class<T> type) {
    return ControlJson.read(ControlRoutes.resource(file), type);
  }
}
