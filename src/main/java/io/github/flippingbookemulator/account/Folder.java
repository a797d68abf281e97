package io.github.flippingbookemulator.account;

/**
 * A folder for publications.
 *
 * @param id unique in its account
 * @param name as people see it
 */
public record Folder(int id, String name) {}
