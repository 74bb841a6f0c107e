package org.bihuan.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.bihuan.paper.Paper.Block;
import org.bihuan.paper.Paper.Code;
import org.bihuan.paper.Paper.Column;
import org.bihuan.paper.Paper.Field;
import org.bihuan.paper.Paper.Grid;
import org.bihuan.paper.Paper.Head;
import org.bihuan.paper.Paper.Imprint;
import org.bihuan.paper.Paper.Paragraph;
import org.bihuan.paper.Paper.Signature;
import org.bihuan.paper.Paper.Table;

/**
 * Writes papers for Word, to be edited. Fonts are named, not embedded: the reader's own draw what
 * is written, so nothing is replaced but what XML cannot hold.
 */
final class WordWriter {

  byte[] write(Paper paper) {
    ByteArrayOutputStream docx = new ByteArrayOutputStream();
    try (XWPFDocument document = new XWPFDocument()) {
      WordStyle.page(document);
      document.getProperties().getCoreProperties().setTitle(paper.title());
      document.getProperties().getCoreProperties().setCreator("Bihuan");
      add(document, paper.head());
      XWPFParagraph title = paragraph(document, ParagraphAlignment.CENTER);
      title.setSpacingBefore(WordStyle.twips(4));
      title.setSpacingAfter(WordStyle.twips(2));
      WordStyle.lineHeight(title, 27);
      WordStyle.write(title, paper.title(), WordStyle.TITLE, 22);
      paper.blocks().forEach(block -> add(document, block));
      document.write(docx);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return docx.toByteArray();
  }

  private static void add(XWPFDocument document, Head head) {
    if (!head.mark().isEmpty()) {
      XWPFParagraph mark = paragraph(document, ParagraphAlignment.LEFT);
      WordStyle.write(mark, head.mark(), WordStyle.LABEL, 14);
    }
    XWPFParagraph name = paragraph(document, ParagraphAlignment.CENTER);
    name.setSpacingBefore(WordStyle.twips(3));
    name.setSpacingAfter(WordStyle.twips(3));
    int size = PaperMeasures.nameSize(head.body());
    WordStyle.lineHeight(name, size * 1.2);
    WordStyle.write(name, head.body(), WordStyle.TITLE, size)
        .forEach(run -> run.setColor(WordStyle.RED));
    XWPFParagraph number = paragraph(document, ParagraphAlignment.LEFT);
    WordStyle.rightTab(number);
    WordStyle.write(number, "　" + head.number() + "\t" + head.signer(), WordStyle.TEXT, 14);
    WordStyle.redLine(number);
  }

  private static void add(XWPFDocument document, Block block) {
    if (block instanceof Paragraph words) {
      XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.BOTH);
      if (words.indented()) {
        WordStyle.indentFirstLine(paragraph);
      }
      WordStyle.write(paragraph, words.text(), WordStyle.TEXT, 14);
    } else if (block instanceof Table table) {
      add(document, table);
    } else if (block instanceof Grid grid) {
      add(document, grid);
    } else if (block instanceof Signature signature) {
      add(document, signature);
    } else if (block instanceof Imprint imprint) {
      add(document, imprint);
    }
  }

  private static void add(XWPFDocument document, Table table) {
    List<Integer> widths = table.columns().stream().map(Column::width).toList();
    XWPFTable frame = WordStyle.table(document, table.rows().size() + 1, widths);
    XWPFTableRow head = frame.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int column = 0; column < widths.size(); column++) {
      boolean centred = table.columns().get(column).centred();
      cell(head.getCell(column), table.columns().get(column).head(), true, true);
      for (int row = 0; row < table.rows().size(); row++) {
        cell(
            frame.getRow(row + 1).getCell(column),
            table.rows().get(row).get(column),
            false,
            centred);
      }
    }
    for (int row = 0; row < table.rows().size(); row++) {
      WordStyle.keepTogether(frame.getRow(row + 1), table.rows().get(row));
    }
    gap(document);
  }

  /** Label, text, label, text, and the code beside them: a single field takes three columns. */
  private static void add(XWPFDocument document, Grid grid) {
    List<Integer> widths = PaperMeasures.columns(grid.code() != null);
    XWPFTable frame = WordStyle.table(document, grid.rows().size(), widths);
    for (int i = 0; i < grid.rows().size(); i++) {
      XWPFTableRow row = frame.getRow(i);
      List<Field> fields = grid.rows().get(i);
      WordStyle.keepTogether(row, fields.stream().map(Field::text).toList());
      row.setHeight(WordStyle.twips(fields.stream().mapToInt(Field::height).max().orElseThrow()));
      for (int field = 0; field < fields.size(); field++) {
        cell(row.getCell(2 * field), fields.get(field).label(), true, true);
        cell(row.getCell(2 * field + 1), fields.get(field).text(), false, false);
      }
      if (grid.code() != null) {
        WordStyle.mergeDown(row.getCell(4), i == 0);
      }
      if (fields.size() == 1) {
        WordStyle.mergeAcross(row, 1, 3);
      }
    }
    if (grid.code() != null) {
      add(frame.getRow(0).getCell(frame.getRow(0).getTableCells().size() - 1), grid.code());
    }
    gap(document);
  }

  private static void add(XWPFTableCell cell, Code code) {
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    WordStyle.tight(cell.getParagraphs().get(0), ParagraphAlignment.CENTER);
    byte[] picture = QrCode.png(code.address());
    int side = Math.toIntExact(Math.round(24 * Units.EMU_PER_CENTIMETER / 10.0));
    try {
      cell.getParagraphs()
          .get(0)
          .createRun()
          .addPicture(new ByteArrayInputStream(picture), PictureType.PNG, "code.png", side, side);
    } catch (IOException | InvalidFormatException impossible) {
      throw new IllegalStateException(impossible);
    }
    XWPFParagraph caption = cell.addParagraph();
    WordStyle.tight(caption, ParagraphAlignment.CENTER);
    WordStyle.write(caption, code.caption(), WordStyle.TEXT, 9);
  }

  private static void add(XWPFDocument document, Signature signature) {
    for (String line : List.of(signature.body(), signature.day())) {
      XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.RIGHT);
      paragraph.setIndentationRight(WordStyle.twips(15));
      paragraph.setKeepNext(true);
      WordStyle.write(paragraph, line, WordStyle.TEXT, 14);
    }
    gap(document);
  }

  private static void add(XWPFDocument document, Imprint imprint) {
    for (String line : imprint.lines()) {
      XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.LEFT);
      paragraph.setBorderTop(Borders.SINGLE);
      paragraph.setBorderBottom(Borders.SINGLE);
      paragraph.setBorderBetween(Borders.SINGLE);
      WordStyle.lineHeight(paragraph, 18);
      WordStyle.write(paragraph, line, WordStyle.TEXT, 12);
    }
  }

  private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingAfter(0);
    WordStyle.lineHeight(paragraph, 20);
    return paragraph;
  }

  /** Word joins tables that nothing stands between. */
  private static void gap(XWPFDocument document) {
    XWPFParagraph gap = document.createParagraph();
    WordStyle.tight(gap, ParagraphAlignment.LEFT);
    WordStyle.lineHeight(gap, 5);
    WordStyle.write(gap, "", WordStyle.TEXT, 5);
  }

  private static void cell(XWPFTableCell cell, String text, boolean label, boolean centred) {
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph paragraph = cell.getParagraphs().get(0);
    WordStyle.tight(paragraph, centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    WordStyle.lineHeight(paragraph, 14);
    WordStyle.write(paragraph, text, label ? WordStyle.LABEL : WordStyle.TEXT, 10.5);
  }
}
