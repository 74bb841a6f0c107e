package org.bihuan.acceptance.operations;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.acceptance.BreaksParts;
import org.bihuan.acceptance.Loop;
import org.bihuan.acceptance.api.Databases;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.api.Topics;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.identity.Identity;
import org.bihuan.localstack.identity.Role;
import org.bihuan.localstack.layout.Folders;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.parts.BaseBackup;
import org.bihuan.localstack.sample.SamplePhoto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * "Backup and restore" of docs/operations.md, step by step: a base backup taken under load, the
 * archived log, the loss of the whole server, and the way back. One server has all three databases,
 * so they come back at the same moment.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(BreaksParts.TURN)
class BackupTest {

  private static final int COMPLAINTS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Layout layout =
      new Layout(ProofStack.root(), Path.of("target/stack-backup").toAbsolutePath());
  private final Path data = layout.postgres().resolve("data");
  private final Path backup = layout.directory().resolve("backup");
  private final Path archive = layout.directory().resolve("archive");
  private final Path attachmentsBackup = layout.directory().resolve("attachments-backup");

  @Test
  @Timeout(value = 300, unit = TimeUnit.SECONDS)
  void after_the_loss_of_the_server_everything_is_there_that_the_archive_has() throws Exception {
    try (Stack stack = Stack.startEmpty(layout, Options.besideOthers().forShortLives())) {
      Loop loop = new Loop(stack);
      archiveTheLog(stack);
      List<String> before = filed(loop);
      String photo = complaintWithPhoto(stack, loop);
      byte[] file = file(loop, photo);
      List<String> meanwhile = backUpWhile(stack, loop);
      List<String> last = filed(loop);
      List<String> archived = Stream.of(before, meanwhile, last).flatMap(List::stream).toList();
      awaitItems(loop, archived);
      awaitArchived(stack);
      Folders.copy(layout.attachments(), attachmentsBackup, any -> true);
      List<String> notArchived = filed(loop);
      awaitItems(loop, notArchived);

      stack.postgres().kill();
      Folders.delete(data);
      Folders.delete(layout.attachments());
      for (ServiceName service : ServiceName.values()) {
        stack.service(service).stop();
      }

      restore();
      Folders.copy(attachmentsBackup, layout.attachments(), any -> true);
      stack.postgres().start();
      awaitRecovered(stack);
      readAgain(stack);
      for (ServiceName service : ServiceName.values()) {
        stack.service(service).start();
      }

      awaitItems(loop, archived);
      assertArrayEquals(file, file(loop, photo));
      archived.forEach(problem -> loop.problem(problem).then().statusCode(200));
      // What the archive does not have is lost to its owner, and known from the topics to the next.
      awaitItems(loop, notArchived);
      notArchived.forEach(problem -> loop.problem(problem).then().statusCode(404));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertEquals(Set.copyOf(notArchived), keysOfDeadLetters(loop)));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  loop.intake(Role.SPECIAL_TEAM)
                      .get("/api/v1/ledger/verification")
                      .then()
                      .body("valid", equalTo(true)));
      awaitItems(loop, filed(loop));
    }
  }

  private void archiveTheLog(Stack stack) throws SQLException, IOException {
    Files.createDirectories(archive);
    try (Connection server = stack.postgres().connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("alter system set archive_mode = on");
      statement.execute(
          "alter system set archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f\"'"
              .formatted(archive));
    }
    stack.postgres().stop();
    stack.postgres().start();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                new Loop(stack).nobody(stack.intake()).get("/q/health/ready").statusCode() == 200);
  }

  /** A base backup while complaints come in; they are complete in the archive alone. */
  private List<String> backUpWhile(Stack stack, Loop loop) throws SQLException, IOException {
    List<String> meanwhile;
    try (Connection server = stack.postgres().connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("select pg_backup_start('base', fast => true)");
      BaseBackup.copyWithoutLog(data, backup);
      meanwhile = filed(loop);
      try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        label.next();
        Files.writeString(backup.resolve("backup_label"), label.getString(1));
      }
    }
    return meanwhile;
  }

  private static void awaitArchived(Stack stack) throws SQLException {
    String last = server(stack, "select pg_walfile_name(pg_switch_wal())");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                server(stack, "select coalesce(last_archived_wal, '') from pg_stat_archiver")
                        .compareTo(last)
                    >= 0);
  }

  private void restore() throws IOException {
    BaseBackup.copyWithoutLog(backup, data);
    Files.createFile(data.resolve("recovery.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "restore_command = 'cp \"%s/%%f\" \"%%p\"'\n".formatted(archive),
        StandardOpenOption.APPEND);
  }

  private static void awaitRecovered(Stack stack) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> server(stack, "select pg_is_in_recovery()").equals("f"));
  }

  /** What the server says of itself, in whichever database it is asked. */
  private static String server(Stack stack, String query) throws SQLException {
    return new Databases(stack.postgres())
        .read(ServiceName.INTAKE, query, row -> row.getString(1))
        .get(0);
  }

  /** The inbox skips what it still remembers, so readers may begin at the beginning. */
  private static void readAgain(Stack stack) {
    try (Topics topics = new Topics(stack.broker())) {
      for (ServiceName service : ServiceName.values()) {
        topics.forgetWhatWasRead(service);
      }
    }
  }

  private static Set<String> keysOfDeadLetters(Loop loop) {
    return loop
        .intake(Role.ADMIN)
        .get("/operations/dead-letters")
        .<List<String>>path("key")
        .stream()
        .collect(Collectors.toSet());
  }

  private static String complaintWithPhoto(Stack stack, Loop loop) {
    String photo =
        RestAssured.given()
            .baseUri(stack.intake().address())
            .auth()
            .oauth2(stack.token(Identity.of(Role.CHANNEL_CLERK)))
            .multiPart("file", "photo.jpg", SamplePhoto.jpeg(1), "image/jpeg")
            .post("/api/v1/attachments")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    loop.intake(Role.CHANNEL_CLERK)
        .body(Map.of("channel", "HOTLINE_12319", "text", "楼顶漏雨", "attachmentIds", List.of(photo)))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    return photo;
  }

  private static byte[] file(Loop loop, String photo) {
    String url =
        loop.intake(Role.SPECIAL_TEAM)
            .get("/api/v1/attachments/" + photo)
            .then()
            .statusCode(200)
            .extract()
            .path("url");
    return RestAssured.given().get(url).then().statusCode(200).extract().asByteArray();
  }

  private static List<String> filed(Loop loop) {
    return Stream.generate(() -> loop.problemOf(loop.complainOf("ROOF_LEAK", "楼顶漏雨")))
        .limit(COMPLAINTS)
        .toList();
  }

  private static void awaitItems(Loop loop, List<String> problems) {
    problems.forEach(problem -> loop.awaitItem(problem, "ISSUED"));
  }
}
