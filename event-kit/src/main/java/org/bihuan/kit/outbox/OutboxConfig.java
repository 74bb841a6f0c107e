package org.bihuan.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How the outbox is published. */
@ConfigMapping(prefix = "bihuan.outbox")
public interface OutboxConfig {

  /** Most events published and removed at once. */
  @WithDefault("500")
  int batch();

  /**
   * Pause before looking again when nobody woke the relay, while events come: how late an event of
   * another replica may be.
   */
  @WithDefault("25ms")
  Duration poll();

  /** The same when there was nothing for a while; the pause doubles until it is as long as this. */
  @WithDefault("250ms")
  Duration restingPoll();

  /**
   * Pause after the broker or the database failed, and between two tries to become the active
   * relay.
   */
  @WithDefault("1s")
  Duration retryPause();

  /** How long a stop waits for the batch under way. */
  @WithDefault("10s")
  Duration stopTimeout();

  /** Partitions of a topic this service creates: the most replicas that can share the reading. */
  @WithDefault("12")
  int partitions();

  /** Copies of each partition in the cluster; 1 suits one broker, 3 suits a city. */
  @WithDefault("1")
  short replication();

  /**
   * How many copies of a topic that this service creates must have an event before it counts as
   * published; 2 suits three copies. None: as the brokers say.
   */
  OptionalInt minInSync();

  /**
   * How long a topic that this service creates keeps its events: longer than a restore reaches back
   * or a reader may be away, shorter than {@code bihuan.inbox.memory}. Compacted topics keep the
   * newest of each key for ever.
   */
  @WithDefault("14d")
  Duration retention();
}
