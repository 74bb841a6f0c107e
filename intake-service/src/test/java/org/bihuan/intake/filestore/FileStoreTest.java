package org.bihuan.intake.filestore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every store promises, asked of a real folder and a real S3 server alike. */
class FileStoreTest {

  private static final String HASH = "ab" + "1".repeat(62);

  @TempDir static Path directory;
  private static S3Server server;
  private static FileStore folder;
  private static FileStore bucket;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server();
    folder = store(Map.of("bihuan.attachments.directory", directory.resolve("files").toString()));
    bucket = store(ofBucket(S3Server.BUCKET));
  }

  @AfterAll
  static void stop() throws Exception {
    ((BucketStore) bucket).close();
    server.close();
  }

  private static Map<String, String> ofBucket(String name) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bihuan.attachments.s3.bucket", name);
    settings.put("bihuan.attachments.s3.endpoint", server.address().toString());
    settings.put("bihuan.attachments.s3.access-key", "reader");
    settings.put("bihuan.attachments.s3.secret-key", "of-the-tests");
    return settings;
  }

  private static FileStore store(Map<String, String> settings) {
    FileStoreConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(FileStoreConfig.class)
            .build()
            .getConfigMapping(FileStoreConfig.class);
    return FileStores.of(config, Clock.systemUTC());
  }

  static Stream<FileStore> stores() {
    return Stream.of(folder, bucket);
  }

  private static byte[] read(FileStore store, String sha256) throws IOException {
    try (InputStream in = store.open(sha256)) {
      return in.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void what_was_put_is_read_again_and_putting_it_again_changes_nothing(FileStore store)
      throws IOException {
    store.put(HASH, bytes("楼顶漏雨"));
    store.put(HASH, bytes("楼顶漏雨"));
    assertArrayEquals(bytes("楼顶漏雨"), read(store, HASH));
    List<FileStore.Kept> kept = store.beginningWith("ab");
    assertEquals(List.of(HASH), kept.stream().map(FileStore.Kept::sha256).toList());
    Instant now = Instant.now();
    assertTrue(kept.get(0).keptSince().isAfter(now.minus(Duration.ofMinutes(5))));
    assertTrue(kept.get(0).keptSince().isBefore(now.plus(Duration.ofMinutes(5))));
    store.delete(HASH);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void what_was_deleted_is_gone_and_deleting_it_again_changes_nothing(FileStore store) {
    store.put(HASH, bytes("x"));
    store.delete(HASH);
    store.delete(HASH);
    assertEquals(List.of(), store.beginningWith("ab"));
    assertThrows(FileAway.class, () -> read(store, HASH));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void the_list_has_the_files_of_its_prefix_alone(FileStore store) {
    String other = "cd" + "2".repeat(62);
    store.put(HASH, bytes("x"));
    store.put(other, bytes("y"));
    assertEquals(
        List.of(other), store.beginningWith("cd").stream().map(FileStore.Kept::sha256).toList());
    assertEquals(List.of(), store.beginningWith("ef"));
    store.delete(HASH);
    store.delete(other);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void many_who_put_the_same_at_once_leave_one_whole_file(FileStore store) throws Exception {
    byte[] large = new byte[2 * 1024 * 1024];
    large[large.length - 1] = 7;
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Object>> puts =
          IntStream.range(0, 8)
              .mapToObj(any -> Executors.callable(() -> store.put(HASH, large)))
              .toList();
      for (Future<Object> put : writers.invokeAll(puts)) {
        put.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertArrayEquals(large, read(store, HASH));
    assertEquals(1, store.beginningWith("ab").size());
    store.delete(HASH);
  }

  @Test
  void a_folder_is_open_to_its_owner_alone() throws IOException {
    folder.put(HASH, bytes("x"));
    Path place = directory.resolve("files").resolve("ab");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(place)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(HASH))));
    folder.delete(HASH);
  }

  @Test
  void a_store_that_is_away_says_so() {
    FileStore noBucket = store(ofBucket("there-is-none"));
    FileAway away = assertThrows(FileAway.class, () -> noBucket.put(HASH, bytes("x")));
    assertEquals("file-store-unavailable", away.code());
    FileStore noFolder = store(Map.of("bihuan.attachments.directory", "/proc/none"));
    assertThrows(FileAway.class, () -> noFolder.put(HASH, bytes("x")));
    assertFalse(Files.exists(Path.of("/proc/none")));
  }
}
