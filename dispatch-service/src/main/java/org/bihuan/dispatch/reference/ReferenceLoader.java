package org.bihuan.dispatch.reference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bihuan.dispatch.campaign.mechanism.Mechanism;
import org.bihuan.dispatch.district.LineCategory;
import org.bihuan.dispatch.district.WorkLine;
import org.bihuan.dispatch.notification.recipient.NotificationRule;
import org.bihuan.dispatch.organisation.duty.FrontlineGroup;
import org.bihuan.dispatch.organisation.leader.LeadingBody;
import org.bihuan.dispatch.routing.clause.DutyClause;
import org.bihuan.dispatch.sameday.SameDayRules;
import org.bihuan.dispatch.sla.SlaPolicies;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CalendarYear;
import org.bihuan.dispatch.unit.Unit;
import org.bihuan.dispatch.unit.Units;
import org.bihuan.kit.outbox.Outbox;

/**
 * Brings units, work lines with their categories, duty clauses, mechanisms, leading bodies,
 * frontline groups, notification rules, routing rules, SLA policies, same-day rules and calendars
 * up to the files at every start, before the first event is read. A unit or calendar edited by hand
 * stays as it is; rules and policies are only ever added, each from its first moment on; which unit
 * is the fallback and which sources have to be ordered the same day the files alone say; nothing
 * that has left a file is removed.
 */
@ApplicationScoped
class ReferenceLoader {

  private final ReferenceData data;
  private final Units units;
  private final RoutingLoader routing;
  private final SlaPolicies slaPolicies;
  private final SameDayRules sameDayRules;
  private final Outbox outbox;

  ReferenceLoader(
      ReferenceData data,
      Units units,
      RoutingLoader routing,
      SlaPolicies slaPolicies,
      SameDayRules sameDayRules,
      Outbox outbox) {
    this.data = data;
    this.units = units;
    this.routing = routing;
    this.slaPolicies = slaPolicies;
    this.sameDayRules = sameDayRules;
    this.outbox = outbox;
  }

  void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
    QuarkusTransaction.requiringNew().run(this::bringUpToDate);
  }

  private void bringUpToDate() {
    oneReplicaAtATime();
    loadUnits();
    loadWorkLines();
    loadLeadingBodies();
    loadFrontlineGroups();
    loadDutyClauses();
    loadCalendars();
    loadMechanisms();
    loadNotificationRules();
    loadLineCategories();
    routing.load(data);
    sameDayRules.replaceBy(
        data.sameDayRules().stream().map(ReferenceData.SameDayLine::rule).toList());
    data.slaPolicies().stream().map(ReferenceData.SlaPolicyLine::terms).forEach(this::add);
  }

  private void oneReplicaAtATime() {
    units
        .getEntityManager()
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('reference-data'))")
        .getResultList();
  }

  private void loadUnits() {
    Map<String, Unit> known =
        units.withAliases().stream().collect(Collectors.toMap(Unit::code, Function.identity()));
    Set<String> fallback =
        data.units().stream()
            .filter(ReferenceData.UnitLine::fallback)
            .map(ReferenceData.UnitLine::code)
            .collect(Collectors.toSet());
    known.values().stream()
        .filter(unit -> !fallback.contains(unit.code()))
        .forEach(unit -> unit.beFallback(false));
    // There is one at a time, so the former one goes before the next one comes.
    units.flush();
    for (ReferenceData.UnitLine line : data.units()) {
      Unit unit = known.get(line.code());
      if (unit == null) {
        unit = Unit.of(line.code(), line.details());
        units.persist(unit);
        outbox.announce(unit.published());
      } else if (unit.follow(line.details())) {
        outbox.announce(unit.published());
      }
      unit.beFallback(line.fallback());
    }
  }

  private void loadWorkLines() {
    int position = 0;
    for (ReferenceData.WorkLineLine line : data.workLines()) {
      position++;
      units.getEntityManager().merge(WorkLine.of(line.code(), line.name(), position));
    }
  }

  private void loadDutyClauses() {
    int position = 0;
    for (ReferenceData.DutyClauseLine line : data.dutyClauses()) {
      position++;
      DutyClause clause =
          DutyClause.of(line.code(), line.text(), line.categoryCode(), line.unitCode(), position);
      units.getEntityManager().merge(clause);
    }
  }

  private void loadCalendars() {
    for (ReferenceData.CalendarLine line : data.calendars()) {
      EntityManager session = units.getEntityManager();
      CalendarYear calendar = session.find(CalendarYear.class, line.year());
      if (calendar == null) {
        calendar = CalendarYear.of(line.year());
        session.persist(calendar);
      }
      calendar.follow(line.officeHours(), line.days());
    }
  }

  private void loadMechanisms() {
    int position = 0;
    for (ReferenceData.MechanismLine line : data.mechanisms()) {
      position++;
      units.getEntityManager().merge(Mechanism.of(line.code(), line.name(), position));
    }
  }

  private void loadNotificationRules() {
    int position = 0;
    for (ReferenceData.NotificationRuleLine line : data.notificationRules()) {
      position++;
      NotificationRule rule =
          NotificationRule.of(line.kind(), line.recipients(), line.furtherChannels(), position);
      units.getEntityManager().merge(rule);
    }
  }

  private void loadLineCategories() {
    for (ReferenceData.LineCategoryLine line : data.lineCategories()) {
      line.categoryCodes()
          .forEach(
              category ->
                  units.getEntityManager().merge(LineCategory.of(category, line.lineCode())));
    }
  }

  private void loadLeadingBodies() {
    int position = 0;
    for (ReferenceData.LeadingBodyLine line : data.leadingBodies()) {
      position++;
      units.getEntityManager().merge(LeadingBody.of(line.code(), line.name(), position));
    }
  }

  private void loadFrontlineGroups() {
    int position = 0;
    for (ReferenceData.FrontlineGroupLine line : data.frontlineGroups()) {
      position++;
      units
          .getEntityManager()
          .merge(FrontlineGroup.of(line.code(), line.name(), line.subdistrictCode(), position));
    }
  }

  private void add(SlaPolicy.Terms terms) {
    if (!slaPolicies.exists(terms)) {
      slaPolicies.add(terms);
    }
  }
}
