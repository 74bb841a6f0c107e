package org.bihuan.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The two fonts of a PDF: {@code text.ttf} for the body and {@code title.ttf} for head and title.
 * What the title font cannot draw, the text font does. For one paper.
 */
final class PaperFonts {

  private final TrueTypeFont text;
  private final TrueTypeFont title;
  private final CmapLookup drawn;

  private PaperFonts(TrueTypeFont text, TrueTypeFont title) throws IOException {
    this.text = text;
    this.title = title;
    this.drawn = text.getUnicodeCmapLookup();
  }

  /**
   * @param directory whose files replace the shipped ones of the same name
   * @throws IllegalStateException when the directory has neither file, or one that is no TrueType
   *     font which may be embedded
   */
  static PaperFonts in(Optional<Path> directory) {
    if (directory.isPresent()
        && !Files.exists(directory.get().resolve("text.ttf"))
        && !Files.exists(directory.get().resolve("title.ttf"))) {
      throw new IllegalStateException(
          "bihuan.papers.fonts: neither text.ttf nor title.ttf in " + directory.get());
    }
    try {
      return new PaperFonts(read(directory, "text.ttf"), read(directory, "title.ttf"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static TrueTypeFont read(Optional<Path> directory, String name) throws IOException {
    Optional<Path> own = directory.map(folder -> folder.resolve(name)).filter(Files::exists);
    if (own.isEmpty()) {
      return parsed(PaperFonts.class.getResourceAsStream(name));
    }
    try {
      TrueTypeFont font = parsed(Files.newInputStream(own.get()));
      if (!mayBeEmbedded(font)) {
        throw new IllegalStateException(
            "bihuan.papers.fonts: the licence in " + own.get() + " forbids to embed it in part");
      }
      return font;
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "bihuan.papers.fonts: " + own.get() + " is no TrueType font", unreadable);
    }
  }

  private static TrueTypeFont parsed(InputStream file) throws IOException {
    try (file) {
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }
  }

  /** By the bits of its table OS/2: neither restricted nor all or nothing. */
  private static boolean mayBeEmbedded(TrueTypeFont font) throws IOException {
    int permission = font.getOS2Windows() == null ? 0 : font.getOS2Windows().getFsType();
    return (permission & 0x000F) != 0x0002 && (permission & 0x0100) == 0;
  }

  TrueTypeFont text() {
    return text;
  }

  TrueTypeFont title() {
    return title;
  }

  boolean draws(int character) {
    return drawn.getGlyphId(character) != 0;
  }
}
