package io.github.flippingbookemulator.source;

import java.util.List;

/**
 * The control of conversions for tests: how fast they go, where they stop and how they end.
 *
 * <p>An unknown source id throws an {@link IllegalArgumentException}. The methods that change
 * existing sources first wait until their files are checked, since a step needs the file.
 */
public interface ConversionsControl {
  /**
   * Returns all sources.
   *
   * @return account by account, oldest first, a copy
   */
  List<Source> all();

  /**
   * Returns the sources of a publication.
   *
   * @param publicationId the publication
   * @return oldest first, a copy; empty if there is no such publication
   */
  default List<Source> of(String publicationId) {
    return all().stream().filter(each -> each.publicationId().equals(publicationId)).toList();
  }

  /**
   * Returns a source.
   *
   * @param sourceId its id
   * @return the source as it is now
   */
  default Source get(String sourceId) {
    return all().stream()
        .filter(source -> source.id().equals(sourceId))
        .findFirst()
        .orElseThrow(() -> unknown(sourceId));
  }

  /**
   * Returns what triggers the steps of new sources.
   *
   * @return the pace of all sources added from now on
   */
  Pace pace();

  /**
   * Sets what triggers the steps of new sources. Existing sources keep their pace.
   *
   * @param pace for all sources added from now on
   */
  void pace(Pace pace);

  /**
   * Sets the pace of the next source. Further calls set that of the one after it, and so on.
   *
   * @param pace for one source
   */
  void nextPace(Pace pace);

  /**
   * Finishes the next source at a given poll. Further calls are for the one after it, and so on.
   *
   * @param polls how many requests for it or its publication it takes, 1 or more; each earlier one
   *     takes a step, but never the last step
   */
  void finishNextAfterPolls(int polls);

  /**
   * Sets the outcome of the next source. Further calls set that of the one after it, and so on.
   *
   * @param outcome for one source
   */
  void nextOutcome(Outcome outcome);

  /**
   * Makes the next source fail, even if its file can be converted.
   *
   * @param reason the reason, as text
   */
  void failNext(String reason);

  /**
   * Refuses the next source, so that {@code createdSource} says {@code success: false}.
   *
   * @param message what the answer says, for people
   */
  default void refuseNext(String message) {
    nextOutcome(new Outcome.Refused(message));
  }

  /**
   * Sets what triggers the steps of an existing source.
   *
   * @param sourceId the source
   * @param pace from now on
   */
  void pace(String sourceId, Pace pace);

  /**
   * Finishes an existing source at a given poll.
   *
   * @param sourceId the source
   * @param polls how many from now on, see {@link #finishNextAfterPolls}
   */
  void finishAfterPolls(String sourceId, int polls);

  /**
   * Takes the next step of a source, even if it is stuck; one that is held back stays.
   *
   * @param sourceId the source
   */
  void step(String sourceId);

  /**
   * Takes all steps of a source, even if it is stuck or held back.
   *
   * @param sourceId the source
   */
  void finish(String sourceId);

  /** Takes all steps of all sources of all accounts, as {@link #finish} does. */
  void finishAll();

  /**
   * Makes a source fail; does nothing if it is final.
   *
   * @param sourceId the source
   * @param reason the reason, as text
   */
  void fail(String sourceId, String reason);

  /**
   * Holds back a source that is not queued yet: moves it to {@code WaitManualQueue}.
   *
   * @param sourceId the source
   * @throws IllegalStateException if it is not in {@code WaitAutoQueue}
   */
  void hold(String sourceId);

  /**
   * Lets a source continue that is held back in {@code WaitManualQueue}, or stuck.
   *
   * @param sourceId the source
   */
  void release(String sourceId);

  private static IllegalArgumentException unknown(String sourceId) {
    return new IllegalArgumentException("there is no source with the id '" + sourceId + "'");
  }
}
