package org.bihuan.paper;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** How a paper looks in Word, after GB/T 9704-2012 [public]. */
final class WordStyle {

  static final String RED = "E60012";

  /** The fonts of the standard; a computer without them takes others. */
  static final String TITLE = "方正小标宋简体";

  static final String LABEL = "黑体";
  static final String TEXT = "仿宋_GB2312";

  private static final int FEW_CHARACTERS = 500;
  private static final String LATIN = "Times New Roman";

  private WordStyle() {}

  /** A length in twentieths of a point. */
  static int twips(double millimetres) {
    return Math.toIntExact(Math.round(millimetres * 1440 / 25.4));
  }

  private static BigInteger exactly(double millimetres) {
    return BigInteger.valueOf(twips(millimetres));
  }

  /** A4, the margins of the standard, and a page number, to the right on odd pages. */
  static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(exactly(210));
    size.setH(exactly(297));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(exactly(PaperMeasures.TOP));
    margins.setBottom(exactly(PaperMeasures.BOTTOM));
    margins.setLeft(exactly(PaperMeasures.BINDING));
    margins.setRight(exactly(PaperMeasures.OUTER));
    margins.setHeader(exactly(15));
    margins.setFooter(exactly(23));
    margins.setGutter(BigInteger.ZERO);
    document.setEvenAndOddHeadings(true);
    number(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    number(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  private static void number(
      XWPFDocument document, HeaderFooterType pages, ParagraphAlignment side) {
    XWPFParagraph paragraph = document.createFooter(pages).createParagraph();
    paragraph.setAlignment(side);
    paragraph.setIndentationLeft(twips(5));
    paragraph.setIndentationRight(twips(5));
    run(paragraph, "— ", TEXT, 14);
    XWPFRun field = run(paragraph, "", TEXT, 14);
    field.getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    XWPFRun code = run(paragraph, "", TEXT, 14);
    code.getCTR().addNewInstrText().setStringValue("PAGE");
    XWPFRun end = run(paragraph, "", TEXT, 14);
    end.getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
    run(paragraph, " —", TEXT, 14);
  }

  /** Writes the text into the paragraph, a line break for each of its own. */
  static List<XWPFRun> write(XWPFParagraph paragraph, String text, String font, double points) {
    List<XWPFRun> runs = new ArrayList<>();
    for (String part : text == null ? new String[] {""} : text.split("\t", -1)) {
      XWPFRun run = run(paragraph, "", font, points);
      if (!runs.isEmpty()) {
        run.addTab();
      }
      runs.add(run);
      List<String> lines = PlainLines.of(part);
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0) {
          run.addBreak();
        }
        run.setText(lines.get(i), run.getCTR().sizeOfTArray());
      }
    }
    return runs;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, String font, double points) {
    XWPFRun run = paragraph.createRun();
    CTRPr style = run.getCTR().addNewRPr();
    CTFonts fonts = style.addNewRFonts();
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setEastAsia(font);
    // What both scripts have, such as a box to tick, is as wide as a Chinese character.
    fonts.setHint(STHint.EAST_ASIA);
    run.setFontSize(points);
    if (!text.isEmpty()) {
      run.setText(text);
    }
    return run;
  }

  /** Single lines without room around them, as in tables. */
  static void tight(XWPFParagraph paragraph, ParagraphAlignment alignment) {
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBefore(0);
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBetween(1, LineSpacingRule.AUTO);
  }

  /** Lines of exactly this height in points, whichever font a computer takes. */
  static void lineHeight(XWPFParagraph paragraph, double points) {
    paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
  }

  /** A row of few words stays on one page; one of many may go over several. */
  static void keepTogether(XWPFTableRow row, List<String> texts) {
    int characters = texts.stream().mapToInt(text -> text == null ? 0 : text.length()).sum();
    row.setCantSplitRow(characters <= FEW_CHARACTERS);
  }

  /** By two characters, whatever their size. */
  static void indentFirstLine(XWPFParagraph paragraph) {
    CTInd indent = paragraph.getCTPPr().addNewInd();
    indent.setFirstLineChars(BigInteger.valueOf(200));
    indent.setFirstLine(BigInteger.valueOf(2 * 14 * 20));
  }

  static void rightTab(XWPFParagraph paragraph) {
    CTTabStop stop = paragraph.getCTPPr().addNewTabs().addNewTab();
    stop.setVal(STTabJc.RIGHT);
    stop.setPos(exactly(Paper.WIDTH - 5));
  }

  static void redLine(XWPFParagraph paragraph) {
    paragraph.setBorderBottom(Borders.SINGLE);
    CTBorder line = paragraph.getCTPPr().getPBdr().getBottom();
    line.setColor(RED);
    line.setSz(BigInteger.valueOf(16));
    line.setSpace(BigInteger.valueOf(4));
  }

  /** An empty table of fixed columns, in millimetres. */
  static XWPFTable table(XWPFDocument document, int rows, List<Integer> widths) {
    XWPFTable table = document.createTable(rows, widths.size());
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(twips(widths.stream().mapToInt(Integer::intValue).sum()));
    CTTblLayoutType layout = table.getCTTbl().getTblPr().addNewTblLayout();
    layout.setType(STTblLayoutType.FIXED);
    table.setCellMargins(twips(0.8), twips(1), twips(0.8), twips(1));
    for (XWPFTableRow row : table.getRows()) {
      for (int column = 0; column < widths.size(); column++) {
        row.getCell(column).setWidthType(TableWidthType.DXA);
        row.getCell(column).setWidth(String.valueOf(twips(widths.get(column))));
      }
    }
    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
    widths.forEach(width -> grid.addNewGridCol().setW(exactly(width)));
    return table;
  }

  /** Makes one cell of those from {@code first} to {@code last}, counted from 0. */
  static void mergeAcross(XWPFTableRow row, int first, int last) {
    int width = 0;
    for (int column = first; column <= last; column++) {
      width += row.getCell(column).getWidth();
    }
    for (int column = last; column > first; column--) {
      row.removeCell(column);
    }
    properties(row.getCell(first)).addNewGridSpan().setVal(BigInteger.valueOf(last - first + 1L));
    row.getCell(first).setWidth(String.valueOf(width));
  }

  /** The cell goes on from the one above, or is the first of such. */
  static void mergeDown(XWPFTableCell cell, boolean first) {
    properties(cell).addNewVMerge().setVal(first ? STMerge.RESTART : STMerge.CONTINUE);
  }

  private static CTTcPr properties(XWPFTableCell cell) {
    return cell.getCTTc().getTcPr() == null
        ? cell.getCTTc().addNewTcPr()
        : cell.getCTTc().getTcPr();
  }
}
