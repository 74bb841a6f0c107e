package org.bihuan.inspection.assessment;

import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.arjuna.ats.jta.transaction.Transaction;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.localstack.StackResource;
import org.junit.jupiter.api.Test;

/** A large month takes longer to write down than an ordinary request may take. */
@QuarkusTest
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "inspection"))
class LongTransactionTest {

  private static final int USUAL = 60;
  private static final int LONG = 600;

  @Inject Begun begun;

  /** How long the transactions of requests may last, in seconds, by path. */
  @ApplicationScoped
  static class Begun {

    private final Map<String, Integer> seconds = new ConcurrentHashMap<>();

    @Inject TransactionManager transactions;
    @Inject CurrentVertxRequest request;

    void forget() {
      seconds.clear();
    }

    int secondsOf(String path) {
      return seconds.get(path);
    }

    void note(@Observes @Initialized(TransactionScoped.class) Object any) throws SystemException {
      if (Arc.container().requestContext().isActive() && request.getCurrent() != null) {
        seconds.merge(
            request.getCurrent().normalizedPath(),
            ((Transaction) transactions.getTransaction()).getTimeout(),
            Math::max);
      }
    }
  }

  private int secondsOf(String path, Map<String, Object> body, RequestSpecification by) {
    begun.forget();
    by.body(body).post("/api/v1/assessments/2013-01/" + path);
    return begun.secondsOf("/api/v1/assessments/2013-01/" + path);
  }

  @Test
  void what_writes_a_month_down_may_take_ten_minutes_with_a_key_or_without() {
    UUID any = UUID.randomUUID();
    Map<String, Map<String, Object>> requests =
        Map.of(
            "closing",
            Map.of(),
            "exemptions",
            Map.of("entry", any, "reason", "诉求不合理"),
            "judgements",
            Map.of("entry", any, "kind", "SHIRKING", "reason", "推诿"),
            "appeals/" + any + "/decisions",
            Map.of("decision", "ACCEPTED", "opinion", "同意"));
    requests.forEach(
        (path, body) -> {
          RequestSpecification keyed =
              team().header("Idempotency-Key", UUID.randomUUID().toString());
          assertEquals(LONG, secondsOf(path, body, keyed), path);
          assertEquals(LONG, secondsOf(path, body, team()), path);
        });
  }

  @Test
  void everything_else_ends_in_the_usual_time() {
    begun.forget();
    team().get("/api/v1/assessment-formulas").then().statusCode(200);
    assertEquals(USUAL, begun.secondsOf("/api/v1/assessment-formulas"));
  }
}
