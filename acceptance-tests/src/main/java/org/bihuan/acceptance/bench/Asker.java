package org.bihuan.acceptance.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.KeepAliveConnection;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.ServiceName;

/** Asks the services of one stack questions, one after the other, and times the answers. */
final class Asker implements Closeable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)\\.(\\w+)}");

  /** Rows whose values are asked for. */
  private static final int ROWS = 500;

  private final Connections connections;
  private final Databases databases;
  private final Map<String, List<String>> values = new HashMap<>();

  Asker(Stack stack) {
    this.connections = new Connections(stack);
    this.databases = new Databases(stack.postgres());
  }

  /**
   * Connects anew to the service that answers the question, which closes a connection that was idle
   * while others were asked.
   */
  void connectFor(Question question) throws IOException {
    connections.open(question.service());
  }

  /**
   * Asks once, over the connection of {@link #connectFor}.
   *
   * @param turn takes another row's value each time
   * @return nanoseconds until the last byte of the answer
   * @throws IOException when the answer is not 200
   */
  long ask(Question question, int turn) throws IOException, SQLException {
    String target = target(question, turn);
    long begin = System.nanoTime();
    get(question, target);
    return System.nanoTime() - begin;
  }

  /** The same for that page of a list; its cursor is looked for page by page. */
  Question page(Question list, int page, int rows) throws IOException {
    String first = list.path() + (list.path().contains("?") ? "&" : "?") + "limit=" + rows;
    String target = first;
    connectFor(list);
    for (int i = 1; i < page; i++) {
      JsonNode cursor = JSON.readTree(get(list, target).body()).path("nextCursor");
      if (cursor.isNull()) {
        throw new IOException(first + " has only " + i + " pages");
      }
      target = first + "&cursor=" + cursor.asText();
    }
    return new Question(list.kind(), list.service(), list.who(), target, list.found());
  }

  /** Whether the answer shows anything; a single record that is not there is no answer at all. */
  boolean finds(Question question) throws IOException, SQLException {
    connectFor(question);
    JsonNode answer = JSON.readTree(get(question, target(question, 0)).body());
    return question.kind() == Question.Kind.ONE || !answer.path("items").isEmpty();
  }

  @Override
  public void close() throws IOException {
    connections.close();
  }

  private KeepAliveConnection.Answer get(Question question, String target) throws IOException {
    return connections.get(question.who(), question.service(), target);
  }

  private String target(Question question, int turn) throws SQLException {
    Matcher named = VALUE.matcher(question.path());
    StringBuilder target = new StringBuilder();
    while (named.find()) {
      List<String> some = values(question.service(), named.group(1), named.group(2));
      String value = some.get(turn % some.size());
      named.appendReplacement(target, URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    named.appendTail(target);
    return URI.create(target.toString()).toASCIIString();
  }

  /** From all over the table. */
  private List<String> values(ServiceName service, String table, String column)
      throws SQLException {
    String name = table + "." + column;
    if (!values.containsKey(name)) {
      values.put(
          name,
          databases.read(
              service,
              "select %2$s from (select %2$s from %1$s where %2$s is not null order by random() limit %3$d) picked"
                  .formatted(table, column, ROWS),
              row -> row.getString(1)));
    }
    return values.get(name);
  }
}
