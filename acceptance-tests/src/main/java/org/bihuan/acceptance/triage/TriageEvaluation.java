package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final int CREATED = 201;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Client client;
  private final Login clerk;

  TriageEvaluation(Stack stack, Client client) {
    this.client = client;
    this.clerk = Login.token(stack.token(Identity.of(Role.CHANNEL_CLERK)));
  }

  /** Those of the labels whose message is there. */
  List<Result> of(Map<String, JsonNode> messages, List<Label> labels) throws IOException {
    List<Result> results = new ArrayList<>();
    for (Label label : labels) {
      JsonNode message = messages.get(label.id());
      if (message != null) {
        results.add(Result.of(label, send(message)));
      }
    }
    return results;
  }

  private JsonNode send(JsonNode message) throws IOException {
    ObjectNode complaint = JSON.createObjectNode().put("channel", "HOTLINE_12319");
    complaint.put("subject", message.path("subject").asText());
    complaint.put("text", Messages.text(message));
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
