package org.bihuan.localstack;

import java.nio.file.Files;
import java.util.List;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Ports;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.Standby;

/** With which servers a stack was started before, and so where what it has kept lies. */
final class EarlierStart {

  private final Layout layout;
  private final Ports ports;

  private EarlierStart(Layout layout, Ports ports) {
    this.layout = layout;
    this.ports = ports;
  }

  static EarlierStart of(Layout layout) {
    return new EarlierStart(layout, Ports.read(layout));
  }

  /**
   * @throws StackFailure when events lie with another number of brokers, or the second of two
   *     PostgreSQL servers, which may be the primary, would be left out
   */
  void requireServers(Options options) {
    requireBrokers(options.brokers());
    if (options.standby() == Standby.NONE
        && ports.databases().size() > 1
        && Files.exists(layout.postgres())) {
      throw new StackFailure(
          "%s has two PostgreSQL servers. Start with --standby, or delete postgres and %s there, all together, to begin with no data."
              .formatted(layout.directory(), String.join(", ", ports.brokers())));
    }
  }

  /**
   * A program that is not ours may have promoted one of two servers; two primaries would both take
   * writes.
   *
   * @throws StackFailure when not exactly one of them would start as the primary
   */
  void requireOnePrimary(List<Postgres> databases) {
    if (databases.stream().filter(server -> !server.isStandby()).count() != 1) {
      throw new StackFailure(
          "It is not known which PostgreSQL server is the primary. Delete the folder of the one that is not to be kept, data or data-2, in "
              + layout.postgres()
              + "; it is copied anew then.");
    }
  }

  /** The events already sent lie with the brokers of the earlier start, and nowhere else. */
  private void requireBrokers(int brokers) {
    List<String> earlier = ports.brokers();
    if (earlier.size() != brokers
        && earlier.stream().anyMatch(name -> Files.exists(layout.kafka(name)))) {
      throw new StackFailure(
          "%s has the events of %d broker%s. Start with --brokers %d, or delete postgres and %s there, all together, to begin with no data."
              .formatted(
                  layout.directory(),
                  earlier.size(),
                  earlier.size() == 1 ? "" : "s",
                  earlier.size(),
                  String.join(", ", earlier)));
    }
  }
}
