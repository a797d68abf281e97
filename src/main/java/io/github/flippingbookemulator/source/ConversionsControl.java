package io.github.flippingbookemulator.source;

import java.util.List;

/**
 * Conversions under the control of a test: how fast they go, where they stop and how they end.
 *
 * <p>Sources are named by their id; an unknown id is an {@link IllegalArgumentException}. A step
 * needs the source's file, so these methods wait until it is known whether that can be used.
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
   * @return oldest first, a copy; empty for a publication that is unknown or gone
   */
  default List<Source> of(String publicationId) {
    return all().stream().filter(each -> each.publicationId().equals(publicationId)).toList();
  }

  /**
   * Looks up a source.
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
   * Tells what moves new sources on.
   *
   * @return the pace of sources that come in from now on
   */
  Pace pace();

  /**
   * Decides what moves new sources on. Sources that are there keep their pace.
   *
   * @param pace for all sources that come in from now on
   */
  void pace(Pace pace);

  /**
   * Decides what moves the next source on; called several times, the one after it, and so on.
   *
   * @param pace for one source
   */
  void nextPace(Pace pace);

  /**
   * Lets the next source arrive when it has been asked for so often; called several times, the one
   * after it, and so on.
   *
   * @param polls how often a client asks for it, or its publication, 1 or more; until then it goes
   *     on a step each time, but not the last one
   */
  void finishNextAfterPolls(int polls);

  /**
   * Decides what becomes of the next source; called several times, the one after it, and so on.
   *
   * @param outcome for one source
   */
  void nextOutcome(Outcome outcome);

  /**
   * Lets the next source fail, whatever its file is.
   *
   * @param reason why, in words
   */
  void failNext(String reason);

  /**
   * Decides what moves a source on that is there already.
   *
   * @param sourceId the source
   * @param pace from now on
   */
  void pace(String sourceId, Pace pace);

  /**
   * Lets a source that is there already arrive when it has been asked for so often.
   *
   * @param sourceId the source
   * @param polls how often a client asks from now on, see {@link #finishNextAfterPolls}
   */
  void finishAfterPolls(String sourceId, int polls);

  /**
   * Takes a source one step on.
   *
   * @param sourceId the source
   */
  void step(String sourceId);

  /**
   * Takes a source all steps on; one that is held back, too.
   *
   * @param sourceId the source
   */
  void finish(String sourceId);

  /** Takes all sources of all accounts all steps on. */
  void finishAll();

  /**
   * Lets a source fail that has not arrived.
   *
   * @param sourceId the source
   * @param reason why, in words
   */
  void fail(String sourceId, String reason);

  /**
   * Holds a source back in {@code WaitManualQueue} that is not queued yet.
   *
   * @param sourceId the source
   * @throws IllegalStateException if it is further on its way
   */
  void hold(String sourceId);

  /**
   * Lets a source go on that is held back in {@code WaitManualQueue}, or stuck.
   *
   * @param sourceId the source
   */
  void release(String sourceId);

  private static IllegalArgumentException unknown(String sourceId) {
    return new IllegalArgumentException("there is no source with the id '" + sourceId + "'");
  }
}
