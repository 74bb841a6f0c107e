package org.bihuan.kit.export;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import org.bihuan.kit.security.Caller;

/** The turn of one request, which ends with it, however that may be. */
@RequestScoped
class ExportTurn {

  private final ExportTurns turns;
  private final Caller caller;
  private final HttpServerRequest request;
  private String subject;

  ExportTurn(ExportTurns turns, Caller caller, HttpServerRequest request) {
    this.turns = turns;
    this.caller = caller;
    this.request = request;
  }

  void begin() {
    turns.begin(caller.subject());
    subject = caller.subject();
  }

  /**
   * Ends the connection, so that nobody takes what was sent for the whole, and waits for that: what
   * is closed cannot be brought to a proper end any more.
   */
  void breakOff() {
    request
        .connection()
        .close()
        .toCompletionStage()
        .handle((closed, closedBefore) -> null)
        .toCompletableFuture()
        .join();
  }

  @PreDestroy
  void end() {
    if (subject != null) {
      turns.end(subject);
    }
  }
}
