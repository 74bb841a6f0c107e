package org.bihuan.intake.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.time.Week;

/**
 * What is said of a source of each kind [ours, from the basis (督办依据) that stands on an order: kind,
 * day and reference]. Nothing has to be said, but what is said must be enough to find the source.
 */
public final class SourcePolicy {

  private static final String REFERENCE = "reference";
  private static final String TITLE = "title";
  private static final String HELD_ON = "heldOn";
  private static final String OUTLET = "outlet";
  private static final String PUBLISHED_ON = "publishedOn";
  private static final String WEEK = "week";
  private static final String DUE_ON = "dueOn";

  private static final Map<SourceKind, Form> FORMS =
      Map.of(
          SourceKind.MEDIA_EXPOSURE,
          new Form(Set.of(OUTLET, PUBLISHED_ON), Set.of(TITLE, REFERENCE, "link")),
          SourceKind.CITY_COVERT_CHECK,
          new Form(Set.of(HELD_ON, REFERENCE), Set.of(TITLE)),
          SourceKind.CITY_MEETING,
          new Form(Set.of(TITLE, HELD_ON), Set.of(REFERENCE)),
          SourceKind.WEEKLY_KEY_TASK,
          new Form(Set.of(WEEK, TITLE, DUE_ON), Set.of(REFERENCE)),
          SourceKind.LEADER_ON_SITE,
          new Form(Set.of(HELD_ON), Set.of(TITLE, REFERENCE)));

  private SourcePolicy() {}

  /**
   * Which fields a kind of source has.
   *
   * @param required those without which it would not be found
   */
  private record Form(Set<String> required, Set<String> optional) {

    boolean has(String field) {
      return required.contains(field) || optional.contains(field);
    }
  }

  /**
   * All that is wrong with what is said of a source.
   *
   * @param today on the district's calendar: what has been published or held is not to come
   */
  public static List<FieldError> faults(SourceKind kind, SourceDetails source, LocalDate today) {
    Form form = FORMS.get(kind);
    if (form == null) {
      return List.of(new FieldError("source", "source-not-of-kind"));
    }
    List<FieldError> faults = new ArrayList<>();
    values(source)
        .forEach(
            (field, value) -> {
              if (value == null && form.required().contains(field)) {
                faults.add(fault(field, "required"));
              } else if (value != null && !form.has(field)) {
                faults.add(fault(field, "source-not-of-kind"));
              }
            });
    refuseToCome(HELD_ON, source.heldOn(), today, faults);
    refuseToCome(PUBLISHED_ON, source.publishedOn(), today, faults);
    if (source.week() != null && !isWeek(source.week())) {
      faults.add(fault(WEEK, "week"));
    }
    return faults;
  }

  private static void refuseToCome(
      String field, LocalDate day, LocalDate today, List<FieldError> faults) {
    if (day != null && day.isAfter(today)) {
      faults.add(fault(field, "in-the-future"));
    }
  }

  /** Not each year has a week 53. */
  private static boolean isWeek(String week) {
    try {
      Week.read(week);
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static FieldError fault(String field, String code) {
    return new FieldError("source." + field, code);
  }

  private static Map<String, Object> values(SourceDetails source) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(REFERENCE, source.reference());
    values.put(TITLE, source.title());
    values.put(HELD_ON, source.heldOn());
    values.put(OUTLET, source.outlet());
    values.put(PUBLISHED_ON, source.publishedOn());
    values.put("link", source.link());
    values.put(WEEK, source.week());
    values.put(DUE_ON, source.dueOn());
    return values;
  }
}
