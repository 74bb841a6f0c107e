package org.bihuan.acceptance.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.OptionRange;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./bihuan feed}. */
@Command(
    name = "feed",
    mixinStandardHelpOptions = true,
    description = {
      "Sends complaints to intake as calls of the 12319 hotline and tells what became of them.",
      "Each line: {\"id\", \"subject\", \"text\", \"receivedAt\"}. Running it again repeats nothing."
    })
public final class FeedCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PATIENCE_WHEN_STOPPED = Duration.ofSeconds(5);
  private static final Duration CLOSING_LIMIT = Duration.ofSeconds(90);
  private static final int MOST_AT_ONCE = 256;

  @Parameters(paramLabel = "FILE.ndjson", description = "UTF-8, one JSON object a line.")
  private Path file;

  @Option(names = "--limit", paramLabel = "N", description = "Send the first N lines only.")
  private Long limit;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "8",
      description = "Requests under way at the same time, 1 to 256 (default: ${DEFAULT-VALUE}).")
  private int concurrency;

  @Override
  public Integer call() throws IOException, InterruptedException {
    OptionRange.require("--concurrency", concurrency, 1, MOST_AT_ONCE);
    long lines = countLines();
    Stack stack = Stack.attach(Layout.ofCheckout(ProofStack.root()));
    if (!stack.intake().isReady() || !stack.dispatch().isReady()) {
      throw new StackFailure("intake and dispatch must be up: run './bihuan up --detach' first.");
    }
    Client client = new Client(stack);
    Feed feed = new Feed(client);
    CountDownLatch closed = closeInOrderWhenInterrupted(feed);
    try {
      return feed(feed, lines, new FeedReconciliation(client));
    } finally {
      closed.countDown();
    }
  }

  private int feed(Feed feed, long lines, FeedReconciliation reconciliation)
      throws IOException, InterruptedException {
    FeedProgress progress = new FeedProgress(lines);
    feed.run(file, lines, concurrency, progress::show);
    progress.end();
    System.out.printf(
        "Fed %s%s%n", file.getFileName(), feed.isStopped() ? ", stopped before its end" : "");
    System.out.print(feed.tally().toText());
    if (!reconciliation.print(feed.tally(), feed.isStopped() ? PATIENCE_WHEN_STOPPED : PATIENCE)) {
      return ExitCode.SOFTWARE;
    }
    System.out.println("Everything is accounted for.");
    return ExitCode.OK;
  }

  private long countLines() throws IOException {
    if (!Files.isReadable(file)) {
      throw new StackFailure("There is no readable file " + file + ".");
    }
    if (limit != null && limit < 0) {
      throw new StackFailure("--limit is 0 or more, not " + limit + ".");
    }
    try (Stream<String> all = Files.lines(file)) {
      return (limit == null ? all : all.limit(limit)).count();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof MalformedInputException) {
        throw new StackFailure(file + " is not UTF-8.", e);
      }
      throw e;
    }
  }

  /** Ctrl-C ends the sending; the process ends only after the reconciliation of what was sent. */
  private static CountDownLatch closeInOrderWhenInterrupted(Feed feed) {
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  feed.stop();
                  try {
                    closed.await(CLOSING_LIMIT.toSeconds(), TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                },
                "close-feed"));
    return closed;
  }
}
