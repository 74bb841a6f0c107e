package org.bihuan.acceptance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.District;
import org.bihuan.acceptance.api.Login;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ValidRequest;
import org.bihuan.acceptance.api.ValidRequests;
import org.bihuan.acceptance.fuzz.Rules.Finding;
import org.bihuan.acceptance.fuzz.Rules.Rule;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;

/** Sends spoilt requests to the running services and holds each answer against the rules. */
final class Fuzzer {

  private static final Set<String> FILES =
      Set.of(
          "uploadAttachment",
          "importComplaints",
          "importPostings",
          "importTargetList",
          "importUnits",
          "importLeaders");

  private static final String CHINESE = "zh-CN";
  private static final String ENGLISH = "en";

  /** One refused request in so many is asked again in the other language. */
  private static final int ASKED_TWICE = 8;

  /** A record that was used up is made anew once in so many times; till then it is refused. */
  private static final int MADE_ANEW = 4;

  private final ApiDescription description;
  private final Client client;
  private final District district;
  private final ValidRequests requests;
  private final Rules rules;
  private final Random random;
  private final Map<Operation, Login> logins = new HashMap<>();
  private final Map<Operation, ValidRequest> valid = new HashMap<>();
  private final Map<Integer, Integer> byStatus = new TreeMap<>();
  private final Map<String, Integer> byOperation = new TreeMap<>();
  private final Map<String, Integer> byMutator = new TreeMap<>();
  private final Map<Finding, FuzzCase> findings = new LinkedHashMap<>();
  private int sent;

  Fuzzer(ApiDescription description, Stack stack, long seed) {
    this.description = description;
    this.client = new Client(stack);
    this.district = new District(stack, client);
    this.requests = new ValidRequests(district);
    this.rules = new Rules(description);
    this.random = new Random(seed);
  }

  /**
   * What came of it.
   *
   * @param findings each fault once, with the first call that showed it
   */
  record Result(
      int requests,
      Map<Integer, Integer> byStatus,
      Map<String, Integer> byOperation,
      Map<String, Integer> byMutator,
      Map<Finding, FuzzCase> findings) {}

  /**
   * Spoils requests until so many have been sent. Every mutator comes to every place before any
   * comes twice.
   */
  Result run(int wanted, Consumer<String> progress) {
    List<Mutators.Trial> trials = new ArrayList<>();
    Mutators mutators = new Mutators(description);
    for (Operation operation : description.operations()) {
      // Their bodies are files and no JSON; tests of their own spoil files.
      if (!FILES.contains(operation.id()) && prepare(operation)) {
        trials.addAll(mutators.trials(operation));
      }
    }
    progress.accept(
        "%d operations, %d ways to spoil them"
            .formatted(description.operations().size(), trials.size()));
    int told = 0;
    while (sent < wanted && !trials.isEmpty()) {
      Collections.shuffle(trials, random);
      for (Mutators.Trial trial : trials) {
        if (sent >= wanted) {
          break;
        }
        send(trial);
        if (sent / 1_000 > told) {
          told = sent / 1_000;
          progress.accept("%d sent, %d findings".formatted(sent, findings.size()));
        }
      }
    }
    return result();
  }

  /** Sends cases that were found before. */
  Result replay(List<FuzzCase> cases) {
    for (FuzzCase found : cases) {
      Mutators.Trial trial = found.trial(description);
      if (logins.containsKey(trial.operation()) || prepare(trial.operation())) {
        send(trial);
      }
    }
    return result();
  }

  private Result result() {
    district.discardDeadLetters();
    return new Result(sent, byStatus, byOperation, byMutator, findings);
  }

  /**
   * Finds out who may ask, by a sound request that must do its work: what never does would be
   * fuzzed at its front door only.
   */
  private boolean prepare(Operation operation) {
    String last = "nobody has said how it is asked (ValidRequests)";
    Optional<ValidRequest> made = requests.makeAny(operation);
    if (made.isPresent()) {
      for (Supplier<Login> caller : callers()) {
        Login login = caller.get();
        Answer answer = answer(made.get().call(operation).as(login));
        if (answer.status() == made.get().status()) {
          logins.put(operation, login);
          valid.put(operation, operation.isRead() ? made.get() : requests.makeAny(operation).get());
          return true;
        }
        last = answer.status() + " " + Rules.code(answer);
      }
    }
    findings.put(new Finding(Rule.NEVER_REACHED, operation, last), null);
    return false;
  }

  /** Who may have to be asked for; a resident last, whose sessions are few. */
  private List<Supplier<Login>> callers() {
    List<Supplier<Login>> callers = new ArrayList<>();
    for (Identity who :
        List.of(
            Identity.of(Role.SPECIAL_TEAM),
            Identity.of(Role.ADMIN),
            Identity.of(Role.UNIT_HANDLER).ofUnit(District.UNIT),
            Identity.of(Role.UNIT_HANDLER).ofUnit(District.JOINT_UNIT),
            Identity.of(Role.UNIT_LEADER).ofUnit(District.UNIT),
            Identity.of(Role.INSPECTOR),
            Identity.of(Role.COMMITTEE_INSPECTOR),
            Identity.of(Role.DISCIPLINE),
            Identity.of(Role.LINE_LEADER),
            Identity.of(Role.TOP_LEADER))) {
      callers.add(() -> district.login(who));
    }
    callers.add(district::resident);
    return callers;
  }

  private Answer answer(Call call) {
    try {
      return client.send(call);
    } catch (IOException e) {
      throw new UncheckedIOException(call.method() + " " + call.target() + " was not answered", e);
    }
  }

  private void send(Mutators.Trial trial) {
    Operation operation = trial.operation();
    Draft draft = new Draft(operation, valid.get(operation));
    Call call;
    try {
      call = trial.spoil().apply(draft, random);
    } catch (IllegalArgumentException unwritable) {
      throw new IllegalStateException("Cannot spoil " + trial, unwritable);
    }
    String language = random.nextBoolean() ? CHINESE : ENGLISH;
    boolean spoken = call.headers().stream().anyMatch(h -> h.name().equals("Accept-Language"));
    Call whole = trial.loggedIn() ? call.as(logins.get(operation)) : call;
    if (!spoken) {
      whole = whole.with("Accept-Language", language);
    }
    sent++;
    byOperation.merge(operation.service().partName() + " " + operation.id(), 1, Integer::sum);
    byMutator.merge(trial.mutator(), 1, Integer::sum);
    try {
      Answer answer = sendOnceMore(whole);
      byStatus.merge(answer.status(), 1, Integer::sum);
      if (answer.took().compareTo(Rules.LONGEST) > 0 && !answer.isSuccess()) {
        // A refusal can be asked for again: once may be the machine, twice is the service.
        answer = client.send(whole);
      }
      for (Finding finding :
          rules.check(operation, answer, spoken ? null : language, trial.sameOperation())) {
        keep(finding, trial, draft, call);
      }
      if (answer.status() >= 400 && !spoken && random.nextInt(ASKED_TWICE) == 0) {
        compareLanguages(trial, draft, call, whole, language, answer);
      }
      if (answer.isSuccess() && !operation.isRead() && random.nextInt(MADE_ANEW) == 0) {
        valid.put(operation, requests.makeAny(operation).orElseThrow());
      }
    } catch (IOException e) {
      keep(
          new Finding(Rule.NO_ANSWER, operation, trial.mutator() + " " + e.getMessage()),
          trial,
          draft,
          call);
    } catch (IllegalArgumentException unwritable) {
      // The client itself refuses to put it on the wire, so no service will ever see it from here.
      byStatus.merge(0, 1, Integer::sum);
    }
  }

  /**
   * Sends it again when the connection was gone: after a body that was too large the service closes
   * it, and the next call finds out. Two in a row are the service's own.
   */
  private Answer sendOnceMore(Call call) throws IOException {
    try {
      return client.send(call);
    } catch (IOException closed) {
      return client.send(call);
    }
  }

  private void compareLanguages(
      Mutators.Trial trial, Draft draft, Call call, Call whole, String language, Answer answer)
      throws IOException {
    String other = language.equals(ENGLISH) ? CHINESE : ENGLISH;
    Answer again = client.send(whole.without("Accept-Language").with("Accept-Language", other));
    if (again.status() != 429
        && answer.status() != 429
        && !Rules.code(again).equals(Rules.code(answer))) {
      keep(
          new Finding(
              Rule.OTHER_CODE_IN_OTHER_LANGUAGE,
              trial.operation(),
              Rules.code(answer) + " / " + Rules.code(again)),
          trial,
          draft,
          call);
    }
  }

  private void keep(Finding finding, Mutators.Trial trial, Draft draft, Call call) {
    findings.computeIfAbsent(
        finding, found -> FuzzCase.of(trial, draft.valid(), call, found.toString()));
  }
}
