package org.bihuan.intake.rewriting;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.bihuan.intake.rewriting.Unacceptable.Why;

/**
 * The program that reads one file and writes it anew, in a process of its own: a file that needs
 * too much memory or time, or finds a fault in a library, ends this process and no other.
 */
final class RewritingProcess {

  /** Before all that is told: a virtual machine that gives up writes on its output as well. */
  static final int BEGINNING = 0x42483231;

  /** What is told before a new file; a reason is told by its place in {@link Why}. */
  static final int WELL = 0xFF;

  private static final int FIRST_AREA = 2;

  private RewritingProcess() {}

  /**
   * Reads the file from the standard input and writes the result to the standard output.
   *
   * @param arguments most pixels, most bytes; then the areas to be blurred, if it is a photo that
   *     was written anew before
   */
  public static void main(String[] arguments) throws IOException {
    ImageIO.setUseCache(false);
    byte[] sent = System.in.readAllBytes();
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    // What a library prints is not what we tell.
    System.setOut(System.err);
    try {
      long mostPixels = Long.parseLong(arguments[0]);
      List<BlurredArea> areas =
          Arrays.stream(arguments).skip(FIRST_AREA).map(BlurredArea::ofArgument).toList();
      Rewritten file =
          areas.isEmpty()
              ? rewrite(sent, mostPixels, Integer.parseInt(arguments[1]))
              : blur(sent, mostPixels, areas);
      out.writeInt(BEGINNING);
      out.writeByte(WELL);
      file.writeTo(out);
    } catch (Unacceptable unacceptable) {
      out.writeInt(BEGINNING);
      out.writeByte(unacceptable.why().ordinal());
    }
    out.flush();
  }

  private static Rewritten blur(byte[] kept, long mostPixels, List<BlurredArea> areas)
      throws Unacceptable {
    FileKind kind = FileKind.of(kept).orElseThrow(() -> new Unacceptable(Why.TYPE));
    try {
      return Photo.blur(kept, kind, mostPixels, areas);
    } catch (IOException | RuntimeException broken) {
      throw new Unacceptable(Why.UNREADABLE);
    }
  }

  private static Rewritten rewrite(byte[] sent, long mostPixels, int mostBytes)
      throws Unacceptable {
    FileKind kind = FileKind.of(sent).orElseThrow(() -> new Unacceptable(Why.TYPE));
    Polyglots.refuse(sent, kind);
    try {
      return kind == FileKind.PDF
          ? Paper.rewrite(sent)
          : Photo.rewrite(sent, kind, mostPixels, mostBytes);
    } catch (IOException | RuntimeException broken) {
      // Whatever a library makes of a broken file, it is broken.
      throw new Unacceptable(Why.UNREADABLE);
    }
  }
}
