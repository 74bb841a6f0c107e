package org.bihuan.dispatch.batch;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Drafts to be issued together.
 *
 * @param draftIds 1 to 50, each once; they get their numbers in this order
 * @param dryRun whether it is only said what would be issued; {@code null} is no
 */
public record DraftBatch(
    @NotNull @Size(min = 1, max = 50) List<@NotNull UUID> draftIds, Boolean dryRun) {

  boolean onlyTries() {
    return Boolean.TRUE.equals(dryRun);
  }
}
