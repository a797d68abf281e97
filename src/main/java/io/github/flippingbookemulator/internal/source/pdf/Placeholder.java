package io.github.flippingbookemulator.internal.source.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The picture that replaces a page which cannot be drawn. */
final class Placeholder {
  private static final Color SHEET = new Color(0xEEEEEE);
  private static final Color INK = new Color(0x777777);
  private static final double A4_HEIGHT_PER_WIDTH = Math.sqrt(2);

  private Placeholder() {}

  /**
   * Draws an upright sheet with the number of the page.
   *
   * @param page the number to show
   * @param maxWidth width of the box in pixels
   * @param maxHeight height of the box in pixels
   */
  static BufferedImage draw(int page, int maxWidth, int maxHeight) {
    int width = (int) Math.max(1, Math.min(maxWidth, maxHeight / A4_HEIGHT_PER_WIDTH));
    int height = (int) Math.max(1, Math.min(maxHeight, maxWidth * A4_HEIGHT_PER_WIDTH));
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      graphics.setColor(SHEET);
      graphics.fillRect(0, 0, width, height);
      write("Page " + page, graphics, width, height);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // There may be no font on this machine: the sheet stays blank.
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  private static void write(String text, Graphics2D graphics, int width, int height) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(1, width / 10)));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(INK);
    Rectangle2D bounds = graphics.getFontMetrics().getStringBounds(text, graphics);
    graphics.drawString(
        text,
        (float) ((width - bounds.getWidth()) / 2),
        (float) ((height - bounds.getHeight()) / 2 - bounds.getY()));
  }
}
