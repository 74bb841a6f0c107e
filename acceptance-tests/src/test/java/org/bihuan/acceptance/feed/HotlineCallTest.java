package org.bihuan.acceptance.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HotlineCallTest {

  @Test
  void a_line_becomes_a_hotline_call_with_the_number_of_its_source() throws Exception {
    HotlineCall call =
        HotlineCall.parse(
                """
                {"id": "188006", "reporter": "A1", "subject": "楼顶漏雨", "text": "已一周无人处理",
                 "receivedAt": "2026-11-24T08:15:00+08:00", "upvotes": 0}""")
            .orElseThrow();

    JsonNode body = new ObjectMapper().readTree(call.body());
    assertEquals("HOTLINE_12319", body.path("channel").asText());
    assertEquals("188006", body.path("sourceRef").asText());
    assertEquals("楼顶漏雨", body.path("subject").asText());
    assertEquals("已一周无人处理", body.path("text").asText());
    assertEquals("2026-11-24T08:15:00+08:00", body.path("occurredAt").asText());
    assertEquals(5, body.size());
    assertEquals("feed-HOTLINE_12319-188006", call.idempotencyKey());
  }

  @Test
  void a_line_without_number_or_text_is_not_sent() {
    Stream.of(
            "",
            "{",
            "[]",
            "7",
            "{\"id\": \"1\"}",
            "{\"text\": \"漏雨\"}",
            "{\"id\": {}, \"text\": \"漏雨\"}")
        .forEach(line -> assertTrue(HotlineCall.parse(line).isEmpty(), line));
  }
}
