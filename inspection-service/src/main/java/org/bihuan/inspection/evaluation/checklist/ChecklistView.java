package org.bihuan.inspection.evaluation.checklist;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.kit.web.Versioned;

/**
 * A checklist of a type of places.
 *
 * @param placeTypeCode type of places that it is for
 * @param placeTypeName what that is called
 * @param number from 1 for each type; the highest one is used by new evaluations
 * @param itemCount how many items it has
 * @param createdAt when it was made
 * @param createdBy who made it
 * @param items what is looked at, item 1 first; absent in lists
 */
public record ChecklistView(
    @NotNull UUID id,
    @NotNull String placeTypeCode,
    @NotNull String placeTypeName,
    int number,
    int itemCount,
    @NotNull Instant createdAt,
    @NotNull Actor createdBy,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<ChecklistItem> items)
    implements Versioned {

  static ChecklistView of(Checklist checklist) {
    return of(checklist, null);
  }

  static ChecklistView whole(Checklist checklist) {
    return of(checklist, checklist.items());
  }

  private static ChecklistView of(Checklist checklist, List<ChecklistItem> items) {
    return new ChecklistView(
        checklist.id(),
        checklist.placeTypeCode(),
        checklist.placeTypeName(),
        checklist.number(),
        checklist.items().size(),
        checklist.createdAt(),
        checklist.createdBy(),
        items);
  }

  /** It never changes. */
  @Override
  @JsonIgnore
  public long version() {
    return 0;
  }
}
