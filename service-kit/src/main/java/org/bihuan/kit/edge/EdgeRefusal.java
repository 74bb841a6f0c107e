package org.bihuan.kit.edge;

import org.bihuan.kit.refusal.Refusal;

/** A request that no resource gets to see: too large, too slow, or not what HTTP means by one. */
final class EdgeRefusal extends Refusal {

  private static final long serialVersionUID = 1L;

  EdgeRefusal(int status, String code, Object... arguments) {
    super(status, code, arguments);
  }
}
