package org.bihuan.paper;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on an official paper, in plain words and from top to bottom. Both forms of it, PDF
 * and Word, are written from this alone. No text of it is markup; a line break in one is a new
 * line.
 *
 * @param name what its file is called, without the ending
 * @param head what stands above the red line (版头)
 * @param title centred below it
 * @param blocks the body, in order
 */
public record Paper(String name, Head head, String title, List<Block> blocks) {

  public Paper {
    blocks = List.copyOf(blocks);
  }

  /**
   * The head after GB/T 9704: the issuing body in red, the number, and who signs.
   *
   * @param body who issues it (发文机关标志)
   * @param mark what stands at the top left, such as how urgent it is, or empty
   * @param number number of the paper (发文字号)
   * @param signer a label and the name of who signs (签发人)
   */
  public record Head(String body, String mark, String number, String signer) {}

  /** How much there is to lay out: the characters of its body. */
  int length() {
    return blocks.stream().flatMap(Block::texts).mapToInt(Paper::length).sum();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  /** A part of the body. */
  public sealed interface Block permits Paragraph, Table, Grid, Signature, Imprint {

    /** Every text of it, some of them {@code null}. */
    Stream<String> texts();
  }

  /**
   * A paragraph.
   *
   * @param indented by two characters, as running text is; else it stands at the margin
   */
  public record Paragraph(String text, boolean indented) implements Block {

    @Override
    public Stream<String> texts() {
      return Stream.of(text);
    }
  }

  /**
   * A table with a head, which stands again on each page.
   *
   * @param rows each with a text for every column
   */
  public record Table(List<Column> columns, List<List<String>> rows) implements Block {

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException("a row has a text for every column");
        }
      }
    }

    @Override
    public Stream<String> texts() {
      return rows.stream().flatMap(List::stream);
    }
  }

  /**
   * A column of a table.
   *
   * @param width in millimetres; all together make the {@link #WIDTH width of the type area}
   */
  public record Column(String head, int width, boolean centred) {}

  /**
   * Labelled fields in a frame, some of them to be filled in by hand.
   *
   * @param rows each of one or two fields
   * @param code to the right of all rows, or {@code null}
   */
  public record Grid(List<List<Field>> rows, Code code) implements Block {

    public Grid {
      rows = rows.stream().map(List::copyOf).toList();
      for (List<Field> row : rows) {
        if (row.isEmpty() || row.size() > 2) {
          throw new IllegalArgumentException("a row has one or two fields");
        }
      }
    }

    @Override
    public Stream<String> texts() {
      return rows.stream().flatMap(List::stream).map(Field::text);
    }
  }

  /**
   * A labelled field.
   *
   * @param height at least, in millimetres: room to write by hand
   */
  public record Field(String label, String text, int height) {

    /** A field that is as high as its text. */
    public static Field of(String label, String text) {
      return new Field(label, text, 7);
    }
  }

  /**
   * An address to be read by a telephone.
   *
   * @param caption below it
   */
  public record Code(String address, String caption) {}

  /** Who issues it and the day, at the right (落款, 成文日期). */
  public record Signature(String body, String day) implements Block {

    @Override
    public Stream<String> texts() {
      return Stream.of(body, day);
    }
  }

  /** Lines between rules at the end, such as who gets a copy (版记). */
  public record Imprint(List<String> lines) implements Block {

    public Imprint {
      lines = List.copyOf(lines);
    }

    @Override
    public Stream<String> texts() {
      return lines.stream();
    }
  }

  /** Width of the type area, in millimetres. */
  public static final int WIDTH = 156;
}
