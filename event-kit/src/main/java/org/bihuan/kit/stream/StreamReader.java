package org.bihuan.kit.stream;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One reader of a stream and how far it has come. Moved by one thread.
 *
 * <p>It is read on from the last change that was looked at. Named to the reader is a place before
 * that: the last change it was told of, or a moment. The id of a change it was not told of, and
 * with that of a record it may not know of, is never sent.
 */
final class StreamReader {

  private final String subject;
  private final StreamSource source;
  private final Sse sse;
  private final Instant until;
  private final MultiEmitter<? super OutboundSseEvent> emitter;
  private Position position;
  private Position named;
  private Instant lastSign;

  StreamReader(
      String subject,
      StreamSource source,
      Position start,
      Instant now,
      Instant until,
      Sse sse,
      MultiEmitter<? super OutboundSseEvent> emitter) {
    this.subject = subject;
    this.source = source;
    this.position = start;
    this.named = start;
    this.lastSign = now;
    this.until = until;
    this.sse = sse;
    this.emitter = emitter;
  }

  String subject() {
    return subject;
  }

  StreamSource source() {
    return source;
  }

  /** After which it is read on. */
  Position position() {
    return position;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until) || emitter.isCancelled();
  }

  Instant lastSign() {
    return lastSign;
  }

  /** Tells those of {@code entries} that the reader may see, and has passed them all. */
  void tell(List<ChangeLog.Entry> entries, Set<UUID> visible, Instant now) {
    for (ChangeLog.Entry entry : entries) {
      position = entry.position();
      if (visible.contains(entry.change().id())) {
        named = position;
        emitter.emit(
            sse.newEventBuilder()
                .id(named.format())
                .name("change")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(entry.change())
                .build());
        lastSign = now;
      }
    }
  }

  /** Has passed all before {@code horizon}, of which nothing is left to be told. */
  void pass(Position horizon) {
    position = position.orLater(horizon);
    named = named.orLater(horizon);
  }

  /** Tells that more was missed than is told one by one; the reader asks for the lists anew. */
  void beginAnew(Position from, Instant now) {
    position = from;
    named = from;
    emitter.emit(sse.newEventBuilder().id(from.format()).name("reset").data("{}").build());
    lastSign = now;
  }

  /**
   * A sign of life, which also tells a gone reader from a quiet stream. It names a place from which
   * nothing is missed, so that who saw nothing of its own goes on from there as well.
   */
  void beat(Instant now) {
    emitter.emit(sse.newEventBuilder().id(named.format()).comment("").build());
    lastSign = now;
  }

  /** Ends the stream; whoever comes back goes on from here. */
  void end(Instant now) {
    beat(now);
    emitter.complete();
  }
}
