package org.bihuan.intake.miniprogram;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Asks for a session.
 *
 * @param code as {@code wx.login} gives it, at most 128 characters; good for one login
 */
public record NewResidentSession(@NotBlank @Size(max = 128) String code) {

  /** A code does not belong in a log. */
  @Override
  public String toString() {
    return "NewResidentSession[]";
  }
}
