package org.bihuan.intake.miniprogram;

import org.bihuan.kit.refusal.Unauthorized;

/** Stands in for WeChat where there is none: the code {@code local-…} is who logs in. */
final class StandInLogin implements MiniProgramLogin {

  private static final String PREFIX = "local-";

  @Override
  public String exchange(String code) {
    if (!code.startsWith(PREFIX) || code.length() == PREFIX.length()) {
      throw new Unauthorized("code-invalid");
    }
    return code;
  }
}
