package org.bihuan.acceptance.duplicates;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/**
 * Sends all messages to intake as a hotline would, moves each to the day on which it was received,
 * and asks for every later one of a labelled pair, and for every seed, what is similar. All have
 * one category and no place but what they say: what category, sub-district and point add is not
 * measured.
 */
public final class DuplicateEvaluation {

  private static final Map<String, String> FILES =
      Map.of(
          "complaints", "complaints.ndjson",
          "replies", "complaints-with-replies.ndjson",
          "category", "complaints-with-category.ndjson");

  /** What was filed longer ago is not compared, and open no more. */
  private static final Duration COMPARED = Duration.ofDays(180);

  private static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_SUBJECT = 200;
  private static final int SHOWN = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final double LEAST_RECALL = 0.9;
  private static final double LEAST_PRECISION = 0.5;
  private static final double LEAST_PRECISION_OF_MERGES = 0.98;

  private static final Identity CLERK = Identity.of(Role.CHANNEL_CLERK);
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stack stack;
  private final Client client;
  private final Path folder;
  private final List<LabelledPair> pairs = new ArrayList<>();

  /**
   * @param folder with the three files of messages
   */
  public DuplicateEvaluation(Stack stack, Path folder) {
    this.stack = stack;
    this.client = new Client(stack);
    this.folder = folder;
  }

  private record Message(String key, JsonNode content, OffsetDateTime receivedAt) {}

  private record Sent(String complaintId, String problemId) {}

  /** What was found, and whether that is as good as promised. */
  public record Result(List<String> lines, boolean kept) {}

  /** Sends, asks and counts. */
  public Result measure() throws IOException, SQLException {
    Map<String, Sent> sent = new HashMap<>();
    List<Message> messages = messages();
    keepPairsOfHalfAYear(messages);
    // They know nothing of likeness, and would make orders of all this.
    stack.dispatch().stop();
    stack.inspection().stop();
    for (Message message : messages) {
      sent.put(message.key(), send(message));
    }
    moveBack(messages, sent);
    Map<String, Integer> shown = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    for (String seed : LabelledPair.seeds()) {
      Set<String> problems = verdicts(sent.get(seed)).keySet();
      problems.remove(sent.get(seed).problemId());
      shown.put(seed, problems.size());
      problems.retainAll(sameAs(seed, sent));
      right.put(seed, problems.size());
    }
    Set<LabelledPair> suggested = new HashSet<>();
    Set<LabelledPair> merged = new HashSet<>();
    for (String later : laterOnes()) {
      Map<String, String> verdicts = verdicts(sent.get(later));
      for (LabelledPair pair : pairs) {
        if (pair.second().equals(later)) {
          String verdict = verdicts.get(sent.get(pair.first()).problemId());
          if (verdict != null) {
            suggested.add(pair);
          }
          if ("WOULD_MERGE".equals(verdict)) {
            merged.add(pair);
          }
        }
      }
    }
    return result(messages.size(), suggested, merged, allOthersWrong(shown, right));
  }

  /** The problems of messages that a person calls the same as this one. */
  private Set<String> sameAs(String message, Map<String, Sent> sent) {
    Set<String> problems = new HashSet<>();
    for (LabelledPair pair : pairs) {
      if (pair.isSame() && pair.has(message)) {
        String other = pair.first().equals(message) ? pair.second() : pair.first();
        problems.add(sent.get(other).problemId());
      }
    }
    return problems;
  }

  private static String allOthersWrong(Map<String, Integer> shown, Map<String, Integer> right) {
    double precision =
        shown.entrySet().stream()
            .filter(one -> one.getValue() > 0)
            .mapToDouble(one -> (double) right.get(one.getKey()) / one.getValue())
            .average()
            .orElse(Double.NaN);
    double mean = shown.values().stream().mapToInt(Integer::intValue).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "suggested, whatever nobody has read counted as wrong, by seed: precision=%.3f shown=%.1f",
        precision,
        mean);
  }

  private Result result(
      int messages, Set<LabelledPair> suggested, Set<LabelledPair> merged, String allOthersWrong) {
    List<String> seeds = LabelledPair.seeds();
    PairFigures shown = new PairFigures("suggested", pairs, suggested, seeds);
    PairFigures joined = new PairFigures("would merge", pairs, merged, seeds);
    long same = pairs.stream().filter(LabelledPair::isSame).count();
    boolean kept =
        Math.min(shown.recall(), shown.recallBySeed()) >= LEAST_RECALL
            && Math.min(shown.precision(), shown.precisionBySeed()) >= LEAST_PRECISION
            && joined.precision() >= LEAST_PRECISION_OF_MERGES;
    return new Result(
        List.of(
            "messages="
                + messages
                + " pairs within half a year="
                + pairs.size()
                + " same="
                + same
                + " seeds="
                + seeds.size(),
            shown.line(),
            allOthersWrong,
            joined.line()),
        kept);
  }

  private void keepPairsOfHalfAYear(List<Message> messages) {
    Map<String, OffsetDateTime> at = new HashMap<>();
    messages.forEach(message -> at.put(message.key(), message.receivedAt()));
    for (LabelledPair pair : LabelledPair.clear()) {
      Duration between = Duration.between(at.get(pair.first()), at.get(pair.second())).abs();
      if (between.compareTo(COMPARED) < 0) {
        pairs.add(pair);
      }
    }
  }

  private Set<String> laterOnes() {
    Set<String> later = new LinkedHashSet<>();
    pairs.forEach(pair -> later.add(pair.second()));
    return later;
  }

  /** All messages in the order in which they were received. */
  private List<Message> messages() throws IOException {
    Set<String> needed = new HashSet<>(LabelledPair.seeds());
    LabelledPair.clear().forEach(pair -> needed.addAll(List.of(pair.first(), pair.second())));
    Map<String, Message> found = new HashMap<>();
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = folder.resolve(file.getValue());
      if (!Files.isReadable(path)) {
        throw new StackFailure("There is no readable file " + path + ".");
      }
      for (String line : Files.readAllLines(path)) {
        JsonNode content = JSON.readTree(line);
        String key = file.getKey() + ":" + content.path("id").asText();
        OffsetDateTime at = OffsetDateTime.parse(content.path("receivedAt").asText());
        found.putIfAbsent(key, new Message(key, content, at));
      }
    }
    needed.removeAll(found.keySet());
    if (!needed.isEmpty()) {
      throw new StackFailure("The files lack messages of the pairs: " + needed);
    }
    List<Message> messages = new ArrayList<>(found.values());
    messages.sort(Comparator.comparing(Message::receivedAt).thenComparing(Message::key));
    return messages;
  }

  private Sent send(Message message) throws IOException {
    ObjectNode complaint =
        JSON.createObjectNode().put("channel", "HOTLINE_12319").put("categoryCode", "SANITATION");
    complaint.put("subject", cut(message.content().path("subject").asText(), LONGEST_SUBJECT));
    complaint.put("text", cut(message.content().path("text").asText(), LONGEST_TEXT));
    JsonNode answer =
        client.post(CLERK, ServiceName.INTAKE, "/api/v1/complaints", complaint.toString());
    return new Sent(answer.path("id").asText(), answer.path("problemId").asText());
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** What is searched is filled behind the answers; then the database counts what is common. */
  private void moveBack(List<Message> messages, Map<String, Sent> sent) throws SQLException {
    Databases databases = new Databases(stack.postgres());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                databases.count(ServiceName.INTAKE, "problem")
                    == databases.count(ServiceName.INTAKE, "problem_search"));
    try (Connection connection = stack.postgres().connect(ServiceName.INTAKE.database())) {
      connection.setAutoCommit(false);
      Set<String> moved = new HashSet<>();
      for (Message message : messages) {
        Sent one = sent.get(message.key());
        Timestamp at = Timestamp.from(message.receivedAt().toInstant());
        move(connection, "complaint", "received_at", at, one.complaintId());
        if (moved.add(one.problemId())) {
          move(connection, "problem", "filed_at", at, one.problemId());
          move(connection, "similar_problem", "filed_at", at, one.problemId());
        }
      }
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("vacuum analyze similar_problem");
      }
    }
  }

  private static void move(
      Connection connection, String table, String column, Timestamp at, String id)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update " + table + " set " + column + " = ? where id = ?")) {
      statement.setTimestamp(1, at);
      statement.setObject(2, UUID.fromString(id));
      statement.executeUpdate();
    }
  }

  /** The verdict about each similar problem; its own problem it has joined already. */
  private Map<String, String> verdicts(Sent one) throws IOException {
    Map<String, String> verdicts = new HashMap<>();
    JsonNode answer =
        client.get(
            TEAM,
            ServiceName.INTAKE,
            "/api/v1/complaints/" + one.complaintId() + "/similar?limit=" + SHOWN);
    for (JsonNode item : answer.path("items")) {
      verdicts.put(item.path("problemId").asText(), item.path("verdict").asText());
    }
    verdicts.put(one.problemId(), "WOULD_MERGE");
    return verdicts;
  }
}
