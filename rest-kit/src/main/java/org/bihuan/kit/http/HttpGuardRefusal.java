package org.bihuan.kit.http;

import org.bihuan.kit.refusal.Refusal;

/** A request that no resource gets to see: too large, too slow, or not what HTTP means by one. */
final class HttpGuardRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  HttpGuardRefusal(int status, String code, Object... arguments) {
    super(status, code, arguments);
  }
}
