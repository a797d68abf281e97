package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.account.PerAccount;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Conversions under the control of a test: how fast they go, where they stop and how they end.
 *
 * <p>Sources are named by their id; an unknown id is an {@link IllegalArgumentException}. A step
 * needs the source's file, so these methods wait until it is known whether that can be used.
 */
public final class Conversions {
  private final PerAccount<Sources> sources;
  private final Treatments treatments;

  Conversions(PerAccount<Sources> sources, Treatments treatments) {
    this.sources = sources;
    this.treatments = treatments;
  }

  /**
   * Tells what moves new sources on.
   *
   * @return the pace of sources that come in from now on
   */
  public Pace pace() {
    return treatments.pace();
  }

  /**
   * Decides what moves new sources on. Sources that are there keep their pace.
   *
   * @param pace for all sources that come in from now on
   */
  public void pace(Pace pace) {
    treatments.pace(pace);
  }

  /**
   * Decides what moves the next source on; called several times, the one after it, and so on.
   *
   * @param pace for one source
   */
  public void nextPace(Pace pace) {
    treatments.nextPace(pace);
  }

  /**
   * Decides what becomes of the next source; called several times, the one after it, and so on.
   *
   * @param outcome for one source
   */
  public void nextOutcome(Outcome outcome) {
    treatments.nextOutcome(outcome);
  }

  /**
   * Lets the next source fail, whatever its file is.
   *
   * @param reason why, in words
   */
  public void failNext(String reason) {
    nextOutcome(new Outcome.Failed(reason));
  }

  /**
   * Decides what moves a source on that is there already.
   *
   * @param sourceId the source
   * @param pace from now on
   */
  public void pace(String sourceId, Pace pace) {
    steer(sourceId, (conversion, steps) -> conversion.pace(pace));
  }

  /**
   * Takes a source one step on.
   *
   * @param sourceId the source
   */
  public void step(String sourceId) {
    steer(
        sourceId,
        (conversion, steps) -> {
          unstick(conversion);
          steps.next(conversion);
        });
  }

  /**
   * Takes a source all steps on; one that is held back, too.
   *
   * @param sourceId the source
   */
  public void finish(String sourceId) {
    steer(sourceId, Conversions::finish);
  }

  /** Takes all sources of all accounts all steps on. */
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

  /**
   * Lets a source fail that has not arrived.
   *
   * @param sourceId the source
   * @param reason why, in words
   */
  public void fail(String sourceId, String reason) {
    steer(sourceId, (conversion, steps) -> steps.fail(conversion, reason));
  }

  /**
   * Holds a source back in {@code WaitManualQueue} that is not queued yet.
   *
   * @param sourceId the source
   * @throws IllegalStateException if it is further on its way
   */
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

  /**
   * Lets a source go on that is held back in {@code WaitManualQueue}, or stuck.
   *
   * @param sourceId the source
   */
  public void release(String sourceId) {
    steer(
        sourceId,
        (conversion, steps) -> {
          unstick(conversion);
          steps.release(conversion);
        });
  }

  private void steer(String sourceId, BiConsumer<Conversion, Steps> how) {
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

  private static void finish(Conversion conversion, Steps steps) {
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
