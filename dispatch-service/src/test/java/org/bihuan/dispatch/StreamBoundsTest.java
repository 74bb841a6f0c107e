package org.bihuan.dispatch;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.stream.EventStream;
import org.junit.jupiter.api.Test;

/** How many read streams of a replica at once. */
@QuarkusTest
@TestProfile(StreamBoundsTest.OneReader.class)
@QuarkusTestResource(
    value = StackResource.class,
    initArgs = @ResourceArg(name = StackResource.DATABASE, value = "dispatch"))
class StreamBoundsTest {

  /** A bound that a test can reach. */
  public static final class OneReader implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("bihuan.streams.readers", "1");
    }
  }

  @TestHTTPResource("api/v1/orders/stream")
  URI stream;

  @Test
  void one_reader_more_than_a_replica_serves_is_sent_away() {
    try (EventStream reader = EventStream.open(stream, District.TEAM, null)) {
      assertThat(reader.status(), equalTo(200));
      try (EventStream another =
          EventStream.open(stream, District.handlerOf(District.ENFORCEMENT), null)) {
        assertThat(another.status(), equalTo(503));
        assertThat(another.refusal(), containsString("streams-full"));
      }
    }
  }
}
