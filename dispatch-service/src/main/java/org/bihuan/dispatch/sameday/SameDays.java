package org.bihuan.dispatch.sameday;

import jakarta.transaction.TransactionScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.SourceKind;

/** Says what has to be on an order by when, by the rules, which are read once in a transaction. */
@TransactionScoped
public class SameDays {

  private final SameDayRules rules;
  private Map<SourceKind, SameDayRule> all;

  SameDays(SameDayRules rules) {
    this.rules = rules;
  }

  /** What holds for a problem from a source, filed at {@code filedAt}, if anything does. */
  public Optional<SameDay> of(SourceKind source, Instant filedAt) {
    if (all == null) {
      all =
          rules.listAll().stream()
              .collect(Collectors.toMap(SameDayRule::sourceKind, Function.identity()));
    }
    return Optional.ofNullable(all.get(source)).map(rule -> rule.from(filedAt));
  }
}
