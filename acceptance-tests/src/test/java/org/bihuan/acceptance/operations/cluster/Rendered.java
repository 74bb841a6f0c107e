package org.bihuan.acceptance.operations.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ProofStack;

/**
 * What a cluster is given.
 *
 * @param resources each as its manifest says, patched by the overlay
 */
record Rendered(List<JsonNode> resources) {

  static final Path FOLDER = ProofStack.root().resolve("operations/kubernetes");

  /**
   * An overlay of {@code operations/kubernetes}.
   *
   * <p>Without kubectl the calling test is skipped and says so; in CI it fails instead.
   */
  static Rendered overlay(String name) throws IOException, InterruptedException {
    return folder(FOLDER.resolve("overlays").resolve(name));
  }

  /** An overlay with a component that it leaves out. */
  static Rendered overlay(String name, String component) throws IOException, InterruptedException {
    Path folder = Path.of("target/manifests", name + "-" + component).toAbsolutePath();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        "resources: [%s]\ncomponents: [%s]\n"
            .formatted(
                folder.relativize(FOLDER.resolve("overlays").resolve(name)),
                folder.relativize(FOLDER.resolve("components").resolve(component))));
    return folder(folder);
  }

  private static Rendered folder(Path folder) throws IOException, InterruptedException {
    if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .noneMatch(there -> Files.isExecutable(Path.of(there, "kubectl")))) {
      String what = "kubectl is not on the path: what a cluster is given is not tested";
      if (System.getenv("CI") != null) {
        fail(what);
      }
      abort(what);
    }
    Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
    String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaint = new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, kubectl.waitFor(), complaint);
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(rendered)) {
      return new Rendered(documents.readAll());
    }
  }

  List<JsonNode> all(String kind) {
    return resources.stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
  }

  JsonNode one(String kind, String name) {
    return all(kind).stream()
        .filter(one -> nameOf(one).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
  }

  /** The only container of a service. */
  JsonNode container(String service) {
    return one("Deployment", service).at("/spec/template/spec/containers/0");
  }

  static String nameOf(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }
}
