package org.bihuan.intake.rewriting;

import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.ImageMetadataReader;
import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.enc.Decoder;
import com.twelvemonkeys.lang.StringUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bihuan.contract.Coordinates;
import org.bihuan.intake.rewriting.Unacceptable.Why;
import org.bihuan.kit.refusal.Overloaded;
import org.jboss.logging.Logger;

/**
 * Has files written anew, each by a {@link RewritingProcess} of bounded memory and time, a few at
 * once.
 */
@ApplicationScoped
public class FileRewriting {

  private static final Logger LOG = Logger.getLogger(FileRewriting.class);
  private static final int MEGABYTE = 1024 * 1024;

  /** Two copies of the pixels with transparency. */
  private static final int BYTES_A_PIXEL = 8;

  /** For the file, its new form, the libraries and what is packed in a paper. */
  private static final int OTHER_MEGABYTES = 160;

  /** One class of each library that the process needs. */
  private static final List<Class<?>> LIBRARIES =
      List.of(
          RewritingProcess.class,
          Coordinates.class,
          PDDocument.class,
          RandomAccessRead.class,
          FontBoxFont.class,
          LogFactory.class,
          Logger.class,
          ImageMetadataReader.class,
          XMPMeta.class,
          WebPImageReaderSpi.class,
          ImageReaderBase.class,
          Directory.class,
          StringUtil.class,
          Decoder.class,
          ImageUtil.class,
          Thumbnails.class);

  private final RewritingConfig config;
  private final Semaphore room;
  private final Semaphore processes;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "rewriting-watch");
            thread.setDaemon(true);
            return thread;
          });

  FileRewriting(RewritingConfig config) {
    this.config = config;
    this.room = new Semaphore(config.processes() + config.waiting());
    this.processes = new Semaphore(config.processes(), true);
  }

  @PreDestroy
  void stop() {
    watch.shutdownNow();
  }

  /**
   * The file made anew.
   *
   * @throws UnacceptableFile when it is not one that is taken
   * @throws Overloaded when too many wait already, or it took too long
   */
  public Rewritten rewrite(byte[] sent) {
    if (sent.length > config.mostBytes().asLongValue()) {
      throw UnacceptableFile.tooLarge(config.mostBytes().asLongValue());
    }
    return inTurn(sent, List.of());
  }

  /**
   * A photo that was made anew here, with areas of it blurred so that nobody can undo it.
   *
   * @param areas all inside the picture, at least one
   * @throws Overloaded when too many wait already, or it took too long
   */
  public Rewritten blur(byte[] kept, List<BlurredArea> areas) {
    return inTurn(kept, areas);
  }

  private Rewritten inTurn(byte[] sent, List<BlurredArea> areas) {
    if (!room.tryAcquire()) {
      throw overloaded();
    }
    try {
      processes.acquireUninterruptibly();
      try {
        return inProcess(sent, areas);
      } finally {
        processes.release();
      }
    } catch (Unacceptable unacceptable) {
      throw UnacceptableFile.because(unacceptable.why(), config.mostPixels());
    } finally {
      room.release();
    }
  }

  private static Overloaded overloaded() {
    return new Overloaded("attachments-overloaded");
  }

  private Rewritten inProcess(byte[] sent, List<BlurredArea> areas) throws Unacceptable {
    Process process = start(areas);
    AtomicBoolean tooLong = new AtomicBoolean();
    Future<?> deadline =
        watch.schedule(
            () -> {
              tooLong.set(true);
              process.destroyForcibly();
            },
            config.time().toMillis(),
            TimeUnit.MILLISECONDS);
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      hand(sent, process);
      if (in.readInt() != RewritingProcess.BEGINNING) {
        throw new Unacceptable(Why.UNREADABLE);
      }
      int told = in.readUnsignedByte();
      if (told != RewritingProcess.WELL) {
        throw new Unacceptable(Why.values()[told]);
      }
      return Rewritten.readFrom(in);
    } catch (IOException ended) {
      // An honest file is never out of memory; out of time it is where the machine is busy.
      if (tooLong.get()) {
        throw overloaded();
      }
      throw new Unacceptable(Why.UNREADABLE);
    } finally {
      deadline.cancel(false);
      process.destroyForcibly();
    }
  }

  private Process start(List<BlurredArea> areas) {
    try {
      return new ProcessBuilder(command(areas))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noRoom) {
      LOG.error("No process begins for a file", noRoom);
      throw overloaded();
    }
  }

  private static void hand(byte[] sent, Process process) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(sent);
    } catch (IOException endedBefore) {
      // What it says, or that it says nothing, is the answer.
      return;
    }
  }

  private List<String> command(List<BlurredArea> areas) {
    long megabytes = config.mostPixels() * BYTES_A_PIXEL / MEGABYTE + OTHER_MEGABYTES;
    Stream<String> process =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            LIBRARIES.stream()
                .flatMap(FileRewriting::place)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator)),
            RewritingProcess.class.getName(),
            String.valueOf(config.mostPixels()),
            String.valueOf(config.mostBytes().asLongValue()));
    return Stream.concat(process, areas.stream().map(BlurredArea::asArgument)).toList();
  }

  private static Stream<String> place(Class<?> library) {
    try {
      return Stream.of(
          Path.of(library.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a library without a place: " + library, e);
    }
  }
}
