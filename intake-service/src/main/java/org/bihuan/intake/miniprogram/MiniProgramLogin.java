package org.bihuan.intake.miniprogram;

import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.kit.refusal.Unauthorized;

/** Whoever knows the accounts of residents. */
interface MiniProgramLogin {

  /**
   * What the app calls the resident who got this code (openid). It is not to be kept or logged.
   *
   * @param code good for one login, as {@code wx.login} gives it
   * @throws Unauthorized {@code code-invalid}: the code is none, used or too old
   * @throws Overloaded {@code login-unavailable}: nobody can say now
   * @throws NotFound {@code mini-program-not-set-up}
   */
  String exchange(String code);
}
