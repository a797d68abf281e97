package io.github.flippingbookemulator.source;

/** Where files come from that a client names by their address. */
public enum Fetch {
  /** From the registered files, else from the network (the default). */
  NETWORK,
  /** From the registered files only. */
  REGISTERED,
  /** From nowhere: every source by address fails. */
  OFF
}
