package org.bihuan.acceptance.browser;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.bihuan.acceptance.api.ApiDescription;
import org.bihuan.acceptance.api.Client;
import org.bihuan.acceptance.api.District;
import org.bihuan.acceptance.api.Operation;
import org.bihuan.acceptance.api.ProofStack;
import org.bihuan.acceptance.api.ValidRequests;
import org.bihuan.localstack.Stack;

/**
 * Routes of the console with an address at which something real stands. A page has the address that
 * the API has, so how an operation is asked says where its page is.
 */
final class RealPages {
  private static final String API = "/api/v1";
  private static final Pattern PARAMETER = Pattern.compile(":[^/]+|\\{[^/]+}");
  private static final Pattern RECORD =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|" + District.CHANNEL);

  /** Pages of what is not read at that address: the draft of an order is changed there. */
  private static final Map<String, String> BY_ACT = Map.of("/orders/:id/edit", "PUT /orders/{}");

  /** A list that is always of one record, which its query names. */
  static final String OF_ONE_EVALUATION = "/mock-evaluations/scores";

  private static final String EVALUATION = "/mock-evaluations/:id";

  private final List<Operation> operations = ApiDescription.stored(ProofStack.root()).operations();
  private final ValidRequests requests;
  private final Map<Operation, String> made = new HashMap<>();
  private final Map<String, CompletableFuture<String>> addresses = new HashMap<>();

  /**
   * Makes what is needed one by one, beside those who look at the first pages.
   *
   * @param routes of which addresses will be asked for
   */
  RealPages(Stack stack, Collection<String> routes) {
    requests = new ValidRequests(new District(stack, new Client(stack)));
    ExecutorService maker = Executors.newSingleThreadExecutor();
    Set<String> needed = new LinkedHashSet<>(routes);
    if (needed.contains(OF_ONE_EVALUATION)) {
      needed.add(EVALUATION);
    }
    for (String route : needed) {
      if (route.contains(":")) {
        addresses.put(route, CompletableFuture.supplyAsync(() -> addressOfRecord(route), maker));
      }
    }
    maker.shutdown();
  }

  /** Where a route has something to show; a record is made for it where it needs one. */
  String addressOf(String route) {
    if (route.equals(OF_ONE_EVALUATION)) {
      String evaluation = addressOf(EVALUATION);
      return route + "?evaluationId=" + evaluation.substring(evaluation.lastIndexOf('/') + 1);
    }
    return route.contains(":") ? addresses.get(route).join() : route;
  }

  private String addressOfRecord(String route) {
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
