package org.bihuan.acceptance.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P7: near-duplicates among very many open problems. One is filed over HTTP and its row multiplied
 * by SQL, each copy with a text of its own about one of many estates; then people ask, in other
 * words, about estates drawn at random. Dispatch and inspection are stopped: they know nothing of
 * these problems, and would take the cores.
 */
final class SimilarWork implements Work {

  private static final double REACH_MILLIS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FIRST_HAN = 19_968;
  private static final int LETTERS = 2_500;

  /** So many problems are about one estate, of twelve matters. */
  private static final int PROBLEMS_OF_ESTATE = 50;

  /** Every how many questions an answer is looked at. */
  private static final int LOOKED_AT = 10;

  private static final String[] ENDS = {"花园", "小区", "名苑", "新城", "家园", "广场"};

  private static final String[] ASKED = {
    "楼顶漏雨，墙皮脱落", "井盖松动，骑车人摔倒", "垃圾多日无人清运，气味难闻", "路灯熄灭半月，居民担忧", "夜间施工噪声，无法入睡"
  };

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Identity TEAM = Identity.of(Role.SPECIAL_TEAM);

  private static final String SERIAL = "P7-";

  private static final Pattern FOUND = Pattern.compile("\"" + SERIAL + "(\\d+)\"");

  private final Stack stack;
  private final int open;
  private final Effort effort;
  private final List<String> notes;

  /**
   * @param stack an empty one
   * @param open how many problems are open
   * @param notes gets what a reader must know
   */
  SimilarWork(Stack stack, int open, Effort effort, List<String> notes) {
    this.stack = stack;
    this.open = open;
    this.effort = effort;
    this.notes = notes;
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException {
    List<StoredRow> sample = filed();
    stack.dispatch().stop();
    stack.inspection().stop();
    stack.intake().stop();
    store(sample.get(0), sample.get(1));
    stack.intake().start();
    List<Double> p50 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    try (Connections connections = new Connections(stack)) {
      connections.open(ServiceName.INTAKE);
      ask(connections, effort.warmUp());
      for (int i = 0; i < effort.repeats(); i++) {
        Timings timings = ask(connections, effort.measured());
        p50.add(timings.millis(50));
        p99.add(timings.millis(99));
      }
    }
    return List.of(
        new Figure("P7", "near-duplicates over HTTP, p50, ms", p50, List.of(), null),
        new Figure(
            "P7",
            "near-duplicates over HTTP, p99, ms",
            p99,
            List.of(),
            Figure.Reach.atMost(REACH_MILLIS)));
  }

  /** A problem and its complaint. */
  private List<StoredRow> filed() throws IOException, SQLException {
    UUID problem;
    try (Connections connections = new Connections(stack)) {
      connections.open(ServiceName.INTAKE);
      KeepAliveConnection.Answer answer =
          connections.post(
              Identity.of(Role.CHANNEL_CLERK),
              ServiceName.INTAKE,
              "/api/v1/complaints",
              new SampleComplaints("similar-" + UUID.randomUUID(), 100).next().json());
      problem = UUID.fromString(JSON.readTree(answer.body()).path("problemId").asText());
    }
    Databases databases = new Databases(stack.postgres());
    await()
        .atMost(PATIENCE)
        .until(() -> databases.count(ServiceName.INTAKE, "similar_problem") == 1);
    try (Connection connection = stack.postgres().connect(ServiceName.INTAKE.database())) {
      return List.of(
          StoredRow.read(connection, "problem", "id = ?", problem).get(0),
          StoredRow.read(connection, "complaint", "problem_id = ?", problem).get(0));
    }
  }

  private void store(StoredRow problem, StoredRow complaint) throws SQLException {
    long begin = System.nanoTime();
    String problems =
        problem
            .with("id", new StoredRow.Computed("gen_random_uuid()"))
            .with("serial", new StoredRow.Computed("'" + SERIAL + "' || number"))
            .with("title", new StoredRow.Computed("left(estate || trouble, 20)"))
            .with(
                "description",
                new StoredRow.Computed("'我是' || estate || '的业主，' || trouble || '，请尽快派人处理。'"))
            .with("filed_at", new StoredRow.Computed("now() - number % 180 * interval '1 day'"))
            .insert(Map.of(), time -> "now()");
    // Nobody is shown a problem of which no resident tells.
    String complaints =
        complaint
            .with("id", new StoredRow.Computed("gen_random_uuid()"))
            .with("serial", new StoredRow.Computed("problem.serial"))
            .with("tracking_code", new StoredRow.Computed("problem.serial"))
            .with("source_ref", null)
            .with("sent_fingerprints", null)
            .with("content_key", null)
            .with("problem_id", new StoredRow.Computed("problem.id"))
            .insert(Map.of(), time -> "problem.filed_at");
    String stored = " from problem where problem.serial like '" + SERIAL + "%'";
    BulkLoad.beforeIndexes(
        stack,
        ServiceName.INTAKE,
        statement -> {
          statement.execute(problems + " from (" + numbered() + ") as numbered");
          statement.execute(complaints + stored);
          statement.execute(
              "insert into similar_problem select id, filed_at, similar_terms(title || ' ' ||"
                  + " description)"
                  + stored);
          statement.execute("vacuum (freeze, analyze) problem, complaint, similar_problem");
        });
    notes.add(
        "P7: %d open problems stored in %.0f s, %d about each estate; dispatch and inspection stopped"
            .formatted(open, (System.nanoTime() - begin) / 1e9, PROBLEMS_OF_ESTATE));
  }

  private String numbered() {
    return "select number, %s as estate, (array[%s])[1 + abs(hashint8extended(number, 4) %% %d)] as trouble from generate_series(1::bigint, %d) as number"
        .formatted(
            estate("(number % " + estates() + ")"),
            quoted(SampleComplaints.TROUBLES),
            SampleComplaints.TROUBLES.length,
            open);
  }

  /** The name of an estate by its number, the same in SQL and for who asks. */
  private static String estate(String number) {
    StringBuilder name = new StringBuilder();
    for (int letter = 1; letter <= 3; letter++) {
      name.append(
          "chr(%d + abs(hashint8extended(%s, %d) %% %d)::integer) || "
              .formatted(FIRST_HAN, number, letter, LETTERS));
    }
    return name + "(array[" + quoted(ENDS) + "])[1 + " + number + " % " + ENDS.length + "]";
  }

  private static String quoted(String[] words) {
    return "'" + String.join("','", words) + "'";
  }

  private int estates() {
    return Math.max(1, open / PROBLEMS_OF_ESTATE);
  }

  /** An estate, of which every {@link #estates}th problem tells. */
  private record Estate(long number, String name) {}

  /** Estates drawn at random. */
  private List<Estate> drawn() throws SQLException {
    return new Databases(stack.postgres())
        .read(
            ServiceName.INTAKE,
            "select number, "
                + estate("number")
                + " from (select (random() * "
                + (estates() - 1)
                + ")::bigint as number from generate_series(1, 1000)) as drawn",
            row -> new Estate(row.getLong(1), row.getString(2)));
  }

  /** An answer names no place, but problems by their numbers. */
  private boolean isNamed(Estate estate, String answer) {
    return FOUND
        .matcher(answer)
        .results()
        .anyMatch(found -> Long.parseLong(found.group(1)) % estates() == estate.number());
  }

  private Timings ask(Connections connections, Duration time) throws IOException, SQLException {
    List<Estate> drawn = drawn();
    List<Long> nanos = new ArrayList<>();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < time.toNanos() || nanos.isEmpty()) {
      Estate estate = drawn.get(nanos.size() % drawn.size());
      String matter = ASKED[ThreadLocalRandom.current().nextInt(ASKED.length)];
      String question =
          "{\"subject\":\"投诉%1$s%2$s\",\"text\":\"%1$s的%3$s，我是业主，反映过很多次没人管\"}"
              .formatted(estate.name(), matter.substring(0, matter.indexOf('，')), matter);
      long asked = System.nanoTime();
      KeepAliveConnection.Answer answer =
          connections.post(TEAM, ServiceName.INTAKE, "/api/v1/public/similar", question);
      nanos.add(System.nanoTime() - asked);
      if (nanos.size() % LOOKED_AT == 1 && !isNamed(estate, answer.text())) {
        throw new StackFailure("Nothing is found about " + estate.name() + ": " + answer.text());
      }
    }
    return Timings.of(
        nanos.stream().mapToLong(Long::longValue).toArray(), System.nanoTime() - begin);
  }
}
