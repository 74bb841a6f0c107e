package org.bihuan.dispatch.reply;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An amount of money.
 *
 * @param amount as text, so that nobody rounds it: up to 12 digits and 2 decimals
 * @param currency ISO 4217
 */
public record Money(
    @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,2})?") String amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
