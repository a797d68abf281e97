package io.github.flippingbookemulator.internal.source.pdf;

/**
 * A link on a page. Its rectangle is in parts of the page as it is shown, turned and cropped.
 *
 * @param url where it leads: http, https or mailto
 * @param left from the left edge, 0 to 1
 * @param top from the upper edge, 0 to 1
 * @param width 0 to 1
 * @param height 0 to 1
 */
public record PageLink(String url, double left, double top, double width, double height) {}
