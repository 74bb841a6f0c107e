package org.bihuan.dispatch.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A campaign (攻坚行动) that there was not so far, such as 187攻坚 [brief].
 *
 * @param code 2 to 40 capital letters, digits and underscores, which no other has
 * @param name 1 to 60 characters, which no other has
 * @param mechanismCode code or name of the mechanism under which it is run, or {@code null} when it
 *     goes across several
 * @param categories codes or names of the categories of problems that it is about, 1 to 50
 * @param from first day
 * @param to last day, not before the first
 * @param target how many problems are to be solved (“187”), 1 to 100000
 */
public record NewCampaign(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
    @NotNull @Size(min = 1, max = 60) String name,
    @Size(min = 1, max = 60) String mechanismCode,
    @NotNull @Size(min = 1, max = 50) List<@NotNull @Size(min = 1, max = 60) String> categories,
    @NotNull LocalDate from,
    @NotNull LocalDate to,
    @NotNull @Min(1) @Max(100000) Integer target) {

  /** The same as the state that it is to have. */
  CampaignChange asChange() {
    return new CampaignChange(name, mechanismCode, categories, from, to, target);
  }
}
