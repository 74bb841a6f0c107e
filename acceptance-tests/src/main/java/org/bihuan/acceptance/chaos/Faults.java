package org.bihuan.acceptance.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Broker;
import org.bihuan.localstack.parts.Part;
import org.bihuan.localstack.parts.Postgres;
import org.bihuan.localstack.parts.ServiceProcess;

/** Everything that can be made to go wrong with a stack. */
final class Faults {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Within it, under load, requests are under way on every connection. */
  private static final Duration LONG_ENOUGH_TO_BE_HIT = Duration.ofMillis(500);

  private static final Duration LONG_ENOUGH_TO_BE_BEHIND = Duration.ofSeconds(2);

  private static final int RECORDS_TOLD_AGAIN = 500;
  private static final int LOOKS_AT_THE_RELAYS = 12;
  private static final int LOOKS_IN_A_ROW = 3;
  private static final int SECOND_COPY = 2;

  private final Stack stack;
  private final FaultProxy toPostgres;
  private final FaultProxy toBroker;
  private final FaultProxy betweenBrokers;
  private final Optional<Disk> disk;
  private final Client client;
  private final Set<String> relaysTogether = ConcurrentHashMap.newKeySet();

  /**
   * @param toBroker the ways to all brokers
   * @param betweenBrokers the ways of three brokers to each other
   * @param disk where PostgreSQL keeps its data, when it has one of its own
   */
  Faults(
      Stack stack,
      FaultProxy toPostgres,
      FaultProxy toBroker,
      FaultProxy betweenBrokers,
      Optional<Disk> disk) {
    this.stack = stack;
    this.toPostgres = toPostgres;
    this.toBroker = toBroker;
    this.betweenBrokers = betweenBrokers;
    this.disk = disk;
    this.client = new Client(stack);
  }

  /** Services of which two copies were publishing at the same time, each with its states. */
  Set<String> relaysTogether() {
    return relaysTogether;
  }

  /** All of them. */
  List<Fault> all() {
    List<Fault> faults = new ArrayList<>();
    for (Part part : stack.parts()) {
      faults.add(new Fault("kill-" + part.name(), 3, dice -> kill(part)));
      faults.add(new Fault("pause-" + part.name(), 2, dice -> pause(part, seconds(dice, 2, 12))));
    }
    List<Part> servers = new ArrayList<>(stack.brokers());
    servers.addAll(stack.databases());
    for (Part part : servers) {
      faults.add(new Fault("outage-" + part.name(), 3, dice -> outage(part, seconds(dice, 5, 20))));
    }
    if (stack.brokers().size() == Broker.CLUSTER) {
      faults.addAll(
          new BrokerFaults(
                  stack,
                  betweenBrokers,
                  () -> "retrying".equals(publishing(ServiceName.INTAKE, stack.intake())))
              .all());
    }
    if (stack.databases().size() > 1) {
      faults.add(new Fault("promote-standby", 5, dice -> promoteStandby(seconds(dice, 2, 8))));
    }
    disk.ifPresent(
        one ->
            faults.add(
                new Fault("full-disk-postgres", 2, dice -> fillDisk(one, seconds(dice, 5, 10)))));
    Map<String, FaultProxy> links = Map.of("postgres", toPostgres, "kafka", toBroker);
    for (String name : List.of("postgres", "kafka")) {
      FaultProxy link = links.get(name);
      faults.add(new Fault("cut-" + name, 2, dice -> link.cut()));
      faults.add(new Fault("half-open-" + name, 2, dice -> halfOpen(link, seconds(dice, 5, 15))));
      faults.add(new Fault("slow-" + name, 2, dice -> slow(link, seconds(dice, 5, 10))));
    }
    for (ServiceName name : ServiceName.values()) {
      ServiceProcess service = stack.service(name);
      String of = "-" + name.partName();
      faults.add(
          new Fault(
              "kill-before-commit" + of,
              1,
              dice -> killWhileHeld(service, toPostgres, FaultProxy.Direction.REQUESTS)));
      faults.add(
          new Fault(
              "kill-after-commit" + of,
              1,
              dice -> killWhileHeld(service, toPostgres, FaultProxy.Direction.ANSWERS)));
      faults.add(
          new Fault(
              "kill-after-publish" + of,
              1,
              dice -> killWhileHeld(service, toBroker, FaultProxy.Direction.ANSWERS)));
      faults.add(new Fault("second-copy" + of, 1, dice -> secondCopy(name, dice)));
      faults.add(new Fault("read-all-again" + of, 1, dice -> readAllAgain(name)));
    }
    for (String topic :
        List.of(
            EventCatalogue.INTAKE_EVENTS,
            EventCatalogue.DISPATCH_EVENTS,
            EventCatalogue.INSPECTION_EVENTS)) {
      faults.add(new Fault("shuffled-again-" + topic, 2, dice -> tellAgainShuffled(topic, dice)));
    }
    return faults;
  }

  /**
   * The faults of these names, in this order.
   *
   * @throws StackFailure when there is no such fault; names those there are
   */
  List<Fault> named(List<String> names) {
    Map<String, Fault> all = new LinkedHashMap<>();
    all().forEach(fault -> all.put(fault.name(), fault));
    if (!all.keySet().containsAll(names)) {
      throw new StackFailure("There are these faults: " + String.join(", ", all.keySet()) + ".");
    }
    return names.stream().map(all::get).toList();
  }

  /** Each fault as often as its weight says, in an order that the dice choose. */
  static List<Fault> round(List<Fault> faults, Random dice) {
    List<Fault> round = new ArrayList<>();
    faults.forEach(fault -> round.addAll(Collections.nCopies(fault.weight(), fault)));
    Collections.shuffle(round, dice);
    return round;
  }

  private void kill(Part part) {
    part.kill();
    part.start();
  }

  private void pause(Part part, Duration length) {
    part.pause();
    try {
      pass(length);
    } finally {
      part.resume();
    }
    await(part.name() + " answers again").atMost(PATIENCE).until(part::isReady);
  }

  private void outage(Part part, Duration length) {
    part.stop();
    pass(length);
    part.start();
  }

  /** A server that cannot go on without space ends by itself, and is started when there is some. */
  private void fillDisk(Disk full, Duration length) {
    full.fill();
    pass(length);
    full.free();
    stack.primaryFirst().forEach(Part::start);
  }

  /**
   * The network between the two fails first, so that what is answered by then is with the primary
   * alone unless answers wait for the standby; then the primary is lost with its disk.
   */
  private void promoteStandby(Duration alone) {
    List<Postgres> servers = stack.primaryFirst();
    Postgres primary = servers.get(0);
    Postgres standby = servers.get(1);
    standby.stopReceiving();
    pass(LONG_ENOUGH_TO_BE_BEHIND);
    primary.kill();
    standby.promote();
    pass(alone);
    primary.start();
  }

  private void halfOpen(FaultProxy link, Duration length) {
    link.silence();
    pass(length);
    link.cutSilent();
  }

  private void slow(FaultProxy link, Duration length) {
    link.slow(Duration.ofMillis(20));
    pass(length);
    link.slow(Duration.ZERO);
  }

  /** Whoever it was talking to never hears the rest, and it never hears their answer. */
  private void killWhileHeld(
      ServiceProcess service, FaultProxy link, FaultProxy.Direction direction) {
    link.hold(direction);
    pass(LONG_ENOUGH_TO_BE_HIT);
    service.kill();
    link.cut();
    link.release();
    service.start();
  }

  /** One more copy of a service for a while, then one of the two is killed. */
  private void secondCopy(ServiceName name, Random dice) throws IOException {
    ServiceProcess first = stack.service(name);
    ServiceProcess second = stack.copyOf(name, SECOND_COPY, Map.of());
    second.start();
    watchRelays(name, first, second);
    pass(seconds(dice, 2, 5));
    if (dice.nextBoolean()) {
      first.kill();
      await("the other copy publishes")
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(() -> "active".equals(publishing(name, second)));
      first.start();
      second.stop();
    } else {
      second.kill();
    }
  }

  /**
   * Both publishing in one look after the other is no moment in which one took over. A copy that
   * has just come takes a while before it would publish.
   */
  private void watchRelays(ServiceName name, ServiceProcess first, ServiceProcess second)
      throws IOException {
    int inARow = 0;
    for (int look = 0; look < LOOKS_AT_THE_RELAYS && inARow < LOOKS_IN_A_ROW; look++) {
      boolean both =
          Stream.of(publishing(name, first), publishing(name, second)).allMatch("active"::equals);
      inARow = both ? inARow + 1 : 0;
      pass(Duration.ofMillis(500));
    }
    if (inARow == LOOKS_IN_A_ROW) {
      relaysTogether.add(name.partName() + ": two copies publish at the same time");
    }
  }

  private String publishing(ServiceName name, ServiceProcess copy) throws IOException {
    JsonNode health =
        client.send(copy.address(), Call.of(name, "GET", "/q/health/ready", null)).json();
    return health
        .path("checks")
        .valueStream()
        .filter(check -> check.path("name").asText().equals("outbox"))
        .map(check -> check.at("/data/publishing").asText())
        .findFirst()
        .orElse("unknown");
  }

  /** All topics from their first record on. */
  private void readAllAgain(ServiceName name) {
    ServiceProcess service = stack.service(name);
    service.stop();
    try (Topics topics = new Topics(stack.broker())) {
      topics.forgetWhatWasRead(name);
    }
    service.start();
  }

  private void tellAgainShuffled(String topic, Random dice) throws Exception {
    try (Topics topics = new Topics(stack.broker())) {
      List<ConsumerRecord<byte[], byte[]>> records =
          new ArrayList<>(topics.some(topic, RECORDS_TOLD_AGAIN, dice));
      Collections.shuffle(records, dice);
      topics.sendAgain(records);
    }
  }

  static Duration seconds(Random dice, int from, int to) {
    return Duration.ofSeconds(dice.nextInt(from, to + 1));
  }

  /** The fault itself takes this long; there is nothing to wait for. */
  static void pass(Duration length) {
    try {
      TimeUnit.MILLISECONDS.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in the middle of a fault", e);
    }
  }
}
