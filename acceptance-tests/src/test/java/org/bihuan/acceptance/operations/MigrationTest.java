package org.bihuan.acceptance.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ProofStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The replicas of a release are replaced one by one, so its migrations must leave the release
 * before it working: docs/operations.md#upgrades. What only a later release may do says so.
 */
class MigrationTest {

  private static final List<String> MODULES =
      List.of("service-kit", "intake-service", "dispatch-service", "inspection-service");

  /** A comment that names the release in which the last user of what goes was taken out. */
  private static final Pattern CONTRACT = Pattern.compile("(?m)^-- contract: unused since \\S+");

  private static final Pattern INDEX =
      Pattern.compile(
          "\\bcreate\\s+(?:unique\\s+)?index\\s+(?!if\\s+not\\s+exists)\\w+\\s+on\\s+(\\w+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BREAKING =
      Pattern.compile(
          "\\bdrop\\s+(table|column|schema|view|function)\\b"
              + "|\\brename\\b"
              + "|\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b"
              + "|\\bset\\s+not\\s+null\\b"
              + "|\\badd\\s+column\\s+(?![^,;]*\\bdefault\\b)[^,;]*\\bnot\\s+null\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void a_migration_takes_nothing_away_that_the_release_before_it_needs() throws IOException {
    List<Path> migrations = migrations();
    assertTrue(migrations.size() >= MODULES.size(), migrations.toString());
    List<String> breaking = new ArrayList<>();
    for (Path migration : migrations) {
      String sql = Files.readString(migration);
      if (!CONTRACT.matcher(sql).find()) {
        BREAKING
            .matcher(withoutComments(sql))
            .results()
            .forEach(found -> breaking.add(migration.getFileName() + ": " + found.group()));
      }
    }
    assertEquals(List.of(), breaking);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table outbox drop column traceparent",
        "drop table inbox",
        "alter table outbox rename column type to kind",
        "alter table outbox alter column type type varchar(50)",
        "alter table outbox alter column event_key set not null",
        "alter table outbox add column size integer not null"
      })
  void what_breaks_the_release_before_is_found(String statement) {
    assertTrue(BREAKING.matcher(statement).find());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table outbox add column traceparent text",
        "alter table outbox add column size integer not null default 0",
        "create table seal (id uuid primary key, hash text not null)",
        "create index outbox_type on outbox (type)"
      })
  void what_the_release_before_can_live_with_is_left_alone(String statement) {
    assertFalse(BREAKING.matcher(statement).find());
  }

  /** An operator may have made it beforehand, without blocking anybody. */
  @Test
  void an_index_on_a_table_that_was_there_before_may_be_there_already() throws IOException {
    List<String> stubborn = new ArrayList<>();
    for (Path migration : migrations()) {
      String sql = withoutComments(Files.readString(migration));
      INDEX
          .matcher(sql)
          .results()
          .filter(index -> !sql.contains("create table " + index.group(1) + " "))
          .forEach(index -> stubborn.add(migration.getFileName() + ": " + index.group()));
    }
    assertEquals(List.of(), stubborn);
    assertTrue(INDEX.matcher("create unique index outbox_type on outbox (type)").find());
    assertFalse(INDEX.matcher("create index if not exists outbox_type on outbox (type)").find());
  }

  private static List<Path> migrations() throws IOException {
    List<Path> migrations = new ArrayList<>();
    for (String module : MODULES) {
      Path folder = ProofStack.root().resolve(module).resolve("src/main/resources/db");
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".sql")).forEach(migrations::add);
      }
    }
    return migrations;
  }

  private static String withoutComments(String sql) {
    return sql.replaceAll("(?m)--.*$", "");
  }
}
