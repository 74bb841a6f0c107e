package org.bihuan.intake.category;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.contract.DeadlineClass;

/**
 * All of a category but its code.
 *
 * @param parentCode group of the tree it stands under
 * @param name in Chinese, 1 to 50 characters
 * @param englishName name in English, 1 to 100 characters
 * @param deadlineClass limit class of its problems
 * @param unitCode unit that usually mends it; the routing rules decide
 * @param example what belongs to it, at most 200 characters
 * @param counterExample what does not, and where it belongs, at most 200 characters
 * @param validFrom first day on which something can be filed under it; always when missing
 * @param validUntil first day on which nothing can any more; after {@code validFrom}
 * @param automaticFiling whether anything is filed under it without a hand
 * @param filingThreshold least likelihood with which a suggestion files itself, 0 to 1
 * @param keywords words by which a text is recognised as of it, at most 100 of 1 to 20 characters
 * @param active {@code false} retires it
 */
public record CategoryTerms(
    @NotBlank @Size(max = 40) String parentCode,
    @NotBlank @Size(max = 50) String name,
    @NotBlank @Size(max = 100) String englishName,
    @NotNull DeadlineClass deadlineClass,
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String unitCode,
    @Size(min = 1, max = 200) String example,
    @Size(min = 1, max = 200) String counterExample,
    LocalDate validFrom,
    LocalDate validUntil,
    @NotNull Boolean automaticFiling,
    @NotNull @DecimalMin("0") @DecimalMax("1") Double filingThreshold,
    @NotNull @Size(max = 100) List<@NotBlank @Size(max = 20) String> keywords,
    @NotNull Boolean active) {}
