package org.bihuan.intake.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.intake.reporter.ReporterVault;

/**
 * What a channel said under a number of its own, field by field as keyed fingerprints: a repetition
 * can be compared as long as the key is configured, whatever the desk has corrected and whatever
 * was deleted since, and nobody can read the fields from it.
 *
 * <pre>
 * name of the key (8 bytes), 8 bytes of each field
 * 8 bytes of each of the first eight fields           written by earlier builds
 * </pre>
 */
@ApplicationScoped
class SentContent {

  private static final int BYTES_PER_FIELD = Long.BYTES;

  /** Length of what earlier builds wrote. */
  private static final int WITHOUT_NAME = 8 * BYTES_PER_FIELD;

  /** Fields of a complaint whose values make it another one. The order is stored: only append. */
  private static final List<String> FIELDS =
      List.of(
          "subject",
          "text",
          "categoryCode",
          "sourceKind",
          "occurredAt",
          "location",
          "reporter",
          "attachmentIds",
          "source");

  private final ReporterVault vault;
  private final ObjectMapper json;

  SentContent(ReporterVault vault, ObjectMapper json) {
    this.vault = vault;
    // A field added to a record later must not change what was sent before.
    this.json = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_EMPTY);
  }

  /** Fingerprints of the fields, in their order, under the current key. */
  byte[] fingerprints(NewComplaint sent) {
    return bytes(
        vault
            .fingerprints(values(sent).stream().map(this::write).toList())
            .findFirst()
            .orElseThrow());
  }

  /**
   * Names of the fields in which what is sent now differs from what was sent first.
   *
   * @param stored fingerprints of that; {@code null} for a complaint older than them, or whose
   *     reporter was erased. That differs in nothing that could be told, and so does one whose key
   *     is not configured any more in the fields that were stored
   */
  List<String> differences(byte[] stored, NewComplaint sent) {
    if (stored == null) {
      return List.of();
    }
    ByteBuffer first = ByteBuffer.wrap(stored);
    boolean named = stored.length != WITHOUT_NAME;
    long key = named ? first.getLong() : 0;
    ByteBuffer fields = first.slice();
    int count = fields.remaining() / BYTES_PER_FIELD;
    List<String> values = values(sent).stream().map(this::write).toList();
    // Of a key that was not named the one that made them is that under which they differ least; if
    // all differ under each, it is gone.
    List<String> differences =
        vault
            .fingerprints(values)
            .filter(now -> !named || now.key() == key)
            .map(now -> differences(fields.duplicate(), now))
            .filter(found -> named || found.size() < count)
            .min(Comparator.comparingInt(List::size))
            .orElse(List.of());
    return Stream.concat(differences.stream(), added(values, count)).toList();
  }

  /** What is sent now in fields that earlier builds did not know, and so did not store. */
  private static Stream<String> added(List<String> values, int stored) {
    return IntStream.range(stored, values.size())
        .filter(field -> !values.get(field).isEmpty())
        .mapToObj(FIELDS::get);
  }

  private static List<String> differences(ByteBuffer fields, ReporterVault.Fingerprints now) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; fields.remaining() >= BYTES_PER_FIELD; i++) {
      if (fields.getLong() != ByteBuffer.wrap(now.ofTexts().get(i)).getLong()) {
        differences.add(FIELDS.get(i));
      }
    }
    return differences;
  }

  private static byte[] bytes(ReporterVault.Fingerprints fingerprints) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES_PER_FIELD * (1 + FIELDS.size()));
    bytes.putLong(fingerprints.key());
    fingerprints.ofTexts().forEach(text -> bytes.put(text, 0, BYTES_PER_FIELD));
    return bytes.array();
  }

  private static List<Object> values(NewComplaint sent) {
    return Arrays.asList(
        sent.subject(),
        sent.text(),
        sent.categoryCode(),
        sent.sourceKind(),
        sent.occurredAt(),
        sent.location(),
        sent.reporter(),
        // None named is none sent, as it was before files could be named.
        sent.attachmentIds().isEmpty() ? null : sent.attachmentIds(),
        sent.source());
  }

  private String write(Object value) {
    try {
      return value == null ? "" : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a complaint that cannot be written as JSON", e);
    }
  }
}
