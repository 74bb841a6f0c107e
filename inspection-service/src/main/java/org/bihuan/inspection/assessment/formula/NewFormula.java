package org.bihuan.inspection.assessment.formula;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.bihuan.kit.time.Month;

/**
 * The next version of the formula.
 *
 * @param fromMonth first month it is for, {@code yyyy-MM}; neither it nor a later one is closed
 * @param weights what counts how much; together 1
 * @param points how many points are taken off for what
 * @param multiplier how many times what media or leaders found is deducted, 1 to 10
 * @param fewestDue who has fewer items due is listed, but not ranked; 1 to 1000
 * @param reason why, 1 to 1000 characters
 */
public record NewFormula(
    @NotNull @Pattern(regexp = Month.FORM, message = "month") String fromMonth,
    @NotNull @Valid Weights weights,
    @NotNull @Valid Points points,
    @NotNull @DecimalMin("1") @DecimalMax("10") @Digits(integer = 2, fraction = 2)
        BigDecimal multiplier,
    @NotNull @Min(1) @Max(1000) Integer fewestDue,
    @NotBlank @Size(max = 1000) String reason) {}
