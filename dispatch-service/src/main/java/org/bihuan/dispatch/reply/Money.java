package org.bihuan.dispatch.reply;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount as text, so that nobody rounds it: up to 12 digits and 2 decimals
 * @param currency ISO 4217
 */
public record Money(
    @NotNull @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,2})?") String amount,
    @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {

  /** Whether two are the same amount, however many decimals are written; {@code null} is none. */
  public static boolean isSame(Money one, Money other) {
    return one == null || other == null
        ? one == other
        : one.currency.equals(other.currency)
            && new BigDecimal(one.amount).compareTo(new BigDecimal(other.amount)) == 0;
  }
}
