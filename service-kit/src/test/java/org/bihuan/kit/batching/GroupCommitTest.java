package org.bihuan.kit.batching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bihuan.kit.refusal.Overloaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests for which there is no room. */
class GroupCommitTest {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch disk = new CountDownLatch(1);
  private final GroupCommit<String, String> commits =
      new GroupCommit<>("test", new GroupCommit.Limits(1, 1, 1), this::write);

  private List<String> write(List<String> group) {
    begun.countDown();
    try {
      disk.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return group.stream().map(one -> one + " written").toList();
  }

  @BeforeEach
  void fill() throws InterruptedException {
    commits.start();
    commits.submit("first");
    begun.await();
    commits.submit("second");
  }

  @AfterEach
  void stop() throws InterruptedException {
    disk.countDown();
    commits.stop();
  }

  @Test
  void one_more_than_can_wait_is_refused() {
    Overloaded refusal = assertThrows(Overloaded.class, () -> commits.submit("third"));
    assertEquals("test-overloaded", refusal.code());
  }

  @Test
  void what_comes_after_the_stop_is_refused_and_does_not_wait_for_ever() throws Exception {
    disk.countDown();
    commits.stop();
    assertEquals(
        "test-overloaded", assertThrows(Overloaded.class, () -> commits.submit("late")).code());
    assertThrows(Overloaded.class, () -> commits.submitWhenThereIsRoom("late"));
  }

  @Test
  void whoever_waits_for_room_at_the_stop_is_answered() throws Exception {
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(this::handIn).thenCompose(written -> written);
    disk.countDown();
    commits.stop();
    assertNotNull(
        waiting
            .handle((written, refusal) -> written == null ? refusal : written)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void whoever_has_much_to_hand_in_waits_for_room_instead() throws Exception {
    CompletableFuture<String> third =
        CompletableFuture.supplyAsync(this::handIn).thenCompose(written -> written);
    assertFalse(third.isDone());
    disk.countDown();
    assertEquals("third written", third.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private CompletableFuture<String> handIn() {
    try {
      return commits.submitWhenThereIsRoom("third").toCompletableFuture();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
