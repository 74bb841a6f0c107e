package org.bihuan.acceptance.triage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./bihuan retrain}: a new model from the labels and from what clerks decided. */
@Command(
    name = "retrain",
    mixinStandardHelpOptions = true,
    description = {
      "Has the running intake-service learn from the labelled messages of the FILEs and from what"
          + " clerks decided,",
      "and prints how the new model does on messages held out, beside the one before.",
      "Ends with 1 when it is worse and the one before stays in force."
    })
public final class RetrainCommand implements Callable<Integer> {

  private static final String MODELS = "/api/v1/recognition-models";
  private static final Identity ADMIN = Identity.of(Role.ADMIN);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Eight thousand lessons on a busy machine take minutes. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  @CommandLine.Spec private CommandLine.Model.CommandSpec specification;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.ndjson",
      description = "The messages: one JSON object {id, subject, text, receivedAt} a line.")
  private List<Path> files;

  @Option(
      names = "--held-out-from",
      paramLabel = "DAY",
      defaultValue = Label.HELD_OUT_FROM,
      description = "First day of those that are measured with (default: ${DEFAULT-VALUE}).")
  private String heldOutFrom;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the model is written to, as reference data can ship it.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = specification.commandLine().getOut();
    Stack stack = Stack.attach(Layout.ofCheckout(ProofStack.root()));
    if (!stack.intake().isReady()) {
      throw new StackFailure("intake must be up: run './bihuan up --detach' first.");
    }
    Client client = new Client(stack, LIMIT);
    String request = request(Messages.of(files), Label.all());
    JsonNode model = client.post(ADMIN, ServiceName.INTAKE, MODELS, request);
    String version = model.path("version").asText();
    boolean inForce = model.path("inForce").asBoolean();
    out.printf("%s learned from %d messages%n", version, model.path("lessons").asInt());
    out.printf("new    %s%n", model.path("figures"));
    out.printf("before %s%n", model.path("figuresBefore"));
    out.println(inForce ? "It is in force." : "It is worse: the one before stays in force.");
    out.flush();
    if (output != null) {
      Call content =
          Call.of(ServiceName.INTAKE, "GET", MODELS + "/" + version + "/content", null)
              .as(client.login(ADMIN));
      Files.write(output, client.expectSuccess(content).body());
    }
    return inForce ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private String request(Map<String, JsonNode> messages, List<Label> labels) {
    ObjectNode request = JSON.createObjectNode().put("heldOutFrom", heldOutFrom);
    ArrayNode lessons = request.putArray("messages");
    for (Label label : labels) {
      JsonNode message = messages.get(label.id());
      if (message != null) {
        ObjectNode lesson = lessons.addObject();
        lesson.put("subject", message.path("subject").asText());
        lesson.put("text", Messages.text(message));
        lesson.put("receivedOn", message.path("receivedAt").asText().substring(0, 10));
        lesson.put("scope", label.scope());
        lesson.put("intent", label.intent());
        putUnlessEmpty(lesson, "categoryCode", label.hasCategory() ? label.category() : "");
        putUnlessEmpty(lesson, "alternativeCode", label.alternative());
        putUnlessEmpty(lesson, "bodyCode", label.body());
      }
    }
    return request.toString();
  }

  private static void putUnlessEmpty(ObjectNode lesson, String field, String value) {
    if (!value.isEmpty()) {
      lesson.put(field, value);
    }
  }
}
