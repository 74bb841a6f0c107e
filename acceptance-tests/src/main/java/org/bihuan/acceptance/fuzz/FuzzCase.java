package org.bihuan.acceptance.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Call;
import org.bihuan.acceptance.api.Header;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ValidRequest;
import org.bihuan.localstack.layout.ServiceName;

/**
 * A call that can be made again on another stack: instead of ids it carries the names of the path
 * parameters, {@code {id}}.
 *
 * @param mutator how it came about
 * @param loggedIn whether it is sent by somebody who may ask
 * @param sameOperation whether what is described for the operation holds for its answer
 * @param body in Base64
 * @param why what was wrong when it was found; for people
 */
record FuzzCase(
    ServiceName service,
    String operation,
    String mutator,
    boolean loggedIn,
    boolean sameOperation,
    String method,
    String target,
    List<Header> headers,
    String body,
    String why) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static FuzzCase of(Mutators.Trial trial, ValidRequest valid, Call call, String why) {
    return new FuzzCase(
        call.service(),
        trial.operation().id(),
        (trial.mutator() + " " + trial.place()).strip(),
        trial.loggedIn(),
        trial.sameOperation(),
        call.method(),
        named(call.target(), valid.path()),
        call.headers(),
        Base64.getEncoder().encodeToString(call.body()),
        why);
  }

  static FuzzCase read(Path file) {
    try {
      return JSON.readValue(file.toFile(), FuzzCase.class);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, JSON.writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /** The trial that sends it, whatever the dice say. */
  Mutators.Trial trial(ApiDescription description) {
    Operation described = description.operation(service, operation);
    return new Mutators.Trial(
        described, mutator, "", loggedIn, sameOperation, (draft, random) -> call(draft.valid()));
  }

  private Call call(ValidRequest valid) {
    String there = target;
    for (Map.Entry<String, String> parameter : valid.path().entrySet()) {
      there = there.replace("{" + parameter.getKey() + "}", parameter.getValue());
    }
    return new Call(service, method, there, headers, Base64.getDecoder().decode(body));
  }

  private static String named(String target, Map<String, String> path) {
    String there = target;
    for (Map.Entry<String, String> parameter : path.entrySet()) {
      // A stop's number would be found in every id.
      if (parameter.getValue().length() > 2) {
        there = there.replace(parameter.getValue(), "{" + parameter.getKey() + "}");
      }
    }
    return there;
  }
}
