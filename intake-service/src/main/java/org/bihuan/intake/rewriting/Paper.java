package org.bihuan.intake.rewriting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.bihuan.intake.rewriting.Unacceptable.Why;

/**
 * Writes a PDF anew: what it shows stays; what it knows of its maker and what it does when it is
 * opened does not. One that runs something or holds other files is refused, not mended.
 */
final class Paper {

  /** Actions that run, send or open something (ISO 32000-2, 12.6.4). */
  private static final Set<String> ACTIONS =
      Set.of(
          "JavaScript",
          "Launch",
          "SubmitForm",
          "ImportData",
          "Rendition",
          "Movie",
          "Sound",
          "RichMediaExecute",
          "GoToR",
          "GoToE");

  private static final Set<String> ANNOTATIONS =
      Set.of("RichMedia", "FileAttachment", "3D", "Screen", "Movie", "Sound");

  /** Entries that have no other use than to run something or to hold a file. */
  private static final List<COSName> ENTRIES =
      List.of(
          COSName.getPDFName("JS"),
          COSName.getPDFName("JavaScript"),
          COSName.getPDFName("EmbeddedFiles"),
          COSName.getPDFName("EF"),
          COSName.getPDFName("XFA"));

  private Paper() {}

  static Rewritten rewrite(byte[] sent) throws Unacceptable, IOException {
    try (PDDocument paper = Loader.loadPDF(sent)) {
      if (paper.isEncrypted()) {
        throw new Unacceptable(Why.ENCRYPTED);
      }
      if (paper.getNumberOfPages() == 0) {
        throw new Unacceptable(Why.UNREADABLE);
      }
      refuseActive(paper.getDocument().getTrailer());
      clean(paper);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      paper.save(bytes);
      return new Rewritten(FileKind.PDF, bytes.toByteArray(), null, null, 0, 0, null, null);
    } catch (InvalidPasswordException locked) {
      throw new Unacceptable(Why.ENCRYPTED);
    }
  }

  /** Looks at every object that can be reached. */
  private static void refuseActive(COSBase root) throws Unacceptable {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      COSBase object = next instanceof COSObject reference ? reference.getObject() : next;
      if (object == null || !seen.add(object)) {
        continue;
      }
      if (object instanceof COSDictionary dictionary) {
        if (isActive(dictionary)) {
          throw new Unacceptable(Why.ACTIVE);
        }
        dictionary.getValues().stream().filter(value -> value != null).forEach(open::push);
      } else if (object instanceof COSArray array) {
        for (COSBase element : array) {
          if (element != null) {
            open.push(element);
          }
        }
      }
    }
  }

  private static boolean isActive(COSDictionary dictionary) {
    return ENTRIES.stream().anyMatch(dictionary::containsKey)
        || named(dictionary, COSName.S, ACTIONS)
        || named(dictionary, COSName.SUBTYPE, ANNOTATIONS);
  }

  private static boolean named(COSDictionary dictionary, COSName key, Set<String> names) {
    return dictionary.getDictionaryObject(key) instanceof COSName name
        && names.contains(name.getName());
  }

  private static void clean(PDDocument paper) {
    COSDictionary catalog = paper.getDocumentCatalog().getCOSObject();
    catalog.removeItem(COSName.OPEN_ACTION);
    catalog.removeItem(COSName.AA);
    catalog.removeItem(COSName.METADATA);
    catalog.removeItem(COSName.getPDFName("PieceInfo"));
    paper.setDocumentInformation(new PDDocumentInformation());
    for (PDPage page : paper.getPages()) {
      page.getCOSObject().removeItem(COSName.AA);
      page.getCOSObject().removeItem(COSName.METADATA);
      page.getCOSObject().removeItem(COSName.getPDFName("PieceInfo"));
    }
  }
}
