package io.github.flippingbookemulator.internal.source.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** PDFBox's renderer, which throws if a page has too large pictures or too many operators. */
final class BoundedRenderer extends PDFRenderer {
  private final MemoryBudget budget;

  BoundedRenderer(PDDocument document, MemoryBudget budget) {
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

    private final MemoryBudget budget;

    /** The number of operators that a form or a picture counts for, by its drawing time. */
    private static final int OBJECT_WEIGHT = 100;

    private int operators;

    BoundedDrawer(PageDrawerParameters parameters, MemoryBudget budget) throws IOException {
      super(parameters);
      this.budget = budget;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      operators += operator.getName().equals(OperatorName.DRAW_OBJECT) ? OBJECT_WEIGHT : 1;
      if (operators > MOST_OPERATORS) {
        throw new IllegalStateException("the page never ends");
      }
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
