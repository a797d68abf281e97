package io.github.flippingbookemulator.internal.source.pdf;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.PDLineDashPattern;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;

/**
 * PDFBox's renderer, which throws if a page has too large pictures, too many operators, or takes
 * too long.
 */
final class BoundedRenderer extends PDFRenderer {
  private final DocumentBudget budget;

  BoundedRenderer(PDDocument document, DocumentBudget budget) {
    super(document);
    this.budget = budget;
    setSubsamplingAllowed(true);
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    PageDrawer drawer = new BoundedDrawer(parameters, budget);
    drawer.setAnnotationFilter(getAnnotationsFilter());
    return drawer;
  }

  private static final class BoundedDrawer extends PageDrawer {
    /**
     * Some seconds of drawing; detailed maps need a tenth of it. Nested forms can need billions.
     */
    private static final int MOST_OPERATORS = 3_000_000;

    private static final int MOST_DASHES = 100_000;

    private final DocumentBudget budget;

    /** The number of operators that a form or a picture counts for, by its drawing time. */
    private static final int OBJECT_WEIGHT = 100;

    private int operators;
    private int optional; // how deep in marked content that can be hidden

    BoundedDrawer(PageDrawerParameters parameters, DocumentBudget budget) throws IOException {
      super(parameters);
      this.budget = budget;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      operators += operator.getName().equals(OperatorName.DRAW_OBJECT) ? OBJECT_WEIGHT : 1;
      if (operators > MOST_OPERATORS) {
        throw new IllegalStateException("the page never ends");
      }
      budget.checkTime();
      if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)) {
        checkInlineImage(operator);
      }
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
      check(image);
      super.drawImage(image);
    }

    @Override
    protected Paint getPaint(PDColor color) throws IOException {
      Paint paint = super.getPaint(color);
      return color.isPattern() ? new TimedPaint(paint, budget) : paint;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
      optional += COSName.OC.equals(tag) || optional > 0 ? 1 : 0;
      super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
      optional -= optional > 0 ? 1 : 0;
      super.endMarkedContentSequence();
    }

    /**
     * Fills the clipping path as PDFBox does, but with a paint that checks the time. What a soft
     * mask or a layer hides is known to PDFBox only, so there the time is checked afterwards.
     */
    @Override
    public void shadingFill(COSName name) throws IOException {
      if (getGraphicsState().getSoftMask() != null || optional > 0) {
        super.shadingFill(name);
        return;
      }
      PDShading shading = getResources().getShading(name);
      if (shading == null) {
        throw new IOException("there is no shading " + name.getName());
      }
      Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
      Area area = new Area(getGraphicsState().getCurrentClippingPath());
      if (shading.getBBox() != null) {
        area.intersect(new Area(shading.getBBox().transform(matrix)));
      }
      if (area.isEmpty()) {
        return;
      }
      Graphics2D graphics = getGraphics();
      Shape clip = graphics.getClip();
      graphics.setComposite(getGraphicsState().getNonStrokingJavaComposite());
      graphics.setClip(null);
      graphics.setPaint(new TimedPaint(shading.toPaint(matrix), budget));
      graphics.fill(area);
      graphics.setClip(clip);
    }

    /** A line of a million dashes looks like a line, and could take minutes. */
    @Override
    public void strokePath() throws IOException {
      PDLineDashPattern dashes = getGraphicsState().getLineDashPattern();
      float period = 0;
      for (float dash : dashes.getDashArray()) {
        period += dash;
      }
      if (period > 0 && length(getLinePath()) / period > MOST_DASHES) {
        getGraphicsState().setLineDashPattern(new PDLineDashPattern());
      }
      super.strokePath();
      getGraphicsState().setLineDashPattern(dashes);
    }

    private double length(Shape path) {
      double length = 0;
      double[] point = new double[6];
      double lastX = 0;
      double lastY = 0;
      for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
        budget.step();
        int kind = i.currentSegment(point);
        int end = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
        if (kind != PathIterator.SEG_CLOSE) {
          length +=
              kind == PathIterator.SEG_MOVETO
                  ? 0
                  : Math.hypot(point[end] - lastX, point[end + 1] - lastY);
          lastX = point[end];
          lastY = point[end + 1];
        }
      }
      return length;
    }

    private void check(PDImage image) throws IOException {
      PictureSize.check(image.getWidth(), image.getHeight(), budget);
      if (image instanceof PDImageXObject object) {
        for (PDImageXObject mask : new PDImageXObject[] {object.getSoftMask(), object.getMask()}) {
          if (mask != null) {
            PictureSize.check(mask.getWidth(), mask.getHeight(), budget);
          }
        }
      }
    }

    /** Inline images are decoded when they are read, and are no streams of the document. */
    private void checkInlineImage(Operator operator) throws IOException {
      COSDictionary parameters = operator.getImageParameters();
      byte[] data = operator.getImageData();
      if (parameters != null && data != null) {
        COSBase filters = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        DecodedSize.of(new ByteArrayInputStream(data), parameters, filters, budget);
      }
    }
  }
}
