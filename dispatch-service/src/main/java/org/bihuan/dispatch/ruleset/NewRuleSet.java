package org.bihuan.dispatch.ruleset;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.bihuan.dispatch.routing.NewRoutingRule;

/**
 * A rule set to be: the active one with changes.
 *
 * @param title what is changed, at most 200 characters
 * @param removals numbers of the rules that it leaves out, at most 200, or {@code null} for none
 * @param additions rules that it adds, at most 200, or {@code null} for none
 */
public record NewRuleSet(
    @NotBlank @Size(min = 1, max = 200) String title,
    @Size(max = 200) List<@NotNull Integer> removals,
    @Size(max = 200) List<@NotNull @Valid NewRoutingRule> additions) {

  public NewRuleSet {
    removals = removals == null ? List.of() : removals;
    additions = additions == null ? List.of() : additions;
  }
}
