package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * The control of conversions for tests: how fast they go, where they stop and how they end.
 *
 * <p>An unknown source id throws an {@link IllegalArgumentException}. The methods that change
 * existing sources first wait until their files are checked, since a step needs the file.
 */
public final class Conversions implements ConversionsControl {
  private final PerAccount<Sources> sources;
  private final UpcomingConversions upcoming;

  Conversions(PerAccount<Sources> sources, UpcomingConversions upcoming) {
    this.sources = sources;
    this.upcoming = upcoming;
  }

  @Override
  public List<Source> all() {
    return sources.all().stream()
        .flatMap(each -> each.all().stream())
        .map(Conversion::source)
        .toList();
  }

  @Override
  public Pace pace() {
    return upcoming.pace();
  }

  @Override
  public void pace(Pace pace) {
    upcoming.pace(pace);
  }

  @Override
  public void nextPace(Pace pace) {
    upcoming.nextPace(pace);
  }

  @Override
  public void finishNextAfterPolls(int polls) {
    upcoming.nextPolls(requirePositive(polls));
  }

  @Override
  public void nextOutcome(Outcome outcome) {
    upcoming.nextOutcome(outcome);
  }

  @Override
  public void failNext(String reason) {
    nextOutcome(new Outcome.Failed(reason));
  }

  @Override
  public void pace(String sourceId, Pace pace) {
    steer(sourceId, (conversion, steps) -> conversion.pace(pace));
  }

  @Override
  public void finishAfterPolls(String sourceId, int polls) {
    requirePositive(polls);
    steer(sourceId, (conversion, steps) -> conversion.arriveAfter(polls));
  }

  @Override
  public void step(String sourceId) {
    steer(
        sourceId,
        (conversion, steps) -> {
          unstick(conversion);
          steps.next(conversion);
        });
  }

  @Override
  public void finish(String sourceId) {
    steer(sourceId, Conversions::finish);
  }

  @Override
  public void finishAll() {
    for (Sources each : sources.all()) {
      List<Conversion> unfinished =
          each.all().stream().filter(Predicate.not(c -> c.source().state().isFinal())).toList();
      unfinished.forEach(
          conversion -> {
            conversion.fileChecked.join();
            each.steer(conversion, steps -> finish(conversion, steps));
          });
    }
  }

  @Override
  public void fail(String sourceId, String reason) {
    steer(sourceId, (conversion, steps) -> steps.fail(conversion, reason));
  }

  @Override
  public void hold(String sourceId) {
    steer(
        sourceId,
        (conversion, steps) -> {
          if (!steps.hold(conversion)) {
            throw new IllegalStateException(
                "only a source that is not queued yet can be held back; this one is "
                    + conversion.source().state().wire());
          }
        });
  }

  @Override
  public void release(String sourceId) {
    steer(
        sourceId,
        (conversion, steps) -> {
          unstick(conversion);
          steps.release(conversion);
        });
  }

  private void steer(String sourceId, BiConsumer<Conversion, ConversionStateMachine> how) {
    for (Sources each : sources.all()) {
      Conversion conversion = each.conversion(sourceId).orElse(null);
      if (conversion != null) {
        conversion.fileChecked.join();
        each.steer(conversion, steps -> how.accept(conversion, steps));
        return;
      }
    }
    throw new IllegalArgumentException("there is no source with the id '" + sourceId + "'");
  }

  private static int requirePositive(int polls) {
    if (polls < 1) {
      throw new IllegalArgumentException("polls is 1 or more, not " + polls);
    }
    return polls;
  }

  private static void finish(Conversion conversion, ConversionStateMachine steps) {
    unstick(conversion);
    steps.release(conversion);
    boolean moved = true;
    while (moved) {
      moved = steps.next(conversion);
    }
  }

  private static void unstick(Conversion conversion) {
    if (conversion.outcome() instanceof Outcome.Stuck) {
      conversion.outcome(new Outcome.Natural());
    }
  }
}
