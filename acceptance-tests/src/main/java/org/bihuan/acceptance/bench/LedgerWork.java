package org.bihuan.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.ledger.ChainHash;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.contract.ledger.MerkleTree;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * L1: a verification from the checkpoint, with as many new entries as there are sealed ones behind
 * it, at most a million. All are stored with right hashes, as the sealer makes them, with contents
 * of about 400 characters; the checkpoint is as a verification of the sealed ones leaves it.
 */
final class LedgerWork implements Work {

  private static final int MOST_NEW = 1_000_000;
  private static final double REACH_SECONDS = 30;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Identity COMMITTEE = Identity.of(Role.COMMITTEE_INSPECTOR);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HexFormat HEX = HexFormat.of();
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123456Z");
  private static final String WORDS = "楼道堆放杂物，占用消防通道，居民多次反映未见处理。".repeat(6);

  private static final String COPY =
      "copy ledger_entry (id, kind, problem_id, occurred_at, recorded_at, actor_role, actor_subject,"
          + " content, sequence, previous_hash, hash) from stdin";

  private final Stack stack;
  private final int sealed;
  private final Effort effort;
  private final List<String> notes;
  private final ChainHash hashing = new ChainHash();
  private final MerkleTree tree = new MerkleTree();

  /**
   * @param stack an empty one
   * @param sealed entries behind the checkpoint
   * @param notes gets what a reader must know
   */
  LedgerWork(Stack stack, int sealed, Effort effort, List<String> notes) {
    this.stack = stack;
    this.sealed = sealed;
    this.effort = effort;
    this.notes = notes;
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException, InterruptedException {
    int fresh = Math.min(MOST_NEW, sealed);
    long begin = System.nanoTime();
    List<ChainPoint> points = new ArrayList<>();
    BulkLoad.into(
        stack,
        ServiceName.INTAKE,
        statement -> {
          requireEmpty(statement);
          ChainPoint checkpoint = store(statement.getConnection(), ChainPoint.START, sealed);
          points.add(checkpoint);
          points.add(store(statement.getConnection(), checkpoint, fresh));
          statement.execute("vacuum (freeze, analyze) ledger_entry");
        });
    notes.add(
        "L1: %d entries stored in %.0f s, %d of them new"
            .formatted(sealed + fresh, seconds(begin), fresh));
    List<Double> measured = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      measured.add(verify(points.get(0), points.get(1)));
    }
    return List.of(
        new Figure(
            "L1",
            "verification of %d new entries on %d sealed, s".formatted(fresh, sealed),
            measured,
            List.of(),
            Figure.Reach.atMost(REACH_SECONDS)));
  }

  private static void requireEmpty(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select count(*) from ledger_entry")) {
      row.next();
      if (row.getLong(1) > 0) {
        throw new StackFailure("The ledger is not empty.");
      }
    }
  }

  /** Chains so many entries to {@code last}, and moves the head and, at first, the checkpoint. */
  private ChainPoint store(Connection connection, ChainPoint last, int entries)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    ChainPoint end = last;
    for (int i = 0; i < entries; i++) {
      ChainLink link = link(end.sequence() + 1);
      byte[] hash = hashing.of(end.hash(), link);
      byte[] row = row(link, end.hash(), hash).getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(row, 0, row.length);
      end = new ChainPoint(link.sequence(), hash);
      if (last.sequence() == 0) {
        tree.add(hash);
      }
    }
    copy.endCopy();
    move(connection, "update ledger_head set sequence = ?, hash = ?", end);
    return end;
  }

  private static ChainLink link(long place) {
    String moment = FIRST.plusMillis(place).toString();
    String problem = new UUID(1, place / 12).toString();
    return new ChainLink(
        place,
        new UUID(2, place).toString(),
        "dispatch.item-acknowledged.v1",
        problem,
        null,
        moment,
        moment,
        "UNIT_HANDLER",
        null,
        "bench",
        "{\"problemId\":\"%s\",\"sequence\":%d,\"text\":\"%s%d\"}"
            .formatted(problem, place % 12, WORDS, place));
  }

  private static String row(ChainLink link, byte[] previous, byte[] hash) {
    // Two signs make one backslash before what COPY would read as an escape of its own.
    return String.join(
            "\t",
            link.id(),
            link.kind(),
            link.problemId(),
            link.occurredAt(),
            link.recordedAt(),
            link.actorRole(),
            link.actorSubject(),
            link.content(),
            String.valueOf(link.sequence()),
            "\\\\x" + HEX.formatHex(previous),
            "\\\\x" + HEX.formatHex(hash))
        + "\n";
  }

  private static void move(Connection connection, String update, ChainPoint to)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(update)) {
      statement.setLong(1, to.sequence());
      statement.setBytes(2, to.hash());
      statement.executeUpdate();
    }
  }

  private double verify(ChainPoint from, ChainPoint to)
      throws SQLException, IOException, InterruptedException {
    try (Connection connection = stack.postgres().connect(ServiceName.INTAKE.database())) {
      String tree = "decode('" + HEX.formatHex(this.tree.state()) + "', 'hex')";
      move(
          connection,
          "update ledger_verification set not_before = now(), head_day = null, tree = "
              + tree
              + ", sequence = ?, hash = ?",
          from);
    }
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    stack.intake().address() + "/api/v1/ledger/verification?from=CHECKPOINT"))
            .header("Authorization", "Bearer " + stack.token(COMMITTEE))
            .build();
    long begin = System.nanoTime();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    double took = seconds(begin);
    JsonNode verification = JSON.readTree(answer);
    if (!verification.path("valid").asBoolean()
        || verification.path("entries").asLong() != to.sequence()) {
      throw new StackFailure("The ledger was not verified: " + answer);
    }
    return took;
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / NANOS_PER_SECOND;
  }
}
