package io.github.flippingbookemulator.internal.source.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The pages of a document, found by walking its page tree.
 *
 * <p>PDFBox trusts the counts that the nodes of the tree declare, and walks the tree by recursion.
 * A crafted file can exploit both.
 */
final class PageTree {
  /** Far more than in real files; PDFBox fails on trees with some thousands of levels. */
  private static final int DEEPEST = 500;

  private PageTree() {}

  /**
   * Lists the first pages.
   *
   * @param document the open document
   * @param limit how many pages to list at most
   * @return the pages in order
   * @throws IOException if it has a cycle or is too deep; the message says which
   */
  static List<COSDictionary> firstPages(PDDocument document, int limit) throws IOException {
    List<COSDictionary> pages = new ArrayList<>();
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> path = new ArrayDeque<>();
    COSDictionary root = root(document);
    seen.add(root);
    path.push(new Node(root));
    while (!path.isEmpty() && pages.size() < limit) {
      if (!path.peek().hasNext()) {
        path.pop();
      } else if (path.peek().next() instanceof COSDictionary kid) {
        if (!kid.containsKey(COSName.KIDS)) {
          pages.add(kid);
        } else if (!seen.add(kid)) {
          throw new IOException("its page tree leads back to itself");
        } else if (path.size() >= DEEPEST) {
          throw new IOException("its page tree is more than " + DEEPEST + " levels deep");
        } else {
          path.push(new Node(kid));
        }
      }
    }
    return pages;
  }

  /** The number of pages that the document declares, 0 if none; it can be wrong. */
  static int declaredPages(PDDocument document) {
    return root(document).getInt(COSName.COUNT, 0);
  }

  private static COSDictionary root(PDDocument document) {
    COSDictionary root =
        document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
    return root == null ? new COSDictionary() : root;
  }

  /** A node of the tree, and the index of the next child to visit. */
  private static final class Node {
    private final COSArray kids;
    private int next;

    Node(COSDictionary node) {
      COSArray declared = node.getCOSArray(COSName.KIDS);
      kids = declared == null ? new COSArray() : declared;
    }

    boolean hasNext() {
      return next < kids.size();
    }

    COSBase next() {
      return kids.getObject(next++);
    }
  }
}
