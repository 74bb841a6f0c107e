package org.bihuan.dispatch.whatif;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CountedTime;
import org.bihuan.dispatch.sla.calendar.WorkCalendar;

/** A rule for every version of a policy: what it says, or what is supposed in its place. Pure. */
final class Rules {

  private final Map<String, Rule> byVersion = new HashMap<>();

  private Rules() {}

  static Rules of(
      Collection<SlaPolicy> policies, List<SupposedPolicy> supposed, WorkCalendar calendar) {
    Map<DeadlineClass, SupposedPolicy> others =
        supposed.stream()
            .collect(Collectors.toMap(SupposedPolicy::deadlineClass, Function.identity()));
    Rules rules = new Rules();
    for (SlaPolicy policy : policies) {
      SupposedPolicy other = others.get(policy.deadlineClass());
      rules.byVersion.put(
          policy.ruleVersion(),
          other == null ? Rule.of(policy, calendar) : Rule.of(policy, other, calendar));
    }
    return rules;
  }

  /** The rule of a version; a limit that a meeting has given has none. */
  Optional<Rule> of(String version) {
    return Optional.ofNullable(byVersion.get(version));
  }

  /** Which time counts toward the limits of a version. */
  CountedTime time(String version) {
    return of(version).map(Rule::time).orElse(CountedTime.NATURAL);
  }
}
