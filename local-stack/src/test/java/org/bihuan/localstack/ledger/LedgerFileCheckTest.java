package org.bihuan.localstack.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.localstack.ledger.LedgerFileCheck.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in an exported ledger is found at the line that first does not fit. */
class LedgerFileCheckTest {

  private static final int MUTATIONS = 10_000;
  private static final int ENTRIES = 80;
  private static final List<Integer> ENDS = List.of(30, 60);
  private static final int WITHHELD = 9;

  private final ExportedLedger ledger;
  private final List<String> texts;

  LedgerFileCheckTest() throws GeneralSecurityException {
    ledger = new ExportedLedger(ENTRIES, ENDS, WITHHELD, "");
    texts = ledger.lines().stream().map(ObjectNode::toString).toList();
  }

  private static Finding check(List<ObjectNode> lines) {
    return check(lines, List.of(), List.of());
  }

  private static Finding check(
      List<ObjectNode> lines, Collection<PublicKey> trusted, Collection<SignedHead> kept) {
    return checkTexts(lines.stream().map(ObjectNode::toString).toList(), trusted, kept);
  }

  private static Finding checkTexts(
      List<String> lines, Collection<PublicKey> trusted, Collection<SignedHead> kept) {
    String text = String.join("\n", lines);
    try {
      return new LedgerFileCheck(trusted, kept).check(new BufferedReader(new StringReader(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_exported_ledger_fits() {
    Finding finding = check(ledger.lines());
    assertTrue(finding.isWhole(), finding.toString());
    assertEquals(ENTRIES, finding.to());
    assertEquals(2, finding.heads());
    assertTrue(check(ledger.lines(), List.of(ledger.key().getPublic()), ledger.heads()).isWhole());
  }

  /** One change, and the line at which it must be found. */
  private record Mutation(String name, List<String> lines, int line) {}

  @Test
  void ten_thousand_random_changes_are_found_at_the_very_line() {
    List<String> missed =
        IntStream.range(0, MUTATIONS)
            .parallel()
            .mapToObj(seed -> mutation(new Random(seed)))
            .map(
                mutation -> {
                  Finding found = checkTexts(mutation.lines(), List.of(), List.of());
                  return found.brokenLine() == mutation.line()
                      ? null
                      : mutation.name() + " at " + mutation.line() + ": " + found;
                })
            .filter(Objects::nonNull)
            .toList();
    assertEquals(List.of(), missed.subList(0, Math.min(5, missed.size())));
  }

  private Mutation mutation(Random dice) {
    List<String> lines = new ArrayList<>(texts);
    int place = 1 + dice.nextInt(ENTRIES);
    int at = ledger.lineOf(place);
    switch (dice.nextInt(10)) {
      case 0:
        lines.remove(at - 1);
        return new Mutation("deletion", lines, at);
      case 1:
        lines.add(at - 1, lines.get(dice.nextInt(lines.size())));
        // The same line twice is wrong at the second of them.
        boolean twice = lines.get(at - 1).equals(lines.get(at));
        return new Mutation("insertion", lines, twice ? at + 1 : at);
      case 2:
        int other = ledger.lineOf(1 + (place + dice.nextInt(ENTRIES - 1)) % ENTRIES);
        Collections.swap(lines, at - 1, other - 1);
        return new Mutation("swap", lines, Math.min(at, other));
      case 3:
        lines.subList(at - 1, lines.size()).clear();
        return new Mutation("cut tail", lines, at);
      case 4:
        return cutWithAnotherEnd(lines, dice);
      case 5:
        int line = 2 + dice.nextInt(3);
        return new Mutation("edit of " + edit(lines, line, dice), lines, line);
      case 6:
        int last = lines.size();
        return new Mutation("edit of " + edit(lines, last, dice), lines, last);
      default:
        String edited = edit(lines, at, dice);
        // What is withheld is taken at its word, which the next entry contradicts.
        boolean isTaken = edited.equals("hash") && place % WITHHELD == 0;
        return new Mutation("edit of " + edited, lines, isTaken ? at + 1 : at);
    }
  }

  /** As somebody would who wants nobody to see that the newest entries are gone. */
  private Mutation cutWithAnotherEnd(List<String> lines, Random dice) {
    int left = 1 + dice.nextInt(ENDS.get(1) - 1);
    ObjectNode end = ledger.line(lines.size());
    end.put("sequence", left);
    end.put("hash", ledger.line(ledger.lineOf(left)).get("hash").asText());
    lines.set(lines.size() - 1, end.toString());
    lines.subList(ledger.lineOf(left), lines.size() - 1).clear();
    return new Mutation("cut with another end", lines, ledger.lineOf(left) + 1);
  }

  /** Changes a field of a line, or takes one away, or adds one; says which. */
  private String edit(List<String> lines, int number, Random dice) {
    ObjectNode line = ledger.line(number);
    String edited = edit(line, dice);
    lines.set(number - 1, line.toString());
    return edited;
  }

  private static String edit(ObjectNode line, Random dice) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    String name = names.get(dice.nextInt(names.size()));
    if (dice.nextInt(8) == 0) {
      line.remove(name);
      return name + " away";
    }
    if (dice.nextInt(8) == 0) {
      line.put("added", 1);
      return "added";
    }
    if (line.get(name).isNumber()) {
      line.put(name, line.get(name).asLong() + (dice.nextBoolean() ? 1 : -1));
    } else if (line.get(name).isBoolean()) {
      line.put(name, false);
    } else {
      line.put(name, changed(line.get(name).asText(), dice));
    }
    return name;
  }

  private static String changed(String text, Random dice) {
    int at = dice.nextInt(text.length());
    char before = text.charAt(at);
    char after = before == '1' ? '2' : '1';
    return text.substring(0, at) + after + text.substring(at + 1);
  }

  @Test
  void a_first_line_that_says_something_else_is_found_where_it_is_contradicted() {
    for (String count : List.of("keys", "heads", "fromSequence", "format")) {
      List<ObjectNode> lines = ledger.lines();
      lines.get(0).put(count, lines.get(0).get(count).asLong() + 1);
      assertFalse(check(lines).isWhole(), count);
    }
    for (int line : List.of(1, 2, 3, 4)) {
      List<ObjectNode> lines = ledger.lines();
      lines.remove(line - 1);
      assertFalse(check(lines).isWhole(), "without line " + line);
    }
  }

  @Test
  void a_chain_reckoned_anew_from_some_entry_is_found_at_the_first_head_after_it()
      throws GeneralSecurityException {
    ExportedLedger forged = new ExportedLedger(ENTRIES, ENDS, WITHHELD, "forged");
    List<ObjectNode> lines = forged.lines();
    for (int line = 1; line <= 4; line++) {
      lines.set(line - 1, ledger.lines().get(line - 1));
    }
    assertEquals(3, check(lines).brokenLine());
  }

  @Test
  void a_whole_ledger_made_anew_with_another_key_is_found_by_the_key_and_by_a_head_that_was_kept()
      throws GeneralSecurityException {
    List<ObjectNode> forged = new ExportedLedger(ENTRIES, ENDS, WITHHELD, "forged").lines();
    assertTrue(check(forged).isWhole());
    assertEquals(3, check(forged, List.of(ledger.key().getPublic()), List.of()).brokenLine());
    assertFalse(check(forged, List.of(), ledger.heads()).isWhole());
  }

  @Test
  void one_made_anew_with_the_same_key_is_found_by_a_head_that_was_kept() {
    ExportedLedger forged = new ExportedLedger(ENTRIES, ENDS, WITHHELD, "forged", ledger.key());
    assertTrue(check(forged.lines()).isWhole());
    Finding found = check(forged.lines(), List.of(), List.of(ledger.heads().get(1)));
    assertEquals(4, found.brokenLine(), found.toString());
  }

  @Test
  void entries_and_heads_cut_off_together_are_found_by_a_later_head_that_was_kept() {
    ExportedLedger cut = new ExportedLedger(50, ENDS.subList(0, 1), WITHHELD, "", ledger.key());
    assertTrue(check(cut.lines()).isWhole());
    Finding found = check(cut.lines(), List.of(), List.of(ledger.heads().get(1)));
    assertEquals(cut.lines().size(), found.brokenLine());
    assertTrue(found.why().contains("entries from 51 on are missing"), found.why());
  }

  @Test
  void a_stretch_is_held_against_the_kept_heads_that_lie_on_it_and_one_at_least_must() {
    List<ObjectNode> stretch = ledger.stretch(20, 40);
    Finding one = check(stretch, List.of(), ledger.heads());
    assertTrue(one.isWhole(), one.toString());
    assertEquals(1, one.keptMet());
    Finding both = check(ledger.lines(), List.of(), ledger.heads());
    assertEquals(2, both.keptMet());
    for (List<ObjectNode> beside : List.of(ledger.stretch(5, 25), ledger.stretch(62, 70))) {
      assertTrue(check(beside).isWhole());
      Finding none = check(beside, List.of(), ledger.heads());
      assertEquals(beside.size(), none.brokenLine(), none.toString());
      assertTrue(none.why().startsWith("none of the heads"), none.why());
    }
  }

  @Test
  void a_stretch_that_ends_before_or_behind_what_its_first_line_says_was_cut() {
    for (int other : List.of(39, 41)) {
      List<ObjectNode> stretch = ledger.stretch(20, 40);
      stretch.get(0).put("toSequence", other);
      Finding cut = check(stretch);
      assertEquals(stretch.size(), cut.brokenLine(), cut.toString());
    }
    List<ObjectNode> unsaid = ledger.stretch(20, 40);
    unsaid.get(0).remove("toSequence");
    assertFalse(check(unsaid, List.of(), ledger.heads()).isWhole());
  }

  @Test
  void what_was_withheld_is_counted_and_the_first_is_named() {
    Finding finding = check(ledger.lines());
    assertEquals(ENTRIES / WITHHELD, finding.withheld());
    assertEquals(WITHHELD, finding.firstWithheld());
  }

  @Test
  void what_is_no_json_or_written_otherwise_than_it_should_be_is_no_line() throws IOException {
    for (String text :
        List.of("", "[]", "{", "{\"type\":\"ledger\"}", "{\"type\":\"Ledger\"}", "1")) {
      Finding found =
          new LedgerFileCheck(List.of(), List.of())
              .check(new BufferedReader(new StringReader(text + "\n")));
      assertEquals(1, found.brokenLine(), text);
    }
  }

  @Test
  void zipped_files_heads_and_keys_are_read_in_each_form(@TempDir Path folder) throws IOException {
    Path zipped = folder.resolve("ledger.ndjson.gz");
    try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      for (ObjectNode line : ledger.lines()) {
        output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    List<ObjectNode> lines = ledger.lines();
    Path loose =
        Files.writeString(folder.resolve("loose"), lines.get(2) + "\n" + lines.get(3) + "\n");
    Path page =
        Files.writeString(
            folder.resolve("page"),
            "{\"items\":[" + lines.get(2).without("type") + "],\"nextCursor\":null}");
    assertEquals(2, LedgerFiles.heads(loose).size());
    assertEquals(1, LedgerFiles.heads(page).size());
    String encoded = Base64.getEncoder().encodeToString(ledger.key().getPublic().getEncoded());
    Path pem =
        Files.writeString(
            folder.resolve("pem"),
            "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
    Path answer =
        Files.writeString(folder.resolve("answer"), "[{\"publicKey\":\"" + encoded + "\"}]");
    for (Path keys : List.of(pem, answer)) {
      try (BufferedReader reader = LedgerFiles.lines(zipped)) {
        assertTrue(
            new LedgerFileCheck(LedgerFiles.keys(keys), LedgerFiles.heads(loose))
                .check(reader)
                .isWhole());
      }
    }
  }
}
