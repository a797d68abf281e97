package io.github.flippingbookemulator.internal.http;

/**
 * A HATEOAS link in an answer.
 *
 * @param rel what it leads to
 * @param type the HTTP method to use (D)
 * @param href an absolute URL
 */
public record Link(String rel, String type, String href) {}
