package io.github.flippingbookemulator.source;

/** Where the emulator gets the files that clients give by {@code url}. */
public enum Fetch {
  /** From the registered files, else from the network (the default). */
  NETWORK,
  /**
   * From the registered files, else from {@code localhost}, the names below it and loopback
   * addresses only.
   */
  LOOPBACK,
  /** From the registered files only. */
  REGISTERED,
  /** From nowhere: every source with a {@code url} fails, even if the file is registered. */
  OFF
}
