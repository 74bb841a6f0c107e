package org.bihuan.inspection.inspection.trip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.bihuan.contract.FreeText;

/**
 * Where the focus of an inspection comes from (督查重点来源).
 *
 * @param reference which report, meeting, broadcast or week it was, in words or by its number, 1 to
 *     200 characters
 * @param datedOn day of it on the district's calendar, or {@code null}
 */
@Embeddable
public record FocusSource(
    @NotNull @Enumerated(EnumType.STRING) @Column(name = "focus_source_kind") FocusSourceKind kind,
    @NotBlank @Size(max = 200) @FreeText @Column(name = "focus_reference") String reference,
    @Column(name = "focus_dated_on") LocalDate datedOn) {}
