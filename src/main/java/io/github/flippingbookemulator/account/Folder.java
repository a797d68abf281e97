package io.github.flippingbookemulator.account;

/**
 * A folder for publications.
 *
 * @param id unique in its account
 * @param name its name for people
 */
public record Folder(int id, String name) {}
