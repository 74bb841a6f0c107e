package org.bihuan.localstack.open311;

import static org.bihuan.localstack.open311.Expect.hasStatus;
import static org.bihuan.localstack.open311.Expect.holds;
import static org.bihuan.localstack.open311.Expect.isError;
import static org.bihuan.localstack.open311.Expect.isOfItsForm;

import java.util.List;
import java.util.Map;

/** What must break nothing. */
final class HostileInput {

  private static final String FORMATS = "Formats and Content Types";
  private static final String BIHUAN = "Bihuan";
  private static final String DESCRIPTION = "description";
  private static final String START = "start_date";
  private static final String END = "end_date";
  private static final String ID = "service_request_id";
  private static final String CODE = "service_code";

  private final ClauseTable table;

  private HostileInput(ClauseTable table) {
    this.table = table;
  }

  static void addTo(ClauseTable table) {
    HostileInput clauses = new HostileInput(table);
    clauses.hostile();
  }

  private void hostile() {
    table.mustWithKey(
        FORMATS,
        "what is written with markup, controls and letters beyond is answered in proper form",
        endpoint -> {
          for (String odd :
              List.of("<a>&amp;]]>", "\u0001\u0008\u000B\uFFFE漏", "😀𠮷\r\n\t", "\u202Eabc")) {
            Reply reply = endpoint.post(Map.of(DESCRIPTION, odd, "address_string", odd));
            hasStatus(200, reply);
            hasStatus(200, endpoint.get("requests/" + reply.first().path(ID).asText()));
          }
          hasStatus(200, endpoint.get("requests"));
        });
    table.mustWithKey(
        BIHUAN,
        "odd values of any field are refused or taken, and break nothing",
        endpoint -> {
          for (String field :
              List.of(
                  CODE,
                  "lat",
                  "long",
                  "address_string",
                  "address_id",
                  DESCRIPTION,
                  "phone",
                  "first_name",
                  "last_name",
                  "media_url",
                  "jurisdiction_id",
                  "email")) {
            for (String odd : List.of("\0", "a\0b", "'; --", "%00", "漏".repeat(5_000), "\uFEFF")) {
              Reply reply = endpoint.post(Map.of(field, odd));
              holds(reply.status() < 500, reply);
              isOfItsForm(endpoint, reply);
            }
          }
          isError(
              400,
              endpoint,
              endpoint.postBody(
                  "application/x-www-form-urlencoded", "service_code=%ZZ&description=%FF"));
        });
    table.must(
        BIHUAN,
        "odd values of any parameter are refused or passed over, and break nothing",
        endpoint -> {
          for (String name :
              List.of(
                  ID,
                  CODE,
                  START,
                  END,
                  "status",
                  "page",
                  "page_size",
                  "jurisdiction_id",
                  "updated_after",
                  "callback")) {
            for (String odd : List.of("\0", "'; --", ",,,", "漏".repeat(100), "\u0001")) {
              Reply reply = endpoint.get("requests", name, odd);
              holds(reply.status() < 500, reply);
              isOfItsForm(endpoint, reply);
            }
          }
        });
  }
}
