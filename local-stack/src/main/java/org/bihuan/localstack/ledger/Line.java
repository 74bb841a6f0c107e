package org.bihuan.localstack.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bihuan.contract.ledger.ChainEntry;
import org.bihuan.contract.ledger.ChainHash;
import org.bihuan.contract.ledger.ChainLink;
import org.bihuan.contract.ledger.SignedHead;

/**
 * One line of an exported ledger: an object of JSON in which every field is known and written in
 * the one way there is.
 */
final class Line {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final HexFormat HEX = HexFormat.of();

  private final JsonNode object;
  private final Set<String> unread = new HashSet<>();

  private Line(JsonNode object) {
    this.object = object;
    object.fieldNames().forEachRemaining(unread::add);
  }

  static Line read(String text) throws UnfitLine {
    try {
      JsonNode object = JSON.readValue(text);
      if (object == null || !object.isObject()) {
        throw new UnfitLine("this is no object of JSON");
      }
      return new Line(object);
    } catch (JsonProcessingException e) {
      throw new UnfitLine("this is no JSON");
    }
  }

  /** What kind of line it is. */
  String type() throws UnfitLine {
    return text("type");
  }

  /**
   * First line.
   *
   * @param from place of the first entry
   * @param to place of the last entry of a stretch that ends before the newest; else {@code null}
   */
  record Begin(long from, Long to, long keys, long heads) {}

  Begin begin() throws UnfitLine {
    if (number("format") != 1) {
      throw new UnfitLine("this format is not known");
    }
    Long to = object.has("toSequence") ? number("toSequence") : null;
    Begin begin = new Begin(number("fromSequence"), to, number("keys"), number("heads"));
    requireAllRead();
    if (begin.from() < 1) {
      throw new UnfitLine("the first place is 1");
    }
    return begin;
  }

  /**
   * A public key.
   *
   * @param encoded in X.509 form
   */
  record Key(String id, byte[] encoded) {}

  Key key() throws UnfitLine {
    if (!text("algorithm").equals(SignedHead.ALGORITHM)) {
      throw new UnfitLine("this algorithm is not known");
    }
    Key key = new Key(text("keyId"), base64("publicKey"));
    requireAllRead();
    return key;
  }

  SignedHead head() throws UnfitLine {
    SignedHead head =
        new SignedHead(
            day("day"),
            number("sequence"),
            hash("hash"),
            hash("root"),
            text("keyId"),
            base64("signature"));
    requireAllRead();
    return head;
  }

  ChainEntry entry() throws UnfitLine {
    long sequence = number("sequence");
    boolean withheld = object.has("withheld");
    if (withheld && !(value("withheld").isBoolean() && value("withheld").booleanValue())) {
      throw new UnfitLine("'withheld' is true or not there");
    }
    ChainEntry entry =
        new ChainEntry(
            sequence, withheld ? null : link(sequence), hash("previousHash"), hash("hash"));
    requireAllRead();
    return entry;
  }

  private ChainLink link(long sequence) throws UnfitLine {
    return new ChainLink(
        sequence,
        text("id"),
        text("kind"),
        textOrNothing("problemId"),
        textOrNothing("complaintId"),
        text("occurredAt"),
        text("recordedAt"),
        text("actorRole"),
        textOrNothing("actorUnit"),
        text("actorSubject"),
        text("content"));
  }

  /** Last line: where the chain ends. */
  record End(long sequence, byte[] hash) {}

  End end() throws UnfitLine {
    End end = new End(number("sequence"), hash("hash"));
    requireAllRead();
    return end;
  }

  private JsonNode value(String name) {
    unread.remove(name);
    return object.path(name);
  }

  private String text(String name) throws UnfitLine {
    JsonNode value = value(name);
    if (!value.isTextual()) {
      throw new UnfitLine("'" + name + "' must be a text");
    }
    return value.textValue();
  }

  private String textOrNothing(String name) throws UnfitLine {
    return object.has(name) ? text(name) : null;
  }

  private long number(String name) throws UnfitLine {
    JsonNode value = value(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new UnfitLine("'" + name + "' must be a whole number");
    }
    return value.longValue();
  }

  private LocalDate day(String name) throws UnfitLine {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeException e) {
      throw new UnfitLine("'" + name + "' must be a day");
    }
  }

  private byte[] hash(String name) throws UnfitLine {
    String text = text(name);
    try {
      byte[] hash = HEX.parseHex(text);
      if (hash.length == ChainHash.LENGTH && HEX.formatHex(hash).equals(text)) {
        return hash;
      }
    } catch (IllegalArgumentException noHex) {
      // Told below, as what has another length.
    }
    throw new UnfitLine("'" + name + "' must be 64 hexadecimal digits in lower case");
  }

  private byte[] base64(String name) throws UnfitLine {
    String text = text(name);
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // Some of its last bits mean nothing, and must be as they are always written.
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException noBase64) {
      // Told below.
    }
    throw new UnfitLine("'" + name + "' must be base64");
  }

  private void requireAllRead() throws UnfitLine {
    if (!unread.isEmpty()) {
      throw new UnfitLine("'" + unread.iterator().next() + "' does not belong here");
    }
  }
}
