package org.bihuan.acceptance.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.awaitility.core.ConditionTimeoutException;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.Login;
import org.bihuan.acceptance.api.Quiescence;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.Part;

/**
 * One run from the start of a stack to the reckoning: faults one after the other while complaints
 * come in, then overload, then changes to a copy of the ledger, and when all is quiet everything is
 * held against what was written down.
 */
final class ChaosRun {

  /** More than the longest run writes; only what is written takes space. */
  private static final String DISK = "8G";

  private static final int WARM = 50;
  private static final int ONE_IN_SO_MANY_IS_POISON = 100;
  private static final Duration WARM_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LATEST_TIMER = Duration.ofSeconds(60);
  private static final Duration LATEST_RECOVERY = Duration.ofSeconds(30);

  /** A limit has to begin after it is told of; the first answer of a service takes its time. */
  private static final Duration TIME_TO_BE_TOLD = Duration.ofSeconds(15);

  /** The shortest limit that dispatch takes, so that limits pass during the run. */
  private static final String SHORT_LIMIT =
      """
      {"deadlineClass": "GENERAL", "limit": "PT1M", "warnAt": 0.5, "reworkShare": 0.5, "validFrom": "%s"}
      """;

  private final Plan plan;
  private final Consumer<String> progress;
  private final ChaosReport report = new ChaosReport();

  private ChaosRun(Plan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * What is to be done.
   *
   * @param length how long faults go on; those of {@code faults} happen once each however long it
   *     takes
   * @param faults names, or none for all of them, by their weights, in the order of the seed
   * @param overload how long intake is overloaded afterwards; zero for not at all
   * @param mutations changes to a copy of the ledger
   * @param patience how long the last answers and the last dead letters are waited for, each
   * @param quietPatience how long it may take until nothing is on its way any more
   * @param fullDisk whether PostgreSQL gets a disk of its own that can be filled
   * @param clockLibrary what makes clocks jump after the reckoning, when they shall
   * @param options how the stack is started, but for the ways between its parts
   */
  record Plan(
      Duration length,
      long seed,
      int perSecond,
      List<String> faults,
      Duration overload,
      int mutations,
      Duration patience,
      Duration quietPatience,
      boolean fullDisk,
      Optional<Path> clockLibrary,
      Options options) {}

  /**
   * Runs on an empty stack of its own in the layout's directory and stops it, also when this
   * process is told to end meanwhile.
   *
   * @param progress is told of each step in a line
   * @throws StackFailure when the plan names a fault that there is not; nothing is touched then
   */
  static ChaosReport run(Layout layout, Plan plan, Consumer<String> progress) throws Exception {
    Optional<Disk> disk =
        plan.fullDisk() ? Optional.of(new Disk(layout.postgres(), DISK)) : Optional.empty();
    Runnable tidyUp =
        () -> {
          progress.accept("interrupted: stopping everything");
          Stack.attach(layout).stop();
          disk.ifPresent(Disk::close);
        };
    try (Interruption interruption = new Interruption(tidyUp)) {
      try {
        return run(layout, plan, disk, progress);
      } catch (Exception e) {
        throw interruption.hasHappened() ? new StackFailure("The run was interrupted.", e) : e;
      }
    }
  }

  private static ChaosReport run(
      Layout layout, Plan plan, Optional<Disk> disk, Consumer<String> progress) throws Exception {
    Stack planned = Stack.planned(layout, plan.options());
    List<String> brokers = planned.brokers().stream().map(Part::name).toList();
    List<String> databases = planned.databases().stream().map(Part::name).toList();
    try (FaultProxy toPostgres = FaultProxy.to(layout, databases);
        FaultProxy toBroker = FaultProxy.to(layout, brokers);
        FaultProxy betweenBrokers = FaultProxy.to(layout, BrokerFaults.portsBetween(brokers))) {
      new Faults(planned, toPostgres, toBroker, betweenBrokers, disk).named(plan.faults());
      disk.ifPresent(Disk::close);
      Stack.clear(layout);
      Map<String, Integer> detours = new HashMap<>();
      List.of(toPostgres, toBroker, betweenBrokers).forEach(link -> detours.putAll(link.ports()));
      try (Disk mounted = disk.isPresent() ? disk.get().mount() : null;
          Stack stack = Stack.start(layout, plan.options().withDetours(detours))) {
        ChaosRun run = new ChaosRun(plan, progress);
        run.go(
            stack,
            new Faults(stack, toPostgres, toBroker, betweenBrokers, Optional.ofNullable(mounted)),
            layout);
        run.report.require("The link to PostgreSQL has failed by itself", toPostgres.failures());
        run.report.require("The link to Kafka has failed by itself", toBroker.failures());
        run.report.require(
            "The link between brokers has failed by itself", betweenBrokers.failures());
        return run.report;
      }
    }
  }

  private void go(Stack stack, Faults faults, Layout layout) throws Exception {
    Path journalFile = layout.directory().resolve("journal.ndjson");
    shortenLimits(stack, stack.dispatch().address(), Duration.ZERO);
    int happened;
    try (PatientClient client = new PatientClient(stack);
        Journal journal = new Journal(journalFile);
        Poisoner poisoner = new Poisoner(stack.broker(), plan.seed());
        DeadLetterOperator mender = new DeadLetterOperator(stack, poisoner);
        ComplaintStream complaints = new ComplaintStream(stack, client, journal, plan.seed())) {
      mender.start();
      Instant begin = Instant.now();
      complaints.start(plan.perSecond(), number -> poison(number, poisoner, complaints));
      await("complaints answered").atMost(WARM_PATIENCE).until(() -> complaints.answered() >= WARM);
      happened = makeFaults(faults);
      complaints.end();
      long due = plan.perSecond() * Duration.between(begin, Instant.now()).toSeconds();
      awaitAnswers(complaints, client);
      report.requireAtLeast(
          "G1 is shown on many: complaints answered", complaints.answered(), due / 2);
      overload(stack, complaints);
      tamper(stack);
      awaitPoison(stack, poisoner, mender);
      awaitQuiet(stack);
      report.require("G7 no request gives a 5xx but 503", client.crashes());
      reckon(stack, layout, journalFile, happened);
      report.figure("repetitions", client.repetitions());
      reckonPoison(stack, poisoner, mender);
    }
    report.require("G3 one relay of a service publishes", faults.relaysTogether());
    if (plan.clockLibrary().isPresent()) {
      jump(stack, plan.clockLibrary().get());
    }
    verifyLedger(stack);
  }

  private void poison(long number, Poisoner poisoner, ComplaintStream complaints) {
    if (number % ONE_IN_SO_MANY_IS_POISON == 0) {
      poisoner.send(
          number % (2 * ONE_IN_SO_MANY_IS_POISON) == 0 ? complaints.problemUnderWay() : null);
    }
  }

  /**
   * Gives the class of {@link ComplaintStream#LAPSING_CATEGORY} a limit of a minute.
   *
   * @param address of the copy of dispatch that is to be told
   * @param behind how much its clock is behind ours
   */
  static void shortenLimits(Stack stack, String address, Duration behind) throws IOException {
    Instant soon = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(TIME_TO_BE_TOLD);
    Answer answer =
        new Client(stack)
            .send(
                address,
                Call.of(
                        ServiceName.DISPATCH,
                        "POST",
                        "/api/v1/sla-policies",
                        SHORT_LIMIT.formatted(soon.minus(behind)))
                    .as(
                        Login.token(
                            stack.token(Identity.of(Role.ADMIN), Instant.now().minus(behind)))));
    if (!answer.isSuccess()) {
      throw new IllegalStateException("No short limit: " + answer.text());
    }
    await("the short limit holds").atMost(WARM_PATIENCE).until(() -> Instant.now().isAfter(soon));
  }

  private int makeFaults(Faults faults) throws Exception {
    Random dice = new Random(plan.seed());
    Instant end = Instant.now().plus(plan.length());
    int happened = 0;
    Iterator<Fault> next = faults.named(plan.faults()).iterator();
    while (plan.faults().isEmpty() ? Instant.now().isBefore(end) : next.hasNext()) {
      if (!next.hasNext()) {
        next = Faults.round(faults.all(), dice).iterator();
      }
      Fault fault = next.next();
      Instant begin = Instant.now();
      // Its own draws depend on what it meets, and must not change which fault comes next.
      fault.mishap().happen(new Random(dice.nextLong()));
      happened++;
      progress.accept(
          "%3d. %s (%.1f s)"
              .formatted(
                  happened,
                  fault.name(),
                  Duration.between(begin, Instant.now()).toMillis() / 1000.0));
      Faults.pass(Duration.ofSeconds(1 + dice.nextInt(3)));
    }
    return happened;
  }

  private void awaitAnswers(ComplaintStream complaints, PatientClient client)
      throws InterruptedException {
    progress.accept("waiting for the last answers");
    try {
      complaints.settled().get(plan.patience().toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      report.require("G1 nothing sound is refused", List.of(e.getCause().toString()));
    } catch (TimeoutException e) {
      report.require("G1 everything is answered in the end", client.open());
    }
  }

  private void overload(Stack stack, ComplaintStream complaints) throws InterruptedException {
    if (plan.overload().isZero()) {
      return;
    }
    progress.accept("overload");
    Overload.Result result = new Overload(stack, complaints).run(plan.overload());
    progress.accept(result.toString());
    report.figure("sustainable", result.sustainable() + "/s");
    report.figure("overload", result.offered() + "/s");
    report.figure("overload_answers", result.answers().toString().replace(" ", ""));
    report.figure("recovery", result.recovery());
    report.requireAtLeast(
        "G8 overload is reached: complaints a second",
        result.offered(),
        result.sustainable() * 3 / 2);
    report.require("G8 overload is answered 2xx, 429 or 503 with Retry-After", result.wrong());
    report.require("G8 recovery", result.recovery(), LATEST_RECOVERY);
  }

  private void tamper(Stack stack) throws SQLException, IOException {
    if (plan.mutations() == 0) {
      return;
    }
    progress.accept("changing a copy of the ledger");
    LedgerTampering.Result result = new LedgerTampering(stack, plan.seed()).run(plan.mutations());
    report.figure("mutations", result.tried());
    report.figure("found", result.found());
    report.require("G6 every change to the ledger is found at the very entry", result.missed());
  }

  private void awaitPoison(Stack stack, Poisoner poisoner, DeadLetterOperator mender) {
    progress.accept("waiting until no dead letter is left");
    Databases databases = new Databases(stack.postgres());
    try {
      await("poison set aside and dealt with")
          .atMost(plan.patience())
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> notParked(poisoner, mender).isEmpty() && databases.deadLetters().isEmpty());
    } catch (ConditionTimeoutException e) {
      // What is left is named in the reckoning.
      progress.accept(e.getMessage());
    }
  }

  private void awaitQuiet(Stack stack) {
    progress.accept("waiting until nothing is on its way");
    try {
      Quiescence.awaitIn(stack, plan.quietPatience());
    } catch (ConditionTimeoutException e) {
      report.require("G1 everything comes to its end", List.of(e.getMessage()));
    }
  }

  private static List<String> notParked(Poisoner poisoner, DeadLetterOperator mender) {
    return poisoner.taken().stream()
        .flatMap(
            dose ->
                dose.parkedAs().stream()
                    .filter(place -> !mender.reasons().containsKey(place))
                    .map(place -> place + " " + dose.kind()))
        .toList();
  }

  private void reckon(Stack stack, Layout layout, Path journal, int faults)
      throws SQLException, IOException {
    progress.accept("reckoning");
    Reconciliation reckoning = Reconciliation.of(stack, layout.attachments(), journal);
    report.figure("seed", plan.seed());
    report.figure("brokers", stack.brokers().size());
    report.figure("databases", stack.databases().size());
    report.figure("faults", faults);
    report.figure("acked", reckoning.acked());
    report.figure("stored", reckoning.stored());
    report.figure("items", reckoning.items());
    report.figure("photos", reckoning.photos());
    report.figure("missing", reckoning.missing().size());
    report.figure("duplicated", reckoning.duplicated().size());
    report.figure("inversions", reckoning.inversions().size());
    report.figure("late_max", reckoning.latestItem());
    report.figure("repeated", reckoning.repeated());
    report.figure("twins", reckoning.twins());
    report.figure("timers", reckoning.timers());
    report.figure("timer_late_max", reckoning.latestTimer());
    report.require("G1 nothing is missing", reckoning.missing());
    report.require("G2 nothing is there twice", reckoning.duplicated());
    report.require("G3 facts of a problem are told and applied in order", reckoning.inversions());
    report.require("G4 no limit is told before its moment", reckoning.early());
    report.require("G4 lateness of a warning or breach", reckoning.latestTimer(), LATEST_TIMER);
  }

  private void reckonPoison(Stack stack, Poisoner poisoner, DeadLetterOperator mender)
      throws SQLException {
    List<Poisoner.Dose> doses = poisoner.taken();
    report.figure("poison", doses.size());
    report.figure("parked", doses.stream().mapToInt(dose -> dose.parkedAs().size()).sum());
    report.figure("freed", mender.freed().size());
    report.require("G5 poison is set aside with its reason", notParked(poisoner, mender));
    report.require("G5 nothing sound is set aside", mender.innocent());
    report.require(
        "G5 what waited behind poison is freed", new Databases(stack.postgres()).deadLetters());
  }

  private void jump(Stack stack, Path library) throws SQLException, IOException {
    progress.accept("clocks jump");
    ClockJumps.Result result = new ClockJumps(stack, library).run();
    report.figure("jumped", result.items());
    report.figure("jump_took", result.took());
    report.requireAtLeast("G4 clocks jump over open limits: items", result.items(), 1);
    report.require("G4 each warning and breach fires once, whatever clocks do", result.wrong());
  }

  private void verifyLedger(Stack stack) throws IOException {
    JsonNode verification =
        new Client(stack)
            .send(
                Call.of(ServiceName.INTAKE, "GET", "/api/v1/ledger/verification", null)
                    .as(Login.token(stack.token(Identity.of(Role.COMMITTEE_INSPECTOR)))))
            .json();
    report.figure("ledger", verification.path("entries").asLong());
    report.require(
        "G6 the ledger itself is whole",
        verification.path("valid").asBoolean() ? List.of() : List.of(verification.toString()));
  }
}
