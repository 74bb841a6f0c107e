package org.bihuan.inspection.evaluation.checklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The next checklist of a type of places.
 *
 * @param placeTypeCode type of places; a new one begins with its first checklist
 * @param placeTypeName what it is called from now on, 1 to 100 characters
 * @param items what is looked at, in this order, 1 to 500 items
 */
public record NewChecklist(
    @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String placeTypeCode,
    @NotBlank @Size(max = 100) String placeTypeName,
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid ChecklistItem> items) {}
