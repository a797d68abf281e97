package io.github.flippingbookemulator.internal.http;

/**
 * A HATEOAS link in a response.
 *
 * @param rel the relation of its target
 * @param type the HTTP method to use (D)
 * @param href an absolute URL
 */
public record Link(String rel, String type, String href) {}
