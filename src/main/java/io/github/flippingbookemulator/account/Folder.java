package io.github.flippingbookemulator.account;

/**
 * A folder for publications.
 *
 * @param id unique in its account, not empty; a string (D), in the service's earlier editions a
 *     number
 * @param name its name for people
 */
public record Folder(String id, String name) {}
