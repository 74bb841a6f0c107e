package org.bihuan.intake.reporter;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configured keys. The current one locks; which one opens is told by what was locked:
 *
 * <pre>
 * 2, name of the key (4 bytes), nonce (12), ciphertext with tag    bound to its place
 * 1, nonce (12), ciphertext with tag                               written by earlier builds, bound to nothing
 * </pre>
 */
@ApplicationScoped
class PersonalKeys {

  static final byte BOUND = 2;
  static final byte UNBOUND = 1;
  private static final byte[] NOTHING = new byte[0];

  private final List<PersonalKey> keys = new ArrayList<>();

  PersonalKeys(PersonalDataConfig config) {
    config.refuseContradiction();
    keys.add(PersonalKey.of("bihuan.personal-data.key", config.key()));
    for (String old : config.oldKeys().orElse(List.of())) {
      keys.add(PersonalKey.of("bihuan.personal-data.old-keys", old));
    }
  }

  PersonalKey current() {
    return keys.get(0);
  }

  /** All of them, the current one first. */
  List<PersonalKey> all() {
    return List.copyOf(keys);
  }

  /** The first bytes of all that {@code key} locks. */
  static byte[] beginning(PersonalKey key) {
    return ByteBuffer.allocate(1 + PersonalKey.ID_BYTES).put(BOUND).putInt(key.id()).array();
  }

  /**
   * Locks a text away.
   *
   * @param place where it is kept, e.g. column and row; nowhere else can it be opened
   */
  byte[] lock(String place, String text) {
    byte[] sealed = current().seal(bytes(place), text);
    return ByteBuffer.allocate(1 + PersonalKey.ID_BYTES + sealed.length)
        .put(BOUND)
        .putInt(current().id())
        .put(sealed)
        .array();
  }

  /** The text, or nothing when no configured key opens it in this place. */
  Optional<String> open(String place, byte[] locked) {
    ByteBuffer rest = ByteBuffer.wrap(locked);
    byte form = rest.hasRemaining() ? rest.get() : 0;
    if (form == BOUND && rest.remaining() >= PersonalKey.ID_BYTES) {
      int id = rest.getInt();
      return keys.stream()
          .filter(key -> key.id() == id)
          .flatMap(key -> key.open(bytes(place), rest.slice()).stream())
          .findFirst();
    }
    if (form == UNBOUND) {
      return keys.stream().flatMap(key -> key.open(NOTHING, rest.slice()).stream()).findFirst();
    }
    return Optional.empty();
  }

  /** Whether the current key locked this. */
  boolean isCurrent(byte[] locked) {
    return locked.length > PersonalKey.ID_BYTES
        && locked[0] == BOUND
        && ByteBuffer.wrap(locked, 1, PersonalKey.ID_BYTES).getInt() == current().id();
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }
}
