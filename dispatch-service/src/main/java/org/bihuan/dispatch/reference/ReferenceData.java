package org.bihuan.dispatch.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.SourceKind;
import org.bihuan.contract.UnitKind;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.RecipientKind;
import org.bihuan.dispatch.routing.RoutingRule;
import org.bihuan.dispatch.routing.RoutingScope;
import org.bihuan.dispatch.sameday.SameDayRule;
import org.bihuan.dispatch.sla.LimitKind;
import org.bihuan.dispatch.sla.SlaPolicy;
import org.bihuan.dispatch.sla.calendar.CalendarDay;
import org.bihuan.dispatch.sla.calendar.Counting;
import org.bihuan.dispatch.sla.calendar.OfficeHours;
import org.bihuan.dispatch.unit.Unit;

/** What the files of reference data say. */
@ApplicationScoped
class ReferenceData {

  private final ReferenceFiles files;
  private final ObjectMapper json;

  ReferenceData(ReferenceFiles files, ObjectMapper json) {
    this.files = files;
    this.json = json;
  }

  /**
   * A line of {@code units.json}; all but code and name may be missing.
   *
   * @param kind what it is to the district; one with a parent is a sub-unit, if nothing else is
   *     said
   * @param fallback whether what no rule gives to a unit waits at this one (兜底单位)
   */
  record UnitLine(
      String code,
      String name,
      List<String> aliases,
      String parentCode,
      String phone,
      boolean fallback,
      UnitKind kind) {

    Unit.Details details() {
      List<String> names = aliases == null ? List.of() : aliases;
      UnitKind usual = parentCode == null ? UnitKind.DISTRICT_UNIT : UnitKind.SUB_UNIT;
      return new Unit.Details(
          name, new TreeSet<>(names), parentCode, phone, true, kind == null ? usual : kind);
    }
  }

  /** A line of {@code leading-bodies.json}. */
  record LeadingBodyLine(String code, String name) {}

  /** A line of {@code frontline-groups.json}. */
  record FrontlineGroupLine(String code, String name, String subdistrictCode) {}

  /** A line of {@code work-lines.json}. */
  record WorkLineLine(String code, String name) {}

  /** A line of {@code routing-rules.json}; place, source, joint units and end may be missing. */
  record RoutingRuleLine(
      String categoryCode,
      String subdistrictCode,
      String communityCode,
      SourceKind sourceKind,
      String leadUnitCode,
      List<String> jointUnitCodes,
      Instant validFrom,
      Instant validTo) {

    RoutingRule.Terms terms() {
      List<String> joint = jointUnitCodes == null ? List.of() : jointUnitCodes;
      return new RoutingRule.Terms(
          new RoutingScope(categoryCode, subdistrictCode, communityCode, sourceKind),
          leadUnitCode,
          joint,
          validFrom,
          validTo);
    }
  }

  /**
   * A line of {@code sla-policies.json}; a line without a kind limits the time of a unit, one
   * without a counting counts every hour.
   */
  record SlaPolicyLine(
      LimitKind kind,
      DeadlineClass deadlineClass,
      Counting counting,
      Duration limit,
      BigDecimal warnAt,
      BigDecimal reworkShare,
      Duration returnWindow,
      Duration acknowledgeWithin,
      Instant validFrom) {

    SlaPolicy.Terms terms() {
      LimitKind limited = kind == null ? LimitKind.RECTIFICATION : kind;
      return new SlaPolicy.Terms(
              limited,
              deadlineClass,
              counting == null ? Counting.NATURAL_HOURS : counting,
              limit,
              warnAt,
              reworkShare,
              returnWindow,
              acknowledgeWithin,
              validFrom)
          .withUsualWindows();
    }
  }

  /** A line of {@code duty-clauses.json}; category and unit may be missing. */
  record DutyClauseLine(String code, String text, String categoryCode, String unitCode) {}

  /** A line of {@code same-day-rules.json}. */
  record SameDayLine(SourceKind sourceKind, Duration warnBefore) {

    SameDayRule rule() {
      return SameDayRule.of(sourceKind, warnBefore);
    }
  }

  /** An entry of {@code calendars.json}. */
  record CalendarLine(int year, List<OfficeHours> officeHours, List<CalendarDay> days) {}

  List<CalendarLine> calendars() {
    return List.of(read("calendars.json", CalendarLine[].class));
  }

  /** A line of {@code mechanisms.json}. */
  record MechanismLine(String code, String name) {}

  /** A line of {@code notification-rules.json}; channels beside the inbox may be missing. */
  record NotificationRuleLine(
      NotificationKind kind, List<RecipientKind> recipients, List<Channel> channels) {

    List<Channel> furtherChannels() {
      return channels == null ? List.of() : channels;
    }
  }

  /** A line of {@code line-categories.json}. */
  record LineCategoryLine(String lineCode, List<String> categoryCodes) {}

  List<UnitLine> units() {
    List<UnitLine> lines = List.of(read("units.json", UnitLine[].class));
    if (lines.stream().filter(UnitLine::fallback).count() > 1) {
      throw new IllegalStateException("units.json names more than one fallback unit");
    }
    return lines;
  }

  List<LeadingBodyLine> leadingBodies() {
    return List.of(read("leading-bodies.json", LeadingBodyLine[].class));
  }

  List<FrontlineGroupLine> frontlineGroups() {
    return List.of(read("frontline-groups.json", FrontlineGroupLine[].class));
  }

  List<WorkLineLine> workLines() {
    return List.of(read("work-lines.json", WorkLineLine[].class));
  }

  List<RoutingRuleLine> routingRules() {
    return List.of(read("routing-rules.json", RoutingRuleLine[].class));
  }

  /** Categories in which what nobody owns goes to the fallback unit. */
  List<String> fallbackCategories() {
    return List.of(read("fallback-categories.json", String[].class));
  }

  List<SlaPolicyLine> slaPolicies() {
    return List.of(read("sla-policies.json", SlaPolicyLine[].class));
  }

  /** Sources whose problems have to be on an order the day they are filed. */
  List<SameDayLine> sameDayRules() {
    return List.of(read("same-day-rules.json", SameDayLine[].class));
  }

  List<DutyClauseLine> dutyClauses() {
    return List.of(read("duty-clauses.json", DutyClauseLine[].class));
  }

  List<MechanismLine> mechanisms() {
    return List.of(read("mechanisms.json", MechanismLine[].class));
  }

  List<NotificationRuleLine> notificationRules() {
    return List.of(read("notification-rules.json", NotificationRuleLine[].class));
  }

  List<LineCategoryLine> lineCategories() {
    return List.of(read("line-categories.json", LineCategoryLine[].class));
  }

  private <T> T read(String file, Class<T> type) {
    try (InputStream stream = open(file)) {
      return json.readValue(stream, type);
    } catch (IOException e) {
      throw new IllegalStateException("reference data " + file + " cannot be read", e);
    }
  }

  private InputStream open(String file) throws IOException {
    if (files.directory().isPresent()) {
      Path path = files.directory().get().resolve(file);
      return Files.newInputStream(path);
    }
    return Thread.currentThread().getContextClassLoader().getResourceAsStream("reference/" + file);
  }
}
