package org.bihuan.intake.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.intake.filestore.FileStore;

/**
 * Removes what nobody needs: uploads that were never used, and files without a row, which a crash
 * between file and row leaves behind. Each run is bounded; all replicas may run at once.
 */
@ApplicationScoped
class AttachmentSweep {

  private static final int MOST_UNUSED = 500;
  private static final int PREFIXES = 256;

  /** An upload under way has its file before its row. */
  private static final Duration UNDER_WAY = Duration.ofHours(1);

  private final Attachments attachments;
  private final FileStore files;
  private final AttachmentConfig config;
  private final Clock clock;
  private final Counter removed;
  private final AtomicInteger next = new AtomicInteger();

  AttachmentSweep(
      Attachments attachments,
      FileStore files,
      AttachmentConfig config,
      Clock clock,
      MeterRegistry metrics) {
    this.attachments = attachments;
    this.files = files;
    this.config = config;
    this.clock = clock;
    this.removed =
        Counter.builder("bihuan.attachments.removed")
            .description("Files removed since nobody needs them")
            .register(metrics);
  }

  @Scheduled(
      every = "10m",
      delayed = "5m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void run() {
    forgetUnused();
    sweep(prefix(next.getAndUpdate(last -> (last + 1) % PREFIXES)));
  }

  /** Forgets the oldest uploads that were never used, and then their files. */
  void forgetUnused() {
    Instant before = clock.instant().minus(config.grace());
    List<String> left =
        QuarkusTransaction.requiringNew()
            .call(() -> attachments.forgetUnusedSince(before, MOST_UNUSED));
    left.forEach(this::removeIfUnneeded);
  }

  /** Removes the files of one prefix that have no row, unless they may still get one. */
  void sweep(String prefix) {
    Instant before = clock.instant().minus(UNDER_WAY);
    List<String> old =
        files.beginningWith(prefix).stream()
            .filter(kept -> kept.keptSince().isBefore(before))
            .map(FileStore.Kept::sha256)
            .toList();
    QuarkusTransaction.requiringNew()
        .call(() -> attachments.withoutRow(old))
        .forEach(this::removeIfUnneeded);
  }

  /** Held meanwhile: whoever puts the same file now does so before or after, not in between. */
  private void removeIfUnneeded(String sha256) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              attachments.hold(sha256);
              if (attachments.withoutRow(List.of(sha256)).contains(sha256)) {
                files.delete(sha256);
                removed.increment();
              }
            });
  }

  private static String prefix(int number) {
    return HexFormat.of().toHexDigits((byte) number);
  }
}
