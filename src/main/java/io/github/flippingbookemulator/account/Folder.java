package io.github.flippingbookemulator.account;

/**
 * A folder for publications.
 *
 * @param id unique in its account, not empty; a string (D), in the service's earlier editions a
 *     number
 * @param name its name for people
 */
public record Folder(String id, String name) {
  /** Rejects an empty id, which no request could name. */
  public Folder {
    if (id.isBlank()) {
      throw new IllegalArgumentException("the id of a folder is not empty");
    }
  }
}
