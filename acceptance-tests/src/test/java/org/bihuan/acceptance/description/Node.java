package org.bihuan.acceptance.description;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bihuan.localstack.layout.Layout;

/** The tools of a folder under {@code acceptance-tests/src}, which run on Node. */
public final class Node {

  private static final int OLDEST = 20;
  private static final long PATIENCE_MINUTES = 5;

  private final Path folder;

  private Node(String folder) {
    this.folder = Layout.ofTests().root().resolve("acceptance-tests/src").resolve(folder);
  }

  /** The tools for descriptions; see {@link #installed(String, String)}. */
  static Node installed() throws IOException, InterruptedException {
    return installed("description", "The descriptions are not linted");
  }

  /**
   * The tools of a folder, installed as its lock file says.
   *
   * <p>Without Node the calling test is skipped and says so; it fails instead in CI, and with
   * -Dnode.required=true.
   *
   * @param without what is missing without Node, in words
   */
  public static Node installed(String folder, String without)
      throws IOException, InterruptedException {
    Node node = new Node(folder);
    int version = version();
    if (version < OLDEST) {
      String what = without + ": this needs Node " + OLDEST + " or newer";
      if (System.getenv("CI") != null || Boolean.getBoolean("node.required")) {
        fail(what);
      }
      abort(what);
    }
    Path lock = node.folder.resolve("package-lock.json");
    Path done = node.folder.resolve("node_modules/.package-lock.json");
    if (!Files.exists(done)
        || Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      node.run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), Map.of())
          .mustSucceed();
    }
    return node;
  }

  /** What a tool printed, and how it ended. */
  public record Ended(List<String> command, int status, String output) {

    public Ended mustSucceed() {
      assertTrue(status == 0, () -> command + " ended with " + status + "\n" + output);
      return this;
    }
  }

  Path folder() {
    return folder;
  }

  /** Runs an installed tool. */
  Ended tool(String name, List<String> arguments) throws IOException, InterruptedException {
    return tool(name, arguments, Map.of());
  }

  Ended tool(String name, List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("node_modules/.bin").resolve(name).toString());
    command.addAll(arguments);
    return run(command, environment);
  }

  /** Runs a program in the folder. */
  public Ended run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("REDOCLY_TELEMETRY", "off");
    builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    builder.environment().putAll(environment);
    Path output = Files.createTempFile("bihuan-description", ".log");
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        fail(command + " did not end within " + PATIENCE_MINUTES + " minutes");
      }
      return new Ended(command, process.exitValue(), Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  /** 0 when there is no Node at all. */
  private static int version() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("node", "--version").start();
      try (InputStream printed = process.getInputStream()) {
        String version = new String(printed.readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return Integer.parseInt(version.replaceAll("^v(\\d+)\\..*$", "$1"));
      }
    } catch (IOException notThere) {
      return 0;
    }
  }
}
