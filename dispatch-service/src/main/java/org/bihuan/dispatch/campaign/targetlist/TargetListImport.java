package org.bihuan.dispatch.campaign.targetlist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.dispatch.campaign.point.CampaignPoint;
import org.bihuan.dispatch.campaign.point.PointPlan;
import org.bihuan.dispatch.campaign.point.PointTerms;
import org.bihuan.dispatch.reply.Money;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.SheetTable.Line;

/**
 * Works out what a target list changes. A point is known by its number. Where somebody was already,
 * the list says no longer where or what it is; a plan can be another until work begins. What is not
 * on the list stays.
 */
final class TargetListImport {

  private final UUID campaignId;
  private final Map<String, CampaignPoint> known;
  private final Set<String> seen = new HashSet<>();
  private final List<CampaignPoint> created = new ArrayList<>();
  private int changed;
  private int unchanged;

  TargetListImport(UUID campaignId, List<CampaignPoint> known) {
    this.campaignId = campaignId;
    this.known =
        known.stream()
            .collect(Collectors.toMap(CampaignPoint::number, p -> p, (a, b) -> a, HashMap::new));
  }

  /** Takes a row whose names lead to what {@code terms} says. */
  void take(Line line, TargetListSheet.Row row, PointTerms terms) {
    if (!seen.add(row.number())) {
      line.fault(TargetListSheet.NUMBER, "row-repeated");
      return;
    }
    CampaignPoint point = known.get(row.number());
    if (point == null) {
      created.add(CampaignPoint.of(campaignId, row.number(), terms, row.plan()));
    } else {
      meet(line, point, terms, row.plan());
    }
  }

  private void meet(Line line, CampaignPoint point, PointTerms terms, PointPlan plan) {
    boolean moved = !point.terms().isSame(terms);
    boolean replanned = plan != null && !isSame(point.plan(), plan);
    if (moved && !point.isCorrectable()) {
      line.fault(TargetListSheet.NUMBER, "point-surveyed");
    } else if (replanned && !point.isPlannable()) {
      line.fault(TargetListSheet.MEASURES, "point-not-plannable");
    } else if (moved || replanned) {
      change(point, moved ? terms : null, replanned ? plan : null);
    } else {
      unchanged++;
    }
  }

  private void change(CampaignPoint point, PointTerms terms, PointPlan plan) {
    if (terms != null) {
      point.correct(terms);
    }
    if (plan != null) {
      point.plan(plan);
    }
    changed++;
  }

  /** An amount is the same however many of its decimals are written. */
  private static boolean isSame(PointPlan before, PointPlan after) {
    return before != null
        && before.measures().equals(after.measures())
        && Objects.equals(before.responsiblePerson(), after.responsiblePerson())
        && before.dueOn().equals(after.dueOn())
        && Money.isSame(before.costEstimate(), after.costEstimate());
  }

  List<CampaignPoint> created() {
    return created;
  }

  ImportTally tally() {
    return new ImportTally(created.size(), 0, changed, unchanged);
  }
}
