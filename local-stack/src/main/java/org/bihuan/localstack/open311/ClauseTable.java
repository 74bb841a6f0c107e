package org.bihuan.localstack.open311;

import java.util.ArrayList;
import java.util.List;

/** Assertions in their order. */
final class ClauseTable {

  private final List<Assertion> assertions = new ArrayList<>();

  /** One that anybody can look at. */
  void must(String clause, String sentence, Assertion.Check check) {
    assertions.add(new Assertion(clause, sentence, false, check));
  }

  /** One that can be looked at only with a key. */
  void mustWithKey(String clause, String sentence, Assertion.Check check) {
    assertions.add(new Assertion(clause, sentence, true, check));
  }

  List<Assertion> assertions() {
    return List.copyOf(assertions);
  }
}
