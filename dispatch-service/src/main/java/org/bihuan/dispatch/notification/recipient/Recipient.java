package org.bihuan.dispatch.notification.recipient;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Who is told: everybody with a role, of one unit or work line where that bounds the role.
 *
 * @param role role, as the tokens name it
 * @param code unit or work line, empty for roles that nothing bounds
 */
@Embeddable
public record Recipient(
    @Column(name = "recipient_role") String role, @Column(name = "recipient_code") String code) {

  /** Both in a word, such as {@code UNIT_HANDLER:LAW_ENFORCEMENT_BUREAU}. */
  public String word() {
    return code.isEmpty() ? role : role + ":" + code;
  }

  /** What {@link #word} gives. */
  public static Recipient ofWord(String word) {
    int colon = word.indexOf(':');
    return colon < 0
        ? new Recipient(word, "")
        : new Recipient(word.substring(0, colon), word.substring(colon + 1));
  }
}
