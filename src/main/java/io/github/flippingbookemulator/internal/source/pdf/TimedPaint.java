package io.github.flippingbookemulator.internal.source.pdf;

import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A paint that checks the time. The colour of each pixel of a shading can take a program of a
 * million steps, so that a single operator of a page could take hours.
 */
record TimedPaint(Paint paint, DocumentBudget budget) implements Paint {
  @Override
  public int getTransparency() {
    return paint.getTransparency();
  }

  @Override
  public PaintContext createContext(
      ColorModel colors,
      Rectangle device,
      Rectangle2D user,
      AffineTransform transform,
      RenderingHints hints) {
    budget.checkTime();
    return new Context(paint.createContext(colors, device, user, transform, hints), budget);
  }

  /** Gets the pixels in small parts. */
  private record Context(PaintContext paint, DocumentBudget budget) implements PaintContext {
    private static final int PART = 32;

    @Override
    public void dispose() {
      paint.dispose();
    }

    @Override
    public ColorModel getColorModel() {
      return paint.getColorModel();
    }

    @Override
    public Raster getRaster(int x, int y, int width, int height) {
      WritableRaster whole = getColorModel().createCompatibleWritableRaster(width, height);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column += PART) {
          budget.checkTime();
          int part = Math.min(PART, width - column);
          Raster pixels = paint.getRaster(x + column, y + row, part, 1);
          whole.setRect(column, row, pixels.createTranslatedChild(0, 0));
        }
      }
      return whole;
    }
  }
}
