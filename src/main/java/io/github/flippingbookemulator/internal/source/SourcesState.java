package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.source.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources of one account at one moment, and the queue of their conversions.
 *
 * @param sources all sources, oldest first
 * @param underWay the ids of those that are being converted in pace TIMED, in the order in which
 *     they began
 * @param waiting the ids of those that wait for a place, in order
 */
public record SourcesState(List<Entry> sources, List<String> underWay, List<String> waiting) {
  /** Copies the lists; throws if no emulator could have such a queue. */
  public SourcesState {
    sources = List.copyOf(sources);
    underWay = List.copyOf(underWay);
    waiting = List.copyOf(waiting);
    Map<String, Entry> byId =
        sources.stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.source.id(), Function.identity(), (one, other) -> one));
    List<String> line = new ArrayList<>(underWay);
    line.addAll(waiting);
    for (String id : line) {
      require(
          byId.containsKey(id) && byId.get(id).canBeInLine(),
          "source '" + id + "' cannot be in line");
    }
    require(new HashSet<>(line).size() == line.size(), "a source is in line twice");
    require(
        underWay.size() <= ConversionQueue.AT_A_TIME
            && underWay.stream().allMatch(id -> byId.get(id).source.work() != null),
        "under way are at most " + ConversionQueue.AT_A_TIME + " sources, each with a stage");
  }

  /**
   * A source and all that its conversion depends on.
   *
   * @param source the source
   * @param paceSetting what triggers its steps
   * @param outcome how its conversion is to end
   * @param pdf its file
   * @param shown whether readers of its publication see it
   */
  public record Entry(
      Source source, PaceSetting paceSetting, Outcome outcome, Pdf pdf, boolean shown) {
    /** Throws if no emulator could have such a source. */
    public Entry {
      SourceState state = source.state();
      int pages = pdf instanceof Usable usable ? usable.pages : 0;
      boolean begun =
          switch (state) {
            case QUEUED, COMPLETED, COMPLETED_ALL_STAGES -> true;
            default -> false;
          };
      require(
          switch (state) {
            case QUEUED -> isStage(source.work(), Stage.PREVIEW) || source.work() == null;
            case COMPLETED -> isStage(source.work(), Stage.L1);
            default -> source.work() == null;
          },
          "the stage does not fit the state " + state);
      require(
          (state == SourceState.COMPLETED_WITH_ERRORS) == (source.failure() != null),
          "a source has a failure in state COMPLETED_WITH_ERRORS, and only then");
      require(
          !begun || pdf instanceof Usable,
          "in state " + state + " a source has a PDF that can be used");
      require(
          !state.isFinal() || !(pdf instanceof OnItsWay),
          "the PDF of a source that has arrived is not on its way");
      require(
          source.totalPages() == (begun ? pages : 0)
              || state == SourceState.COMPLETED_WITH_ERRORS && source.totalPages() == pages,
          "the number of pages is not that of the PDF");
      require(
          !shown
              || state == SourceState.COMPLETED
              || state.isFinal() && source.totalPages() > 0 && pdf instanceof Usable,
          "in state " + state + " a source is not shown to readers");
    }

    private boolean canBeInLine() {
      return paceSetting.pace() == Pace.TIMED
          && (source.state() == SourceState.QUEUED || source.state() == SourceState.COMPLETED);
    }

    private static boolean isStage(Source.@Nullable Work work, Stage stage) {
      return work != null && work.stage() == stage;
    }
  }

  /** The file of a source. */
  public sealed interface Pdf {}

  /**
   * It has not been checked yet.
   *
   * @param upload where it comes from
   */
  public record OnItsWay(Upload upload) implements Pdf {}

  /**
   * It can be converted.
   *
   * @param content its content
   * @param pages how many pages it has, 1 or more
   */
  public record Usable(FileContent content, int pages) implements Pdf {}

  /**
   * It cannot be converted.
   *
   * @param reason the reason, as text
   */
  public record Unusable(String reason) implements Pdf {}

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
