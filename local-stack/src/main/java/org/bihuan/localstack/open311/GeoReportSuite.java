package org.bihuan.localstack.open311;

import java.util.List;

/**
 * What an endpoint must do to speak GeoReport v2, clause by clause. Each assertion is looked at in
 * XML and in JSON.
 */
public final class GeoReportSuite {

  private GeoReportSuite() {}

  /** Every assertion, in the order of the standard. */
  public static List<Assertion> assertions() {
    ClauseTable table = new ClauseTable();
    CatalogueClauses.addTo(table);
    ReportClauses.addTo(table);
    RequestClauses.addTo(table);
    HostileInput.addTo(table);
    return table.assertions();
  }
}
