package org.bihuan.localstack.layout;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one stack keeps its things. Everything it writes is below {@link #directory()}; two stacks
 * with different directories never meet.
 *
 * @param root the checkout: the folder that holds the {@code bihuan} script
 * @param directory what this stack owns: {@code .bihuan} of the checkout, or {@code target/stack}
 *     of a module under test
 */
public record Layout(Path root, Path directory) {

  public Layout {
    root = root.toAbsolutePath().normalize();
    directory = directory.toAbsolutePath().normalize();
  }

  /** The stack that {@code ./bihuan} runs. */
  public static Layout ofCheckout(Path root) {
    return new Layout(root, root.resolve(".bihuan"));
  }

  /** The throw-away stack of the module whose tests run in the working directory. */
  public static Layout ofTests() {
    Path module = Path.of("").toAbsolutePath();
    return new Layout(findRoot(module), module.resolve("target").resolve("stack"));
  }

  /**
   * Walks up from a folder to the checkout it lies in.
   *
   * @throws StackFailure when no parent holds the {@code bihuan} script
   */
  public static Path findRoot(Path start) {
    for (Path folder = start.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("bihuan"))
          && Files.isDirectory(folder.resolve("local-stack"))) {
        return folder;
      }
    }
    throw new StackFailure(
        "No parent of " + start + " holds the 'bihuan' script: run this from inside the checkout.");
  }

  /** Unpacked server programs. They never change, so every stack of the checkout shares them. */
  public Path binaries() {
    return root.resolve(".bihuan").resolve("binaries");
  }

  public Path postgres() {
    return directory.resolve("postgres");
  }

  /** What a broker keeps. */
  public Path kafka(String broker) {
    return directory.resolve(broker);
  }

  /** Holds the id that all brokers of the stack share. */
  public Path kafkaCluster() {
    return directory.resolve("kafka-cluster");
  }

  /** Private keys and passwords, made at the first start and readable by the owner only. */
  public Path keys() {
    return directory.resolve("keys");
  }

  /** Codes that log somebody in, until they do. */
  public Path logins() {
    return directory.resolve("logins");
  }

  /** Photos and papers that intake-service keeps. */
  public Path attachments() {
    return directory.resolve("attachments");
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  /** The log of one part, of the {@code supervisor} or of the {@code build}. */
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /** The port of each part, written at every start. */
  public Path ports() {
    return directory.resolve("ports.json");
  }

  /** The working directory of a service. */
  public Path work(ServiceName service) {
    return directory.resolve(service.partName());
  }

  /** The packaged form of a service, as {@code mvn package} leaves it. */
  public Path packaged(ServiceName service) {
    return root.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** The built page of the console; there is none where it could not be built. */
  public Path console() {
    return webConsole().resolve("classes/META-INF/resources/console/index.html");
  }

  /** Why the console could not be built. */
  public Path whyNoConsole() {
    return webConsole().resolve("console-missing.txt");
  }

  private Path webConsole() {
    return root.resolve("web-console").resolve("target");
  }

  /**
   * What a process of this module runs with: its compiled classes and every library beside them.
   * Not the jar, which is older than the classes while this module's own tests run.
   *
   * @throws StackFailure when this module has not been built
   */
  public String classpath() {
    Path target = root.resolve("local-stack").resolve("target");
    Path classes = target.resolve("classes");
    Path libraries = target.resolve("lib");
    if (!Files.isDirectory(classes) || !Files.isDirectory(libraries)) {
      throw new StackFailure(
          "local-stack is not built: run 'mvn -B -ntp -DskipTests package -pl local-stack' in "
              + root
              + ".");
    }
    return classes + File.pathSeparator + libraries.resolve("*");
  }

  /** Makes a folder with its parents; folders that exist are left as they are. */
  public static Path ensure(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + folder + "; is it writable?", e);
    }
  }
}
