package io.github.flippingbookemulator.internal.source.pdf;

/**
 * A link on a page. Its rectangle is given in parts of the page as shown, that is rotated and
 * cropped.
 *
 * @param url its target: http, https or mailto
 * @param left the distance from the left edge, 0 to 1
 * @param top the distance from the upper edge, 0 to 1
 * @param width above 0, up to 1
 * @param height above 0, up to 1
 */
public record PageLink(String url, double left, double top, double width, double height) {}
