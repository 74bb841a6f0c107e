package org.bihuan.intake.ledger.verification;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.HexFormat;
import java.util.Optional;
import org.bihuan.contract.ledger.ChainPoint;
import org.bihuan.kit.refusal.Invalid;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** From where the chain is checked, and with which earlier head it is compared. */
public class VerificationQuestion {

  /** No chain comes near it, and every client can write it: the largest exact number of JSON. */
  private static final long LARGEST = 9_007_199_254_740_991L;

  /** Where a verification begins. */
  public enum VerificationStart {
    /** With the first entry. */
    START,
    /** After the newest entry that an earlier verification has found whole. */
    CHECKPOINT
  }

  @Parameter(
      description =
          "`START` (unless given) reckons every entry again. `CHECKPOINT` begins after the newest"
              + " entry that an earlier check has found whole; it does not look at what lies before.")
  @QueryParam("from")
  VerificationStart from;

  @Parameter(
      description =
          "Place of a head that was kept elsewhere, to be compared with the chain; with `hash`."
              + " One that lies before the checkpoint has everything checked from the start.")
  @QueryParam("sequence")
  @Min(1)
  @Max(LARGEST)
  Long sequence;

  @Parameter(description = "Hash of that head, 64 hexadecimal digits in lower case")
  @QueryParam("hash")
  @Pattern(regexp = "[0-9a-f]{64}")
  String hash;

  boolean fromCheckpoint() {
    return from == VerificationStart.CHECKPOINT;
  }

  /**
   * The head to compare with, if one was given.
   *
   * @throws Invalid when one half of it is missing
   */
  Optional<ChainPoint> keptHead() {
    if (sequence == null && hash == null) {
      return Optional.empty();
    }
    if (sequence == null || hash == null) {
      throw new Invalid(sequence == null ? "sequence" : "hash", "kept-head-incomplete");
    }
    return Optional.of(new ChainPoint(sequence, HexFormat.of().parseHex(hash)));
  }
}
