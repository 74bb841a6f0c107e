package org.bihuan.intake.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.intake.reporter.ReporterVault;

/**
 * What a channel said under a number of its own, field by field as keyed fingerprints: a repetition
 * can be compared for good, whatever the desk has corrected and whatever was deleted since, and
 * nobody can read the fields from it.
 */
@ApplicationScoped
class SentContent {

  private static final int BYTES_PER_FIELD = Long.BYTES;

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

  /** Fingerprints of the fields, in their order. */
  byte[] fingerprints(NewComplaint sent) {
    List<Object> values = values(sent);
    ByteBuffer fingerprints = ByteBuffer.allocate(values.size() * BYTES_PER_FIELD);
    for (Object value : values) {
      fingerprints.put(vault.fingerprint(write(value)), 0, BYTES_PER_FIELD);
    }
    return fingerprints.array();
  }

  /**
   * Names of the fields in which the two differ.
   *
   * @param stored fingerprints of what was sent first; {@code null} for a complaint older than
   *     them, which differs in nothing that could be told
   */
  static List<String> differences(byte[] stored, byte[] sent) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; stored != null && i < FIELDS.size(); i++) {
      if (!Arrays.equals(field(stored, i), field(sent, i))) {
        differences.add(FIELDS.get(i));
      }
    }
    return differences;
  }

  /** Fingerprint of a field; empty of one that was none yet, or of which nothing was said. */
  private static byte[] field(byte[] fingerprints, int place) {
    int from = Math.min(place * BYTES_PER_FIELD, fingerprints.length);
    return Arrays.copyOfRange(
        fingerprints, from, Math.min(from + BYTES_PER_FIELD, fingerprints.length));
  }

  /** Without a source there is no field for it, as it was before sources could be told of. */
  private static List<Object> values(NewComplaint sent) {
    List<Object> values = new ArrayList<>(always(sent));
    if (sent.source() != null) {
      values.add(sent.source());
    }
    return values;
  }

  private static List<Object> always(NewComplaint sent) {
    return Arrays.asList(
        sent.subject(),
        sent.text(),
        sent.categoryCode(),
        sent.sourceKind(),
        sent.occurredAt(),
        sent.location(),
        sent.reporter(),
        // None named is none sent, as it was before files could be named.
        sent.attachmentIds().isEmpty() ? null : sent.attachmentIds());
  }

  private String write(Object value) {
    try {
      return value == null ? "" : json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a complaint that cannot be written as JSON", e);
    }
  }
}
