package org.bihuan.intake.ledger.head;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.contract.ledger.SignedHead;

/**
 * Puts each signed head into a folder as a file with one line, from where another body fetches it.
 * A file that is there is left alone; one that is missing is made again after a start.
 */
@ApplicationScoped
class HeadFiles {

  private static final int AT_ONCE = 400;

  /** Another body fetches them, whatever mask the service runs with. */
  private static final Set<PosixFilePermission> READ_BY_ALL =
      PosixFilePermissions.fromString("rw-r--r--");

  private final LedgerDays days;
  private final ObjectMapper json;
  private final Optional<Path> folder;
  private LocalDate written = LocalDate.EPOCH;

  HeadFiles(LedgerDays days, ObjectMapper json, HeadConfig config) {
    this.days = days;
    this.json = json;
    this.folder = config.headsDirectory();
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    folder.ifPresent(this::writeInto);
  }

  /** Writes the heads that were signed since. */
  synchronized void writeInto(Path folder) {
    List<SignedHead> heads =
        QuarkusTransaction.requiringNew().call(() -> days.signedAfter(written, AT_ONCE));
    for (SignedHead head : heads) {
      write(folder.resolve("head-" + head.day() + ".json"), HeadView.of(head));
      written = head.day();
    }
  }

  private void write(Path file, HeadView head) {
    try {
      if (Files.exists(file)) {
        return;
      }
      Files.createDirectories(file.getParent());
      // The same each time: what a crash leaves is written over, not left lying beside it.
      Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.writeString(unfinished, json.writeValueAsString(head) + "\n", StandardCharsets.UTF_8);
      Files.setPosixFilePermissions(unfinished, READ_BY_ALL);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("a head of the ledger cannot be written to " + file, e);
    }
  }
}
