package org.bihuan.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntPredicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A paper as a tree of XHTML. It is built node by node and never parsed, so that no text can become
 * markup. How it looks is in {@code paper.css}.
 */
final class PaperMarkup {

  /** How the only addresses begin that lead to a picture: they hold it. */
  static final String PICTURE = "data:image/png;base64,";

  /** What {@code paper.css} adds to the height of a cell, in millimetres. */
  private static final double PADDING = 1.5;

  private static final String STYLES = styles();

  private final IntPredicate drawn;
  private final Document document;

  /**
   * @param drawn whether the fonts have a character
   */
  PaperMarkup(IntPredicate drawn) {
    this.drawn = drawn;
    try {
      this.document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String styles() {
    try (InputStream css = PaperMarkup.class.getResourceAsStream("paper.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Document of(Paper paper) {
    Element html = document.createElement("html");
    html.setAttribute("lang", "zh-CN");
    document.appendChild(html);
    Element head = child(html, "head", null);
    child(head, "title", null)
        .setTextContent(
            String.join(" ", PlainLines.of(paper.title() + " " + paper.head().number())));
    child(head, "style", null).setTextContent(STYLES);
    Element body = child(html, "body", null);
    add(body, paper.head());
    lines(child(body, "h1", null), paper.title());
    paper.blocks().forEach(block -> add(body, block));
    return document;
  }

  private void add(Element body, Head head) {
    if (!head.mark().isEmpty()) {
      lines(child(body, "div", "mark"), head.mark());
    }
    Element name = child(body, "div", "body-name");
    name.setAttribute("style", "font-size: " + PaperMeasures.nameSize(head.body()) + "pt");
    lines(name, head.body());
    Element row = child(child(body, "table", "number"), "tr", null);
    lines(child(row, "td", null), head.number());
    lines(child(row, "td", "right"), head.signer());
  }

  private void add(Element body, Block block) {
    if (block instanceof Paragraph paragraph) {
      lines(child(body, "div", paragraph.indented() ? "indented" : "flush"), paragraph.text());
    } else if (block instanceof Table table) {
      add(body, table);
    } else if (block instanceof Grid grid) {
      add(body, grid);
    } else if (block instanceof Signature signature) {
      Element element = child(body, "div", "signature");
      lines(element, signature.body());
      lines(element, signature.day());
    } else if (block instanceof Imprint imprint) {
      Element element = child(body, "div", "imprint");
      imprint.lines().forEach(line -> lines(child(element, "div", "line"), line));
    }
  }

  private void add(Element body, Table table) {
    Element element = child(body, "table", "rows");
    Element headRow = child(child(element, "thead", null), "tr", null);
    for (Column column : table.columns()) {
      Element cell = child(headRow, "th", null);
      cell.setAttribute("style", share(column.width()));
      lines(cell, column.head());
    }
    Element rows = child(element, "tbody", null);
    for (List<String> row : table.rows()) {
      Element line = child(rows, "tr", null);
      for (int i = 0; i < row.size(); i++) {
        boolean centred = table.columns().get(i).centred();
        lines(child(line, "td", centred ? "centred" : null), row.get(i));
      }
    }
  }

  private void add(Element body, Grid grid) {
    Element table = child(body, "table", "grid");
    for (int width : PaperMeasures.columns(grid.code() != null)) {
      child(table, "col", null).setAttribute("style", share(width));
    }
    Element rows = child(table, "tbody", null);
    for (int i = 0; i < grid.rows().size(); i++) {
      Element row = child(rows, "tr", null);
      List<Field> fields = grid.rows().get(i);
      fields.forEach(field -> add(row, field, fields.size() == 1));
      if (i == 0 && grid.code() != null) {
        add(row, grid.code(), grid.rows().size());
      }
    }
  }

  private void add(Element row, Field field, boolean alone) {
    lines(child(row, "th", null), field.label());
    Element cell = child(row, "td", null);
    cell.setAttribute("style", "height: " + (field.height() - PADDING) + "mm");
    cell.setAttribute("colspan", alone ? "3" : "1");
    lines(cell, field.text());
  }

  private void add(Element row, Code code, int rows) {
    Element cell = child(row, "td", "code");
    cell.setAttribute("rowspan", String.valueOf(rows));
    Element picture = child(cell, "img", null);
    picture.setAttribute(
        "src", PICTURE + Base64.getEncoder().encodeToString(QrCode.png(code.address())));
    picture.setAttribute("alt", code.caption());
    lines(cell, code.caption());
  }

  /** A width in millimetres as its share of the page, so that rules and padding are within. */
  private static String share(int width) {
    return "width: " + width * 100.0 / Paper.WIDTH + "%";
  }

  private Element child(Element parent, String name, String style) {
    Element element = document.createElement(name);
    if (style != null) {
      element.setAttribute("class", style);
    }
    parent.appendChild(element);
    return element;
  }

  private void lines(Element parent, String text) {
    for (String line : PlainLines.of(text, drawn)) {
      child(parent, "div", null).setTextContent(line.isEmpty() ? " " : line);
    }
  }
}
