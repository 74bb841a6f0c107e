package org.bihuan.acceptance.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitionReassignment;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Ports;

/** What can go wrong only where brokers copy from each other. */
final class BrokerFaults {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Path PROCESSES = Path.of("/proc");
  private static final int LOCAL_END = 1;
  private static final int REMOTE_END = 2;
  private static final int INODE = 9;

  private final Stack stack;
  private final FaultProxy between;
  private final Callable<Boolean> publishingWaits;

  /**
   * @param between the ways between the brokers, by the names of the ports they lead to
   * @param publishingWaits whether a service says of itself that its events wait
   */
  BrokerFaults(Stack stack, FaultProxy between, Callable<Boolean> publishingWaits) {
    this.stack = stack;
    this.between = between;
    this.publishingWaits = publishingWaits;
  }

  /** The names of the ports by which brokers reach each other; of one alone there are none. */
  static List<String> portsBetween(List<String> brokers) {
    return brokers.size() == 1
        ? List.of()
        : brokers.stream()
            .flatMap(name -> Stream.of(Ports.controllerOf(name), Ports.replicationOf(name)))
            .toList();
  }

  List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    for (Broker broker : stack.brokers()) {
      String of = "-" + broker.name();
      faults.add(new Fault("lose-disk" + of, 1, dice -> loseDisk(broker)));
      faults.add(new Fault("cut-off" + of, 1, dice -> cutOff(broker, Faults.seconds(dice, 6, 12))));
      faults.add(new Fault("lead-alone" + of, 1, dice -> leadAlone(broker)));
    }
    faults.add(new Fault("kill-controller", 2, dice -> killController()));
    faults.add(new Fault("move-leaders", 2, dice -> moveLeaders()));
    faults.add(new Fault("two-away", 2, this::twoAway));
    return faults;
  }

  /**
   * It comes back with nothing and has to copy everything. Never before all copies are there: two
   * disks lost at a time are more than is promised.
   */
  private void loseDisk(Broker broker) {
    awaitCopies();
    broker.kill();
    broker.loseDisk();
    broker.start();
    awaitCopies();
  }

  /** It reaches no other broker and none reaches it, while clients reach all of them. */
  private void cutOff(Broker broker, Duration length) {
    long process = broker.pid().orElseThrow();
    between.silence((port, client) -> port.startsWith(broker.name()) != isHeldBy(process, client));
    try {
      Faults.pass(length);
    } finally {
      between.cutSilent();
    }
    awaitCopies();
  }

  /** Nobody copies from it until it is the only one that has all; then it is killed as well. */
  private void leadAlone(Broker broker) {
    awaitCopies();
    between.silence((port, client) -> port.equals(Ports.replicationOf(broker.name())));
    try {
      await("nobody follows " + broker.name())
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(ExecutionException.class)
          .until(
              () ->
                  partitions().stream()
                      .anyMatch(
                          partition -> ids(partition.isr()).equals(List.of(broker.number()))));
      Faults.pass(Duration.ofSeconds(2));
      broker.kill();
    } finally {
      between.cutSilent();
    }
    Faults.pass(Duration.ofSeconds(2));
    broker.start();
    awaitCopies();
  }

  private void killController() throws ExecutionException, InterruptedException {
    int number;
    try (Admin admin = admin()) {
      number = admin.describeMetadataQuorum().quorumInfo().get().leaderId();
    }
    Broker controller = stack.brokers().get(number - 1);
    controller.kill();
    controller.start();
  }

  /** Each partition gets another leader, and nothing has to be copied for it. */
  private void moveLeaders() throws ExecutionException, InterruptedException {
    awaitCopies();
    try (Admin admin = admin()) {
      Map<TopicPartition, Optional<NewPartitionReassignment>> turned = new HashMap<>();
      for (TopicDescription topic : topics(admin)) {
        for (TopicPartitionInfo partition : topic.partitions()) {
          List<Integer> replicas = new ArrayList<>(ids(partition.replicas()));
          Collections.rotate(replicas, -1 - replicas.indexOf(partition.leader().id()));
          turned.put(
              new TopicPartition(topic.name(), partition.partition()),
              Optional.of(new NewPartitionReassignment(replicas)));
        }
      }
      admin.alterPartitionReassignments(turned).all().get();
      admin.electLeaders(ElectionType.PREFERRED, new HashSet<>(turned.keySet())).all().get();
    }
  }

  /** The last one has neither a controller nor copies enough: everything has to wait. */
  private void twoAway(Random dice) {
    List<Broker> brokers = new ArrayList<>(stack.brokers());
    Collections.shuffle(brokers, dice);
    List<Broker> away = brokers.subList(0, Broker.CLUSTER - 1);
    away.forEach(Broker::kill);
    Faults.pass(Faults.seconds(dice, 5, 12));
    await("a service says that its events wait")
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(publishingWaits);
    away.forEach(Broker::start);
    awaitCopies();
  }

  private void awaitCopies() {
    await("every partition has all its copies")
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(ExecutionException.class)
        .until(
            () ->
                partitions().stream()
                    .allMatch(partition -> partition.isr().size() == partition.replicas().size()));
  }

  private List<TopicPartitionInfo> partitions() throws ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      // Without a controller brokers tell what was true before.
      admin.describeMetadataQuorum().quorumInfo().get();
      return topics(admin).stream().flatMap(topic -> topic.partitions().stream()).toList();
    }
  }

  /** The brokers' own among them. */
  private static Collection<TopicDescription> topics(Admin admin)
      throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get())
        .allTopicNames()
        .get()
        .values();
  }

  private Admin admin() {
    return Admin.create(
        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, stack.broker().bootstrapServers()));
  }

  private static List<Integer> ids(List<Node> nodes) {
    return nodes.stream().map(Node::id).toList();
  }

  /** Whether a process has the other end of a connection, as the kernel of Linux tells. */
  static boolean isHeldBy(long process, Socket accepted) {
    try (Stream<Path> open = Files.list(PROCESSES.resolve(process + "/fd"))) {
      String socket = "socket:[" + inode(accepted) + "]";
      return open.anyMatch(file -> socket.equals(target(file)));
    } catch (IOException e) {
      // It has ended, and holds nothing any more.
      return false;
    }
  }

  private static String inode(Socket accepted) throws IOException {
    String local = ":%04X".formatted(accepted.getPort());
    String remote = ":%04X".formatted(accepted.getLocalPort());
    for (String table : List.of("net/tcp", "net/tcp6")) {
      for (String line : Files.readAllLines(PROCESSES.resolve(table))) {
        String[] columns = line.strip().split(" +");
        if (columns[LOCAL_END].endsWith(local) && columns[REMOTE_END].endsWith(remote)) {
          return columns[INODE];
        }
      }
    }
    return "none";
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      // Closed meanwhile.
      return "";
    }
  }
}
