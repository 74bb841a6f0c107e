package org.bihuan.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintStreamTest {

  private static final int PER_SECOND = 100;

  private PatientClient client;
  private Journal journal;
  private ComplaintStream complaints;

  /** Nobody answers at these ports, and the sender is patient. */
  @BeforeEach
  void a_stream_begins(@TempDir Path folder) throws IOException {
    Layout layout = new Layout(ProofStack.root(), folder);
    Files.writeString(
        layout.ports(),
        """
        {"postgres": 1, "kafka": 1, "kafka-controller": 1, "intake": 1, "dispatch": 1, "inspection": 1}
        """);
    Stack stack = Stack.attach(layout);
    client = new PatientClient(stack);
    journal = new Journal(folder.resolve("journal.ndjson"));
    complaints = new ComplaintStream(stack, client, journal, 1);
  }

  @AfterEach
  void all_ends() {
    complaints.close();
    client.close();
    journal.close();
  }

  @Test
  void a_stream_that_came_in_to_its_end_ends_in_peace() throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(3);
    complaints.start(PER_SECOND, number -> sent.countDown());
    sent.await();

    complaints.end();
  }

  @Test
  void a_stream_that_has_broken_off_says_why_when_it_is_ended() throws InterruptedException {
    IllegalStateException reason = new IllegalStateException("no more");
    CountDownLatch sent = new CountDownLatch(1);
    complaints.start(
        PER_SECOND,
        number -> {
          sent.countDown();
          throw reason;
        });
    sent.await();

    assertSame(reason, assertThrows(IllegalStateException.class, complaints::end).getCause());
  }
}
