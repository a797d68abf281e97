package io.github.flippingbookemulator.publication;

/**
 * How a publication looks to its readers.
 *
 * @param password what a reader has to enter; empty for nothing
 * @param hardCover whether the cover turns as a stiff board
 * @param logoUrl the logo in the viewer; empty for none
 * @param rightToLeft whether pages turn from left to right
 * @param theme the name of the viewer's theme
 */
public record Customization(
    String password, boolean hardCover, String logoUrl, boolean rightToLeft, String theme) {
  /** What a new publication has (O). */
  public static final Customization INITIAL = new Customization("", false, "", false, "gray");
}
