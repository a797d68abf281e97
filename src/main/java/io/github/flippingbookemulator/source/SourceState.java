package io.github.flippingbookemulator.source;

/** The states of a source (D). */
public enum SourceState {
  /** The upload is there, or on its way, and not queued yet. */
  WAIT_AUTO_QUEUE("WaitAutoQueue"),
  /** Somebody holds the source back; never set automatically. */
  WAIT_MANUAL_QUEUE("WaitManualQueue"),
  /** In the line; its preview is made in this state. */
  QUEUED("Queued"),
  /** Partially converted: there is a preview. */
  COMPLETED("Completed"),
  /** Converted and active in its publication. */
  COMPLETED_ALL_STAGES("CompletedAllStages"),
  /** Failed, for good. */
  COMPLETED_WITH_ERRORS("CompletedWithErrors");

  private final String wire;

  SourceState(String wire) {
    this.wire = wire;
  }

  /**
   * Returns the state as the API writes it.
   *
   * @return the value of {@code state}
   */
  public String wire() {
    return wire;
  }

  /**
   * Tells whether a source in this state stays in it.
   *
   * @return true for the two last ones
   */
  public boolean isFinal() {
    return this == COMPLETED_ALL_STAGES || this == COMPLETED_WITH_ERRORS;
  }
}
