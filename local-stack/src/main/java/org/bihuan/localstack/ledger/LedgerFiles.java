package org.bihuan.localstack.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bihuan.contract.ledger.SignedHead;
import org.bihuan.localstack.layout.StackFailure;

/** Reads exported ledgers, and what was kept of one elsewhere. */
public final class LedgerFiles {

  private static final int BUFFER = 1 << 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private LedgerFiles() {}

  /** The lines of a file, which may be compressed by gzip. */
  public static BufferedReader lines(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    bytes.mark(2);
    boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return new BufferedReader(
        new InputStreamReader(
            zipped ? new GZIPInputStream(bytes, BUFFER) : bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        BUFFER);
  }

  /**
   * Heads as {@code GET /ledger/heads} answers them, or as files of one line each, put together.
   *
   * @throws StackFailure when there is something else in it
   */
  public static List<SignedHead> heads(Path file) throws IOException {
    List<SignedHead> heads = new ArrayList<>();
    for (JsonNode object : objects(file, "items")) {
      ObjectNode head = ((ObjectNode) object).deepCopy().without("type");
      try {
        heads.add(Line.read(head.toString()).head());
      } catch (UnfitLine unfit) {
        throw new StackFailure(file + ": a head does not read: " + unfit.getMessage());
      }
    }
    if (heads.isEmpty()) {
      throw new StackFailure(file + " has no heads.");
    }
    return heads;
  }

  /**
   * Public keys as {@code GET /ledger/keys} answers them, as PEM, or in base64 alone.
   *
   * @throws StackFailure when there is none in it
   */
  public static List<PublicKey> keys(Path file) throws IOException {
    String text = Files.readString(file);
    try {
      if (!text.stripLeading().startsWith("[") && !text.stripLeading().startsWith("{")) {
        return List.of(key(text.replaceAll("-----[A-Z ]+-----|\\s", "")));
      }
      List<PublicKey> keys = new ArrayList<>();
      for (JsonNode object : objects(file, "keys")) {
        keys.add(key(object.path("publicKey").asText()));
      }
      if (!keys.isEmpty()) {
        return keys;
      }
    } catch (IllegalArgumentException noKey) {
      throw new StackFailure(file + " has something else than public keys of Ed25519.", noKey);
    }
    throw new StackFailure(file + " has no keys.");
  }

  private static PublicKey key(String base64) {
    return SignedHead.publicKey(Base64.getDecoder().decode(base64));
  }

  /** Objects one after the other, in an array, or in the array that one object has. */
  private static List<JsonNode> objects(Path file, String name) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        JsonNode inner = value.isArray() ? value : value.path(name);
        if (inner.isArray()) {
          inner.forEach(objects::add);
        } else {
          objects.add(value);
        }
      }
    } catch (JsonProcessingException e) {
      throw new StackFailure(file + " is no JSON.", e);
    }
    if (objects.stream().allMatch(JsonNode::isObject)) {
      return objects;
    }
    throw new StackFailure(file + " has something else than objects.");
  }
}
