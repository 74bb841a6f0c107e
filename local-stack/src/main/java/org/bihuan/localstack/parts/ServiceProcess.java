package org.bihuan.localstack.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;

/** One of our services, run from its packaged jar. */
public final class ServiceProcess extends Part {
  private static final int HEALTH_MILLIS = 2_000;

  private final ServiceName service;
  private final List<String> javaOptions;
  private final Supplier<Map<String, String>> environment;

  /**
   * @param name differs from the service's own name when a second copy of it runs
   * @param javaOptions options of the virtual machine, the heap among them
   * @param environment its configuration, added to the variables we run with; asked for at each
   *     start
   */
  public ServiceProcess(
      Layout layout,
      ServiceName service,
      String name,
      int port,
      List<String> javaOptions,
      Supplier<Map<String, String>> environment) {
    super(layout, name, port);
    this.service = service;
    this.javaOptions = List.copyOf(javaOptions);
    this.environment = environment;
  }

  /** The origin of its HTTP interface, such as {@code http://localhost:8081}. */
  @Override
  public String address() {
    return "http://localhost:" + port();
  }

  @Override
  public boolean isReady() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port() + "/q/health/ready").toURL().openConnection();
      connection.setConnectTimeout(HEALTH_MILLIS);
      connection.setReadTimeout(HEALTH_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      // Refused or too slow: not ready is the whole answer.
      return false;
    }
  }

  /** The program that runs us, for the processes beside us. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Override
  void prepare() {
    Path jar = layout().packaged(service);
    if (!Files.exists(jar)) {
      throw new StackFailure(
          jar
              + " is missing: run 'mvn -B -ntp -DskipTests package' in "
              + layout().root()
              + ", or './bihuan up'.");
    }
    Layout.ensure(layout().work(service));
  }

  @Override
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(marked("-D"));
    command.addAll(
        List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
    command.addAll(javaOptions);
    command.addAll(List.of("-jar", layout().packaged(service).toString()));
    return command;
  }

  @Override
  Map<String, String> environment() {
    return environment.get();
  }

  @Override
  Path workingDirectory() {
    return layout().work(service);
  }
}
