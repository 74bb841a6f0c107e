package org.bihuan.inspection.bulletin;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.contract.InspectionMethod;
import org.bihuan.contract.InspectionTier;
import org.bihuan.inspection.actor.ParticipantView;
import org.bihuan.inspection.inspection.trip.FocusSource;
import org.bihuan.inspection.inspection.trip.FocusSourceKind;
import org.bihuan.kit.time.DistrictTime;

/** How bulletins say things. */
final class BulletinWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA).withZone(DistrictTime.ZONE);

  private BulletinWords() {}

  /** A day as 2026年11月29日. */
  static String day(TemporalAccessor day) {
    return DAY.format(day);
  }

  /** The day of a moment on the district's calendar. */
  static String dayOf(Instant moment) {
    return day(DistrictTime.day(moment));
  }

  /** A moment as 2026年11月29日 19:05, nothing for {@code null}. */
  static String minute(Instant moment) {
    return moment == null ? "" : MINUTE.format(moment);
  }

  static String tier(InspectionTier tier) {
    return switch (tier) {
      case FRONTLINE -> "一线督查";
      case LINE -> "线上督查";
      case AREA -> "面上督查";
    };
  }

  static String method(InspectionMethod method) {
    return switch (method) {
      case UNANNOUNCED -> "四不两直";
      case ANNOUNCED -> "通知督查";
      case FIELD_STUDY -> "实地调研";
      case COVERT -> "暗访";
      case DESK -> "书面督查";
    };
  }

  static String source(FocusSourceKind kind) {
    return switch (kind) {
      case CITY_COVERT_CHECK -> "市暗访";
      case CITY_MEETING -> "市级会议";
      case MEDIA_EXPOSURE -> "媒体曝光";
      case WEEKLY_KEY_TASK -> "重点工作任务每周完成情况";
    };
  }

  /** The focus with where it comes from: 农贸市场（媒体曝光，某节目，2026年11月23日）. */
  static String focus(String focus, FocusSource source) {
    if (source == null) {
      return plain(focus);
    }
    String day = source.datedOn() == null ? null : day(source.datedOn());
    return plain(focus) + "（" + joined("，", source(source.kind()), source.reference(), day) + "）";
  }

  /** Units and who came for them. */
  static String participants(List<ParticipantView> participants) {
    return participants.stream()
        .map(one -> one.unit().name() + (one.person() == null ? "" : "（" + one.person() + "）"))
        .collect(Collectors.joining("、"));
  }

  static String plain(String text) {
    return text == null ? "" : text;
  }

  /** Those of the texts that say something. */
  static String joined(String between, String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(between));
  }
}
