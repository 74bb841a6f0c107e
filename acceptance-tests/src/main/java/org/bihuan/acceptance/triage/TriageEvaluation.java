package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.acceptance.api.Answer;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.Login;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/** Sends labelled messages to intake as the hotline would, without a category. */
final class TriageEvaluation {

  /** Longest text that the contract takes; a longer one is cut for this purpose. */
  private static final int LONGEST = 4000;

  private static final int CREATED = 201;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private final Login clerk;

  TriageEvaluation(Stack stack, Client client) {
    this.client = client;
    this.clerk = Login.token(stack.token(Identity.of(Role.CHANNEL_CLERK)));
  }

  Evaluation of(Path file, List<Label> labels) throws IOException {
    Map<String, Label> byId =
        labels.stream().collect(Collectors.toMap(Label::id, Function.identity()));
    Evaluation evaluation = new Evaluation();
    if (!Files.isReadable(file)) {
      throw new StackFailure("There is no readable file " + file + ".");
    }
    for (String line : Files.readAllLines(file)) {
      JsonNode message = JSON.readTree(line);
      Label label = byId.get(message.path("id").asText());
      if (label != null) {
        JsonNode complaint = send(message);
        evaluation.add(
            label,
            complaint.path("categoryCode").asText(),
            complaint.path("waitingFor").asText(""));
      }
    }
    return evaluation;
  }

  private JsonNode send(JsonNode message) throws IOException {
    ObjectNode complaint = JSON.createObjectNode().put("channel", "HOTLINE_12319");
    String text = message.path("text").asText();
    complaint.put("subject", message.path("subject").asText());
    complaint.put("text", text.substring(0, Math.min(text.length(), LONGEST)));
    Answer answer =
        client.send(
            Call.of(ServiceName.INTAKE, "POST", "/api/v1/complaints", complaint.toString())
                .as(clerk));
    if (answer.status() != CREATED) {
      throw new StackFailure(message.path("id").asText() + " was refused: " + answer.text());
    }
    return answer.json();
  }
}
