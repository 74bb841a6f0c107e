package org.bihuan.dispatch.organisation.duty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.district.WorkLines;
import org.bihuan.kit.paging.CodeList;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Reads what a new duty is about, each kind with the fields that belong to it and no other. */
@ApplicationScoped
class ChargeReading {

  private final WorkLines lines;
  private final FrontlineGroups groups;
  private final Subdistricts subdistricts;

  ChargeReading(WorkLines lines, FrontlineGroups groups, Subdistricts subdistricts) {
    this.lines = lines;
    this.groups = groups;
    this.subdistricts = subdistricts;
  }

  /**
   * What {@code wanted} is about, without a seat.
   *
   * @throws Invalid with all that is wrong
   */
  Duty.Charge of(NewDuty wanted) {
    List<FieldError> faults = new ArrayList<>();
    DutyKind kind = wanted.kind();
    refuseHolder(wanted, faults);
    String line = code("lineCode", wanted.lineCode(), kind == DutyKind.LINE, lines, faults);
    String group =
        code("groupCode", wanted.groupCode(), kind == DutyKind.FRONTLINE_GROUP, groups, faults);
    String area =
        code(
            "subdistrictCode",
            wanted.subdistrictCode(),
            kind == DutyKind.AREA,
            subdistricts,
            faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new Duty.Charge(kind, null, line, group, area);
  }

  private static void refuseHolder(NewDuty wanted, List<FieldError> faults) {
    if (wanted.bodyCode() != null && wanted.kind() != DutyKind.AREA) {
      faults.add(new FieldError("bodyCode", "not-of-this-kind"));
    } else if (wanted.leaderCode() == null && wanted.bodyCode() == null) {
      faults.add(new FieldError("leaderCode", "required"));
    } else if (wanted.leaderCode() != null && wanted.bodyCode() != null) {
      faults.add(new FieldError("bodyCode", "one-holder"));
    }
  }

  private static String code(
      String field, String text, boolean belongs, CodeList list, List<FieldError> faults) {
    if (belongs && text == null) {
      faults.add(new FieldError(field, "required"));
    }
    if (text == null) {
      return null;
    }
    if (!belongs) {
      faults.add(new FieldError(field, "not-of-this-kind"));
      return null;
    }
    String code = list.codeOf(text).orElse(null);
    if (code == null) {
      faults.add(new FieldError(field, list.fault()));
    }
    return code;
  }
}
