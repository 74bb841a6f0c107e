package org.bihuan.dispatch.ruleset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.routing.RoutingRuleSet;
import org.bihuan.dispatch.routing.RoutingRuleSets;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** Makes rule sets of the active one, and lets them take its place. */
@ApplicationScoped
@Transactional
public class RuleSetDesk {

  private final RoutingRuleSets sets;
  private final RuleCopies copies;
  private final Caller caller;
  private final IfMatch ifMatch;
  private final Clock clock;

  RuleSetDesk(
      RoutingRuleSets sets, RuleCopies copies, Caller caller, IfMatch ifMatch, Clock clock) {
    this.sets = sets;
    this.copies = copies;
    this.caller = caller;
    this.ifMatch = ifMatch;
    this.clock = clock;
  }

  Page<RuleSetView> page(RuleSetFilter filter) {
    Instant now = clock.instant();
    return sets.page(new Criteria(), filter).map(set -> RuleSetView.of(set, now));
  }

  RuleSetView read(UUID id) {
    RoutingRuleSet set =
        sets.findByIdOptional(id).orElseThrow(() -> new NotFound("rule-set-not-found"));
    return RuleSetView.of(set, clock.instant());
  }

  RuleSetView create(NewRuleSet wanted) {
    sets.oneChangeAtATime();
    Instant now = clock.instant();
    RoutingRuleSet active = sets.active(now);
    int rules = copies.lastNumber(active);
    RoutingRuleSet draft =
        RoutingRuleSet.draft(sets.nextNumber(), wanted.title(), active, rules, now, caller.actor());
    sets.persistAndFlush(draft);
    copies.fill(draft, active, wanted, now);
    return RuleSetView.of(draft, now);
  }

  RuleSetView activate(UUID id, Instant wantedFrom) {
    sets.oneChangeAtATime();
    Instant now = clock.instant();
    Instant from = wantedFrom == null ? now : wantedFrom;
    if (from.isBefore(now)) {
      throw new Invalid("activeFrom", "in-past");
    }
    RoutingRuleSet former = sets.active(now);
    RoutingRuleSet set = sets.held(id).orElseThrow(() -> new NotFound("rule-set-not-found"));
    ifMatch.check(set.version());
    refuseInactiveUnits(set, from);
    sets.scheduled(now).filter(other -> !other.id().equals(id)).ifPresent(RoutingRuleSet::postpone);
    set.replace(former, copies.lastNumber(former), from, now);
    sets.flush();
    return RuleSetView.of(set, now);
  }

  private void refuseInactiveUnits(RoutingRuleSet set, Instant from) {
    List<String> inactive = copies.inactiveUnits(set, from);
    if (!inactive.isEmpty()) {
      throw new Conflict("rule-set-names-inactive-unit").with("unitCodes", inactive);
    }
  }
}
