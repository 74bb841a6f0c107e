package org.bihuan.kit.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader is told of where it is. */
class StreamReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
  private static final UUID SECRET = UUID.fromString("01935c0a-0000-7000-8000-00000000dead");
  private static final UUID KNOWN = UUID.fromString("01935c0a-0000-7000-8000-000000000001");

  private final List<String> ids = new ArrayList<>();
  private StreamReader reader;

  @BeforeEach
  void somebody_reads_from_transaction_100_on() {
    AtomicReference<StreamReader> opened = new AtomicReference<>();
    Multi.createFrom()
        .<OutboundSseEvent>emitter(
            emitter ->
                opened.set(
                    new StreamReader(
                        "somebody",
                        null,
                        Position.before(100),
                        NOW,
                        NOW.plusSeconds(900),
                        new SseImpl(),
                        emitter)))
        .subscribe()
        .with(event -> ids.add(event.getId()));
    reader = opened.get();
  }

  private void tell(ChangeLog.Entry... entries) {
    reader.tell(List.of(entries), Set.of(KNOWN), NOW);
  }

  private static ChangeLog.Entry change(long transaction, UUID record) {
    return new ChangeLog.Entry(
        new Position(transaction, record), new Change(record, "PLANNED", NOW));
  }

  @Test
  void what_it_may_not_see_is_read_and_never_named() {
    tell(change(104, SECRET));
    reader.beat(NOW);
    assertEquals(new Position(104, SECRET), reader.position());
    reader.pass(Position.before(107));
    reader.beat(NOW);
    assertEquals(Position.before(107), reader.position());
    assertEquals(List.of(Position.before(100).format(), Position.before(107).format()), ids);
  }

  @Test
  void a_stream_that_ends_in_the_middle_names_the_last_change_that_was_told() {
    tell(change(103, KNOWN), change(104, SECRET));
    reader.end(NOW);
    String told = new Position(103, KNOWN).format();
    assertEquals(List.of(told, told), ids);
    assertEquals(new Position(104, SECRET), reader.position());
  }

  @Test
  void a_moment_before_what_was_told_takes_nobody_back() {
    tell(change(107, KNOWN), change(108, SECRET));
    reader.pass(Position.before(107));
    reader.beat(NOW);
    assertEquals(new Position(107, KNOWN).format(), ids.get(1));
    assertEquals(new Position(108, SECRET), reader.position());
  }

  @Test
  void who_begins_anew_begins_where_it_is_told() {
    reader.beginAnew(Position.before(200), NOW);
    reader.pass(Position.before(199));
    reader.beat(NOW);
    String place = Position.before(200).format();
    assertEquals(List.of(place, place), ids);
  }
}
