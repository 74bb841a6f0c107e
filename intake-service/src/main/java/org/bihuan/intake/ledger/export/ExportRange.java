package org.bihuan.intake.ledger.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stretch of the chain is exported. */
public class ExportRange {

  /** The largest exact number of JSON; no chain comes near it. */
  private static final long LARGEST = 9_007_199_254_740_991L;

  @Parameter(description = "Place of the first entry; 1 unless given")
  @QueryParam("fromSequence")
  @Min(1)
  @Max(LARGEST)
  Long fromSequence;

  @Parameter(description = "Place of the last entry; the newest unless given")
  @QueryParam("toSequence")
  @Min(1)
  @Max(LARGEST)
  Long toSequence;

  /**
   * The stretch, as far as the chain goes.
   *
   * @param newest place of the newest entry
   * @throws Invalid {@code range-empty} when it begins after its end or that of the chain
   */
  Range within(long newest) {
    long from = fromSequence == null ? 1 : fromSequence;
    long to = toSequence == null ? newest : Math.min(toSequence, newest);
    if (from > to && from > 1) {
      throw new Invalid("fromSequence", "range-empty");
    }
    return new Range(from, to, to < newest);
  }

  /**
   * Places of the first and the last entry, of which there are none when these are exchanged.
   *
   * @param endsEarly whether it was asked to end before the newest entry
   */
  record Range(long from, long to, boolean endsEarly) {}
}
