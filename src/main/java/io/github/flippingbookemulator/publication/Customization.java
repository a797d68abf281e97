package io.github.flippingbookemulator.publication;

/**
 * How a publication looks to its readers.
 *
 * @param password what a reader has to enter; empty for none
 * @param hardCover whether it is shown with a hard cover
 * @param logoUrl what opens on a click on the logo (D); empty for no logo (E)
 * @param rightToLeft whether it is read from right to left
 * @param theme the name of the viewer's theme
 */
public record Customization(
    String password, boolean hardCover, String logoUrl, boolean rightToLeft, String theme) {
  /** The values of a new publication (O). */
  public static final Customization INITIAL = new Customization("", false, "", false, "gray");
}
