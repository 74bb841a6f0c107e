package org.bihuan.localstack.open311;

import static org.bihuan.localstack.open311.Expect.equal;
import static org.bihuan.localstack.open311.Expect.has;
import static org.bihuan.localstack.open311.Expect.hasStatus;
import static org.bihuan.localstack.open311.Expect.holds;
import static org.bihuan.localstack.open311.Expect.isError;
import static org.bihuan.localstack.open311.Expect.isOfItsForm;
import static org.bihuan.localstack.open311.Expect.isRoot;
import static org.bihuan.localstack.open311.Expect.oneOf;
import static org.bihuan.localstack.open311.Expect.present;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every answer, and what is said of services and where they are. */
final class CatalogueClauses {

  private static final String GENERAL = "General";
  private static final String FORMATS = "Formats and Content Types";
  private static final String ERRORS = "Errors";
  private static final String DISCOVERY = "Service Discovery";
  private static final String SERVICES = "GET Service List";
  private static final String DEFINITION = "GET Service Definition";
  private static final String POST = "POST Service Request";
  private static final String UNKNOWN = "no-such-thing";
  private static final String DESCRIPTION = "description";
  private static final String START = "start_date";
  private static final String CODE = "service_code";

  private final ClauseTable table;

  private CatalogueClauses(ClauseTable table) {
    this.table = table;
  }

  static void addTo(ClauseTable table) {
    CatalogueClauses clauses = new CatalogueClauses(table);
    clauses.general();
    clauses.discovery();
    clauses.services();
  }

  private void general() {
    table.must(
        FORMATS,
        "the suffix of the address says the form of the answer, with its media type in UTF-8",
        endpoint -> isOfItsForm(endpoint, endpoint.services()));
    table.must(
        FORMATS,
        "the header Accept does not go before the suffix",
        endpoint -> {
          for (String other :
              List.of("text/html", "image/png", "application/json", "text/xml", ";")) {
            Reply reply = endpoint.asking("services", "Accept", other);
            hasStatus(200, reply);
            isOfItsForm(endpoint, reply);
          }
        });
    table.must(
        FORMATS,
        "a suffix of neither form is not found",
        endpoint -> hasStatus(404, endpoint.raw("services.pdf")));
    table.must(
        GENERAL,
        "an empty parameter is the same as none",
        endpoint -> hasStatus(200, endpoint.get("services", "jurisdiction_id", "")));
    table.must(
        ERRORS,
        "an unknown jurisdiction_id is 404",
        endpoint -> {
          for (String method : List.of("services", "services/" + endpoint.service(), "requests")) {
            isError(404, endpoint, endpoint.get(method, "jurisdiction_id", UNKNOWN));
          }
        });
    table.must(
        ERRORS,
        "an error is a list of code and description, in the form that was asked for",
        endpoint -> isError(404, endpoint, endpoint.get("services/" + UNKNOWN)));
    table.must(
        ERRORS,
        "the code of an error is the status of the answer",
        endpoint ->
            equal("404", endpoint.get("services/" + UNKNOWN).first().path("code").asText()));
    table.must(
        ERRORS,
        "several errors can be listed in one answer",
        endpoint -> {
          Reply reply = endpoint.get("requests", START, "yesterday", "status", "lost");
          isError(400, endpoint, reply);
          holds(reply.list().size() == 2, reply);
        });
    table.must(
        ERRORS,
        "what is nowhere is 404 in the form of the standard",
        endpoint -> isError(404, endpoint, endpoint.get("nothing/here")));
    table.must(
        ERRORS,
        "a method that an address does not take is refused in the form of the standard",
        endpoint -> {
          isError(405, endpoint, endpoint.by("DELETE", "services"));
          isError(405, endpoint, endpoint.by("POST", "services"));
        });
  }

  private void discovery() {
    table.must(
        DISCOVERY,
        "changeset, contact, key_service and endpoints are told",
        endpoint -> {
          Reply reply = endpoint.get("discovery");
          hasStatus(200, reply);
          isOfItsForm(endpoint, reply);
          isRoot(endpoint, "discovery", reply);
          has(reply.content(), "changeset", "contact", "key_service");
          holds(!reply.content().path("endpoints").isEmpty(), reply);
        });
    table.must(
        DISCOVERY,
        "an endpoint tells specification, url, changeset, type and formats",
        endpoint -> {
          JsonNode told = endpoint.get("discovery").content().path("endpoints").path(0);
          has(told, "specification", "url", "changeset", "type");
          equal("http://wiki.open311.org/GeoReport_v2", told.path("specification").asText());
          oneOf(Set.of("production", "test"), told.path("type").asText());
          Set<String> formats = new HashSet<>();
          told.path("formats").forEach(format -> formats.add(format.asText()));
          holds(formats.containsAll(Set.of("text/xml", "application/json")), formats);
        });
  }

  private void services() {
    table.must(
        SERVICES,
        "each service has service_code, service_name, description, metadata, type, keywords, group",
        endpoint -> {
          Reply reply = endpoint.services();
          hasStatus(200, reply);
          isRoot(endpoint, "services", reply);
          holds(!reply.list().isEmpty(), reply);
          for (JsonNode service : reply.list()) {
            has(service, CODE, "service_name", "metadata", "type");
            present(service, DESCRIPTION, "keywords", "group");
            oneOf(Set.of("true", "false"), service.path("metadata").asText());
            oneOf(Set.of("realtime", "batch", "blackbox"), service.path("type").asText());
          }
        });
    table.must(
        SERVICES,
        "a service_code is unique, and a text in JSON",
        endpoint -> {
          Set<String> codes = new HashSet<>();
          for (JsonNode service : endpoint.services().list()) {
            holds(service.path(CODE).isTextual(), service);
            holds(codes.add(service.path(CODE).asText()), service);
          }
        });
    table.must(
        SERVICES,
        "metadata is true or false, not the word in quotes, in JSON",
        endpoint ->
            holds(
                endpoint.form() == Endpoint.Form.XML
                    || endpoint.services().first().path("metadata").isBoolean(),
                endpoint.services()));
    table.must(
        DEFINITION,
        "the definition of a service names its code and its attributes",
        endpoint -> {
          Reply reply = endpoint.get("services/" + endpoint.service());
          hasStatus(200, reply);
          isRoot(endpoint, "service_definition", reply);
          equal(endpoint.service(), reply.content().path(CODE).asText());
          holds(reply.content().path("attributes").isArray(), reply);
        });
    table.must(
        DEFINITION,
        "an attribute has variable, code, datatype, required, datatype_description, order,"
            + " description",
        endpoint -> {
          Set<String> orders = new HashSet<>();
          for (JsonNode attribute : attributes(endpoint)) {
            has(attribute, "variable", "code", "datatype", "required", "order", DESCRIPTION);
            present(attribute, "datatype_description");
            oneOf(
                Set.of("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"),
                attribute.path("datatype").asText());
            holds(attribute.path("order").asInt() > 0, attribute);
            holds(orders.add(attribute.path("order").asText()), attribute);
          }
        });
    table.must(
        DEFINITION,
        "an attribute of a list has values of key and name",
        endpoint -> {
          for (JsonNode attribute : attributes(endpoint)) {
            if (attribute.path("datatype").asText().endsWith("valuelist")) {
              holds(!attribute.path("values").isEmpty(), attribute);
              attribute.path("values").forEach(value -> has(value, "key", "name"));
            }
          }
        });
    table.must(
        DEFINITION,
        "an unknown service_code is 404",
        endpoint -> isError(404, endpoint, endpoint.get("services/" + UNKNOWN)));
  }

  private static JsonNode attributes(Endpoint endpoint) {
    return endpoint.get("services/" + endpoint.service()).content().path("attributes");
  }
}
