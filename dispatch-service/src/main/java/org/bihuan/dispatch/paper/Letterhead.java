package org.bihuan.dispatch.paper;

import io.smallrye.config.ConfigMapping;

/** What stands on papers beside their facts; each district has its own. */
@ConfigMapping(prefix = "bihuan.letterhead")
public interface Letterhead {

  /** Who issues orders and gets the replies (发文机关): the red head. */
  String issuingBody();

  /** Who answers questions about an order (联系人). */
  String contact();

  /** Telephone of the contact. */
  String phone();

  /** How a unit replies (反馈方式). */
  String feedback();

  /** What is demanded where an order says nothing of its own (整改要求). */
  String demand();

  /**
   * Where people reach the console, to which the printed code leads, without a slash at its end.
   */
  String address();
}
