package org.bihuan.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.District;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.api.ValidRequests;
import org.bihuan.localstack.Stack;

/**
 * Every route of the console with an address at which something real stands. A page has the address
 * that the API has, so how an operation is asked says where its page is.
 */
final class RealPages {
  private static final String API = "/api/v1";
  private static final Pattern ROUTE =
      Pattern.compile("(?:\\bpath: |\\b(?:tab|inner)\\('[a-z]+', )'(/[^']*)'");
  private static final Pattern PARAMETER = Pattern.compile(":[^/]+|\\{[^/]+}");
  private static final Pattern RECORD =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|" + District.CHANNEL);

  /** Pages of what is not read at that address: the draft of an order is changed there. */
  private static final Map<String, String> BY_ACT = Map.of("/orders/:id/edit", "PUT /orders/{}");

  private final List<Operation> operations = ApiDescription.stored(ProofStack.root()).operations();
  private final ValidRequests requests;
  private final Map<Operation, String> made = new HashMap<>();

  RealPages(Stack stack) {
    requests = new ValidRequests(new District(stack, new Client(stack)));
  }

  /** All routes, as the folders of pages list them; parameters begin with a colon. */
  static SortedSet<String> routes() {
    SortedSet<String> routes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ProofStack.root().resolve("web-console/src"), 2)) {
      for (Path file : files.filter(file -> file.endsWith("pages.ts")).toList()) {
        ROUTE
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> routes.add(found.group(1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The pages of the console cannot be read.", e);
    }
    return routes;
  }

  /** Where a route has something to show; a record is made for it where it needs one. */
  String addressOf(String route) {
    if (!route.contains(":")) {
      return route;
    }
    String known = BY_ACT.getOrDefault(route, "GET " + shape(route));
    String rest = BY_ACT.containsKey(route) ? route.substring(route.lastIndexOf('/')) : "";
    for (; known.contains("{}"); known = known.substring(0, known.lastIndexOf('/'))) {
      for (Operation operation : operations) {
        if (known.equals(
            operation.method() + " " + shape(operation.path()).substring(API.length()))) {
          return made.computeIfAbsent(operation, this::make) + rest;
        }
      }
      rest = known.substring(known.lastIndexOf('/')) + rest;
    }
    throw new IllegalStateException("No operation says how a record of " + route + " is made.");
  }

  /** The same address of a record that nobody has ever made. */
  static String missing(String address) {
    return RECORD
        .matcher(address)
        .replaceAll(
            known -> known.group().contains("-") ? UUID.randomUUID().toString() : "NO_SUCH");
  }

  private String make(Operation operation) {
    String target =
        requests
            .makeAny(operation)
            .orElseThrow(() -> new IllegalStateException("Nobody says how to ask " + operation))
            .call(operation)
            .target();
    return target.replaceFirst("\\?.*", "").substring(API.length());
  }

  private static String shape(String path) {
    return PARAMETER.matcher(path).replaceAll("{}");
  }
}
