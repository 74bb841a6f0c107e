package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.StackFailure;

/** Complaints by the thousand in one call. */
final class BatchCall {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Stack stack;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  BatchCall(Stack stack, String token) {
    this.stack = stack;
    this.token = token;
  }

  /**
   * Sends them and waits for the last answer.
   *
   * @param body a complaint a line
   * @throws StackFailure when not every line is answered 201
   */
  void send(String body, int lines) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.intake().address() + "/api/v1/complaints/batch"))
            .timeout(LONGEST)
            .header("Content-Type", "application/x-ndjson")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
    long taken = answer.body().filter(line -> line.contains("\"status\":201,")).count();
    if (answer.statusCode() != 200 || taken != lines) {
      throw new StackFailure(
          "Of %d lines %d were taken (%d).".formatted(lines, taken, answer.statusCode()));
    }
  }
}
