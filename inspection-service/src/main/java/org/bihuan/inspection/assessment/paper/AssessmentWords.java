package org.bihuan.inspection.assessment.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bihuan.inspection.assessment.AssessmentRow;
import org.bihuan.inspection.assessment.AssessmentStatus;
import org.bihuan.inspection.assessment.AssessmentView;
import org.bihuan.inspection.assessment.figure.Assessed;
import org.bihuan.inspection.assessment.ruling.DeductionKind;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.DistrictTime;

/** How papers of an assessment say things. */
final class AssessmentWords {

  /** A value that there is none of; never 100 %. */
  static final String NONE = "—";

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.ROOT).withZone(DistrictTime.ZONE);

  private AssessmentWords() {}

  static String month(AssessmentView shown) {
    return "%s年%d月"
        .formatted(shown.month().substring(0, 4), Integer.valueOf(shown.month().substring(5)));
  }

  static String of(Assessed assessed) {
    return assessed == Assessed.UNIT ? "责任单位" : "街道";
  }

  static String name(AssessmentRow row) {
    return row.unit() == null ? row.subdistrict().name() : row.unit().name();
  }

  /** A share such as 93.72% (911/972). */
  static String share(Figure figure) {
    return figure == null || figure.value() == null
        ? NONE
        : "%s%%\n%d/%d"
            .formatted(figure.value().toPlainString(), figure.numerator(), figure.denominator());
  }

  static String number(BigDecimal number) {
    return number == null ? NONE : number.toPlainString();
  }

  static String count(Figure figure) {
    return figure == null ? NONE : number(figure.value());
  }

  static String rank(AssessmentRow row) {
    return row.rank() == null ? NONE : String.valueOf(row.rank());
  }

  /** More with its sign, less with its own. */
  static String change(BigDecimal points) {
    return points == null ? NONE : (points.signum() > 0 ? "+" : "") + points.toPlainString();
  }

  static String kind(DeductionKind kind) {
    return switch (kind) {
      case FAILED_RECHECK -> "核查未通过";
      case REPEATED_FAILURE -> "三次以上未通过";
      case FALSE_REPLY -> "虚假整改";
      case SHIRKING -> "推诿";
    };
  }

  /** By which formula and until when (脚注). */
  static String footnote(AssessmentView shown) {
    return "公式版本：第%d版；数据截至：%s；%s"
        .formatted(
            shown.formula().version(),
            minute(shown.asOf()),
            shown.status() == AssessmentStatus.CLOSED ? "已封账" : "未封账");
  }

  static String minute(Instant moment) {
    return MINUTE.format(moment);
  }
}
