package org.bihuan.intake.filestore;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** A real S3 server in a process of its own, from its Maven artifact. */
final class S3Server implements AutoCloseable {

  static final String BUCKET = "attachments";

  private final Process process;
  private final int port;

  S3Server() throws IOException {
    port = freePort();
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-Dserver.port=" + freePort(),
                "-Dcom.adobe.testing.s3mock.httpPort=" + port,
                "-Dcom.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                "-jar",
                Path.of("target", "servers", "s3mock.jar").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "s3-server.log").toFile())
            .start();
    await("the S3 server answers").atMost(Duration.ofSeconds(90)).until(this::answers);
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  private boolean answers() throws InterruptedException {
    try {
      HttpRequest bucket = HttpRequest.newBuilder(address().resolve("/" + BUCKET)).build();
      return HttpClient.newHttpClient()
              .send(bucket, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
