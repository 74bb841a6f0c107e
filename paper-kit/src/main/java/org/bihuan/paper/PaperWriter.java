package org.bihuan.paper;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Overloaded;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes papers, one at a time and up to a length, since a PDF takes memory while it is laid out:
 * 50 MB for a page, most of it for the fonts, and 65 MB for the longest. Word takes a few. The
 * fonts are read anew for each PDF: that takes some 60 ms, and to keep them would hold 34 MB for
 * ever.
 */
@Startup
@ApplicationScoped
public class PaperWriter {

  /** Most characters of a PDF; an order of 200 items with 400 characters each has fewer. */
  static final int MOST_CHARACTERS = 100_000;

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Optional<Path> fonts;
  private final Semaphore turn = new Semaphore(1, true);
  private final Duration patience;

  /**
   * @param fonts a folder with {@code text.ttf}, {@code title.ttf} or both, which replace the
   *     shipped ones; a folder that is no use stops the start
   */
  @Inject
  public PaperWriter(@ConfigProperty(name = "bihuan.papers.fonts") Optional<Path> fonts) {
    this(fonts, PATIENCE);
  }

  PaperWriter(Optional<Path> fonts, Duration patience) {
    this.fonts = fonts;
    this.patience = patience;
    if (fonts.isPresent()) {
      PaperFonts.in(fonts);
    }
  }

  /**
   * The paper as a file.
   *
   * @throws Conflict {@code paper-too-long} for a PDF of more than 100 000 characters
   * @throws Overloaded {@code papers-busy} when its turn does not come within three seconds
   */
  public byte[] write(Paper paper, PaperForm form) {
    if (form == PaperForm.PDF && paper.length() > MOST_CHARACTERS) {
      throw new Conflict("paper-too-long", MOST_CHARACTERS);
    }
    return inTurn(
        () ->
            form == PaperForm.PDF
                ? new PdfWriter(PaperFonts.in(fonts)).write(paper)
                : new WordWriter().write(paper));
  }

  <T> T inTurn(Supplier<T> work) {
    await();
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private void await() {
    try {
      if (turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new Overloaded("papers-busy");
  }
}
