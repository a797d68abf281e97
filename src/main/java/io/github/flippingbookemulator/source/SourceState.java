package io.github.flippingbookemulator.source;

/** The states of a source (D). */
public enum SourceState {
  /** Added, but not queued yet; its file may still be downloading. */
  WAIT_AUTO_QUEUE("WaitAutoQueue"),
  /** Held back by hand; never set automatically. */
  WAIT_MANUAL_QUEUE("WaitManualQueue"),
  /** Queued; its preview is made in this state, too. */
  QUEUED("Queued"),
  /** Partially converted: the preview is ready, the pages are being made. */
  COMPLETED("Completed"),
  /** Converted; it became the active source of its publication. */
  COMPLETED_ALL_STAGES("CompletedAllStages"),
  /** Failed; it will not be retried. */
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
   * Tells whether a source never leaves this state.
   *
   * @return true for {@link #COMPLETED_ALL_STAGES} and {@link #COMPLETED_WITH_ERRORS}
   */
  public boolean isFinal() {
    return this == COMPLETED_ALL_STAGES || this == COMPLETED_WITH_ERRORS;
  }
}
