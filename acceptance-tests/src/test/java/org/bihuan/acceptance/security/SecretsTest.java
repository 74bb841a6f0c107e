package org.bihuan.acceptance.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bihuan.acceptance.RunningStack;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.ServiceName;
import org.bihuan.localstack.layout.StackFailure;
import org.bihuan.localstack.parts.ServiceProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from the environment and from nowhere else. */
class SecretsTest {

  /** The beginnings are put together here, or this file would be what it looks for. */
  private static final List<Pattern> SECRETS =
      List.of(
          Pattern.compile("-----BEGIN " + "([A-Z]+ )?PRIVATE KEY-----\\s+[A-Za-z0-9+/=]{20}"),
          Pattern.compile("\\beyJ" + "[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\."),
          Pattern.compile("\\bAKIA" + "[0-9A-Z]{16}\\b"),
          Pattern.compile(
              "(?im)^[\\w.\\-\"' ]*(password|secret|api-?key|personal-data[.-]key|personal_data_key|secrets[._-]key|signing[._-]key)[\"']?"
                  // What the API description shows of a webhook is the alphabet; published vectors
                  // name their keys as what they are; the overlay for kind says "only-for-" in
                  // Base64; keycloak-admin is the name of a Kubernetes Secret, not its content.
                  + "[ \\t]*[=:][ \\t]*[\"']?(?![\"'${]|env\\b|whsec_QUJDREVG|example-key-|b25seS1mb3It|keycloak-admin$)[A-Za-z0-9+/=_\\-]{8,}[\"']?[ \\t]*,?$"));

  private static final Pattern SETTINGS =
      Pattern.compile(".*\\.(properties|ya?ml|json|env|conf|xml|pem|key|sql|sh)|.*\\.env.*");

  private final Layout layout = Layout.ofTests();

  @Test
  void no_secret_is_under_version_control() throws Exception {
    List<String> found = new ArrayList<>();
    for (String file : trackedFiles()) {
      found.addAll(secretsIn(file, Files.readAllBytes(layout.root().resolve(file))));
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @EnumSource
  void no_secret_is_packaged(ServiceName service) throws IOException {
    Path packaged = layout.packaged(service).getParent();
    List<Path> ours;
    try (Stream<Path> files = Files.walk(packaged)) {
      ours =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> !file.toString().contains("/lib/") || isOurs(file))
              .toList();
    }
    assertTrue(ours.size() >= 3, "the service, the kit and the contract: " + ours);
    List<String> found = new ArrayList<>();
    for (Path jar : ours) {
      found.addAll(secretsIn(jar));
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quarkus.datasource.password=correct-horse",
        "BIHUAN_PERSONAL_DATA_KEY: q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=",
        "  \"secret\": \"abcdefghijk\",",
        "-----BEGIN " + "PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC",
        "curl -H 'Authorization: Bearer eyJ" + "hbGciOiJSUzI1NiJ9.eyJ" + "zdWIiOiJ4eHh4In0.c2ln'"
      })
  void the_search_finds_secrets(String secret) {
    assertEquals(1, secretsIn("some.properties", secret.getBytes(StandardCharsets.UTF_8)).size());
  }

  @ParameterizedTest
  @CsvSource({
    "INTAKE, BIHUAN_PERSONAL_DATA_KEY, bihuan.personal-data.key",
    "INTAKE, MP_JWT_VERIFY_PUBLICKEY_LOCATION, mp.jwt.verify.publickey.location",
    "DISPATCH, MP_JWT_VERIFY_PUBLICKEY_LOCATION, mp.jwt.verify.publickey.location",
    "INSPECTION, MP_JWT_VERIFY_PUBLICKEY_LOCATION, mp.jwt.verify.publickey.location",
    "INTAKE, MP_JWT_VERIFY_AUDIENCES, mp.jwt.verify.audiences",
    "DISPATCH, MP_JWT_VERIFY_AUDIENCES, mp.jwt.verify.audiences",
    "INSPECTION, MP_JWT_VERIFY_AUDIENCES, mp.jwt.verify.audiences"
  })
  void a_service_does_not_start_without_what_it_trusts_and_says_which_is_missing(
      ServiceName service, String variable, String setting) {
    ServiceProcess copy = RunningStack.get().copyOf(service, 8, Map.of(variable, ""));
    String told = assertThrows(StackFailure.class, copy::start).getMessage();
    assertTrue(told.contains(setting), told);
  }

  private List<String> trackedFiles() throws IOException, InterruptedException {
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(layout.root().toFile())
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0, "git ls-files");
    List<String> files =
        Stream.of(names.split("\0"))
            .filter(name -> Files.isRegularFile(layout.root().resolve(name)))
            .toList();
    assertTrue(files.size() > 300, files.size() + " files");
    return files;
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith("org.bihuan");
  }

  private static List<String> secretsIn(Path jar) throws IOException {
    List<String> found = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        try (InputStream in = zip.getInputStream(entry)) {
          found.addAll(secretsIn(jar.getFileName() + "!" + entry.getName(), in.readAllBytes()));
        }
      }
    }
    return found;
  }

  private static List<String> secretsIn(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean settings = SETTINGS.matcher(name).matches();
    return SECRETS.stream()
        // A line of Java or prose may well speak of passwords; a line of a settings file gives one.
        .filter(secret -> settings || !secret.pattern().contains("password"))
        .filter(secret -> secret.matcher(text).find())
        .map(secret -> name + " matches " + secret)
        .toList();
  }
}
