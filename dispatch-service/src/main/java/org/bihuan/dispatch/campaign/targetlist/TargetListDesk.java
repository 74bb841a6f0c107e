package org.bihuan.dispatch.campaign.targetlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.campaign.Campaigns;
import org.bihuan.dispatch.campaign.point.CampaignPoints;
import org.bihuan.dispatch.campaign.point.PointPlaces;
import org.bihuan.dispatch.campaign.point.PointTerms;
import org.bihuan.kit.sheet.ImportReport;
import org.bihuan.kit.sheet.ImportRequest;
import org.bihuan.kit.sheet.ImportTally;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.sheet.SheetImports;
import org.bihuan.kit.sheet.SheetTable;

/** Imports the target lists of campaigns: all of a list, or nothing when a row is wrong. */
@ApplicationScoped
@Transactional
public class TargetListDesk {

  private final Campaigns campaigns;
  private final CampaignPoints points;
  private final PointPlaces places;
  private final SheetImports imports;

  TargetListDesk(
      Campaigns campaigns, CampaignPoints points, PointPlaces places, SheetImports imports) {
    this.campaigns = campaigns;
    this.points = points;
    this.places = places;
    this.imports = imports;
  }

  /**
   * Stores what the list says, or tries it out.
   *
   * @throws org.bihuan.kit.refusal.Invalid with all that is wrong
   */
  ImportReport run(UUID campaignId, Sheet sheet, ImportRequest request) {
    return imports.run(sheet, TargetListSheet.COLUMNS, request, table -> work(campaignId, table));
  }

  private ImportTally work(UUID campaignId, SheetTable table) {
    Campaign campaign = campaigns.open(campaignId);
    TargetListImport work = new TargetListImport(campaignId, points.heldOf(campaignId));
    Names names = new Names(new HashMap<>(), new HashMap<>());
    // All names are looked up before a record is touched, so that no look-up writes one.
    List<Wanted> rows = new ArrayList<>();
    for (SheetTable.Line line : table.lines()) {
      TargetListSheet.read(line)
          .ifPresent(
              row ->
                  terms(campaign, line, row, names)
                      .ifPresent(terms -> rows.add(new Wanted(line, row, terms))));
    }
    rows.forEach(wanted -> work.take(wanted.line(), wanted.row(), wanted.terms()));
    if (table.isFaultless()) {
      points.persist(work.created());
      points.flush();
    }
    return work.tally();
  }

  /** A row with what its names led to. */
  private record Wanted(SheetTable.Line line, TargetListSheet.Row row, PointTerms terms) {}

  /** What names of the sheet led to, so that each is looked up once. */
  private record Names(
      Map<String, Optional<String>> subdistricts, Map<String, Optional<String>> categories) {}

  private Optional<PointTerms> terms(
      Campaign campaign, SheetTable.Line line, TargetListSheet.Row row, Names names) {
    Optional<String> subdistrict =
        names.subdistricts().computeIfAbsent(row.subdistrict(), places::subdistrict);
    Optional<String> category =
        names.categories().computeIfAbsent(row.category(), places::category);
    if (subdistrict.isEmpty()) {
      line.fault(TargetListSheet.SUBDISTRICT, places.faultOfSubdistrict());
    }
    places
        .faultOfCategory(campaign, category.orElse(null))
        .ifPresent(fault -> line.fault(TargetListSheet.CATEGORY, fault));
    places.faultOfUnit(row.unit()).ifPresent(fault -> line.fault(TargetListSheet.UNIT, fault));
    if (line.isFaulty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PointTerms(
            row.address(),
            row.placeName(),
            subdistrict.orElseThrow(),
            category.orElseThrow(),
            row.keyArea(),
            places.unit(row.unit()),
            row.unit() == null));
  }
}
