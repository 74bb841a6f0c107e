package org.bihuan.localstack.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.localstack.launcher.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command of outsiders, with nothing running. */
class VerifyLedgerCommandTest {

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ExportedLedger ledger;

  @TempDir Path folder;

  VerifyLedgerCommandTest() throws GeneralSecurityException {
    ledger = new ExportedLedger(20, List.of(8, 15), 0, "");
  }

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(console);
  }

  private Path file(String name, List<ObjectNode> lines) throws IOException {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return Files.writeString(folder.resolve(name), text);
  }

  private int verify(String... arguments) {
    List<String> all = new ArrayList<>(List.of("verify-ledger"));
    all.addAll(List.of(arguments));
    return new CommandLine(new Main()).execute(all.toArray(String[]::new));
  }

  private String said() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_ledger_that_fits_ends_with_0_and_says_by_whose_keys() throws IOException {
    assertEquals(0, verify(file("ledger", ledger.lines()).toString()));
    assertTrue(said().contains("valid: entries 1 to 20, heads 2, withheld 0, keys ["), said());
    assertTrue(said().contains("those of the file itself"), said());
  }

  @Test
  void the_first_line_that_does_not_fit_is_named_and_it_ends_with_1() throws IOException {
    List<ObjectNode> lines = ledger.lines();
    lines.get(ledger.lineOf(11) - 1).put("content", "{}");
    assertEquals(1, verify(file("ledger", lines).toString()));
    assertTrue(said().contains("INVALID: line " + ledger.lineOf(11) + ": the entry 11"), said());
  }

  @Test
  void heads_that_were_kept_show_that_the_tail_is_gone() throws IOException {
    ExportedLedger cut = new ExportedLedger(10, List.of(8), 0, "", ledger.key());
    String file = file("ledger", cut.lines()).toString();
    String heads = file("heads", ledger.lines().subList(2, 4)).toString();
    assertEquals(0, verify(file));
    assertEquals(1, verify(file, "--heads", heads));
    assertTrue(said().contains("entries from 11 on are missing"), said());
  }

  @Test
  void it_says_how_much_was_withheld_and_how_many_kept_heads_were_met() throws Exception {
    ExportedLedger partly = new ExportedLedger(20, List.of(8, 15), 5, "");
    String heads = file("heads", partly.lines().subList(2, 4)).toString();
    String stretch = file("stretch", partly.stretch(4, 12)).toString();
    assertEquals(0, verify(stretch, "--heads", heads));
    assertTrue(said().contains("entries 4 to 12, heads 1, withheld 2,"), said());
    assertTrue(said().contains("the first of them 5,"), said());
    assertTrue(said().contains("Heads that you kept: 2, met by these entries 1."), said());
    assertTrue(said().contains("The others lie outside"), said());
    assertEquals(
        1, verify(file("beside", partly.stretch(10, 12)).toString(), "--heads", heads), said());
  }

  @Test
  void what_cannot_be_read_is_told_in_a_sentence() throws IOException {
    Path noKey = Files.writeString(folder.resolve("key"), "nothing");
    String file = file("ledger", ledger.lines()).toString();
    assertEquals(1, verify(file, "--key", noKey.toString()));
    assertEquals(1, verify(folder.resolve("none").toString()));
  }
}
