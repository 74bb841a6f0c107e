package org.bihuan.acceptance.chaos;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a sender writes down, in a file: each complaint before it is sent for the first time, and
 * each success that it hears of. The reckoning reads this file and knows nothing else of what was
 * sent.
 */
final class Journal implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Writer file;

  Journal(Path path) {
    try {
      Files.createDirectories(path.getParent());
      this.file = Files.newBufferedWriter(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }

  /** What is done about a complaint's problem afterwards. */
  enum Course {
    /** Nothing; its limit is far away. */
    LEFT,
    /** Nothing, so that its short limit passes. */
    LAPSING,
    /** All steps up to the write-off. */
    WRITTEN_OFF,
    /** The same, with one failed re-check on the way. */
    REWORKED
  }

  /** Why something is sent. */
  enum Occasion {
    /** To register it; again and again with the same key until there is an answer. */
    REGISTER,
    /** Once more later with the same key. */
    SAME_KEY,
    /** Once more later with another key and the same channel and number. */
    SAME_NUMBER,
    /** A second time at the same instant. */
    TWIN
  }

  /**
   * A complaint that is about to be sent.
   *
   * @param sourceRef the channel's own number, or {@code null} when only the key tells it from
   *     others
   * @param textHash SHA-256 of its text in hexadecimal; no two complaints of a run have the same
   */
  record Intent(
      @JsonProperty long number,
      @JsonProperty String key,
      @JsonProperty String channel,
      @JsonProperty String sourceRef,
      @JsonProperty String textHash,
      @JsonProperty Course course,
      @JsonProperty Instant at) {}

  /** A 2xx answer to the complaint with this number. */
  record Heard(
      @JsonProperty long number,
      @JsonProperty Occasion occasion,
      @JsonProperty UUID complaintId,
      @JsonProperty UUID problemId,
      @JsonProperty Instant at) {}

  /**
   * A 2xx answer to the upload of the photo that goes with the complaint of this number.
   *
   * @param sha256 of the file as the service says that it keeps it
   */
  record Kept(
      @JsonProperty long number, @JsonProperty UUID attachmentId, @JsonProperty String sha256) {}

  /** All that was written down, in order. */
  record Content(List<Intent> intents, List<Heard> heard, List<Kept> kept) {}

  /** Returns when the line has left this process. */
  void note(Intent intent) {
    write(intent);
  }

  /** Returns when the line has left this process. */
  void note(Heard heard) {
    write(heard);
  }

  /** Returns when the line has left this process. */
  void note(Kept kept) {
    write(kept);
  }

  private synchronized void write(Object line) {
    try {
      file.write(JSON.writeValueAsString(line) + "\n");
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written", e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Content read(Path path) {
    List<Intent> intents = new ArrayList<>();
    List<Heard> heard = new ArrayList<>();
    List<Kept> kept = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(path)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = JSON.readTree(line);
        if (node.has("occasion")) {
          heard.add(JSON.treeToValue(node, Heard.class));
        } else if (node.has("attachmentId")) {
          kept.add(JSON.treeToValue(node, Kept.class));
        } else {
          intents.add(JSON.treeToValue(node, Intent.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
    return new Content(intents, heard, kept);
  }
}
