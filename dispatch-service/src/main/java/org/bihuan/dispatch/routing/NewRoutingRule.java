package org.bihuan.dispatch.routing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.bihuan.contract.SourceKind;

/**
 * A routing rule to be.
 *
 * @param categoryCode category of problems, as intake-service names it
 * @param subdistrictCode nine digits, or {@code null} for the whole district
 * @param communityCode twelve digits, only with its sub-district; {@code null} for all of it
 * @param sourceKind source of the problems it is for, or {@code null} for all
 * @param leadUnitCode code, name or alias of the unit that answers
 * @param jointUnitCodes units that help, at most 20, or {@code null} for none
 * @param validFrom first moment, not in the past; now when {@code null}
 * @param validTo first moment at which it no longer holds, or {@code null}
 */
public record NewRoutingRule(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String categoryCode,
    @Pattern(regexp = "[0-9]{9}") String subdistrictCode,
    @Pattern(regexp = "[0-9]{12}") String communityCode,
    SourceKind sourceKind,
    @NotBlank @Size(min = 1, max = 60) String leadUnitCode,
    @Size(max = 20) List<@NotBlank @Size(min = 1, max = 60) String> jointUnitCodes,
    Instant validFrom,
    Instant validTo) {

  public NewRoutingRule {
    jointUnitCodes = jointUnitCodes == null ? List.of() : jointUnitCodes;
  }
}
