package org.bihuan.acceptance.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.localstack.ServiceName;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.StackFailure;
import org.bihuan.localstack.Waiting;

/** When a stack has nothing left to do: every event is told and sealed, every timer attended to. */
final class Rest {

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private static final Map<ServiceName, String> LEFT =
      Map.of(
          ServiceName.INTAKE,
          "select (select count(*) from outbox) + (select count(*) from ledger_entry where sequence"
              + " is null)",
          ServiceName.DISPATCH,
          "select (select count(*) from outbox)"
              + " + (select count(*) from order_item where next_attention_at < now())",
          ServiceName.INSPECTION,
          "select count(*) from outbox");

  private final Stack stack;

  Rest(Stack stack) {
    this.stack = stack;
  }

  /**
   * Returns once nothing is left twice in a row, since an event may just be between two services.
   */
  void await() {
    for (int i = 0; i < 2; i++) {
      if (!Waiting.until(this::isReached, LIMIT)) {
        throw new StackFailure("After " + LIMIT + " there is still something to do.");
      }
      Waiting.step();
    }
  }

  private boolean isReached() {
    try {
      for (ServiceName service : ServiceName.values()) {
        if (!texts(stack, service, LEFT.get(service)).equals(List.of("0"))) {
          return false;
        }
      }
      return true;
    } catch (SQLException e) {
      throw new StackFailure("Cannot read what is left to do: " + e.getMessage(), e);
    }
  }

  /** The first column of a query's rows in a service's database. */
  static List<String> texts(Stack stack, ServiceName service, String query) throws SQLException {
    try (Connection connection = stack.postgres().connect(service.database());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
