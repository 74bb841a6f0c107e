package org.bihuan.kit.idempotency;

/**
 * A request that carries a key, so that repeating it is harmless.
 *
 * @param caller who sent it; the same key of another caller is another key
 * @param key value of {@code Idempotency-Key}, 1 to 255 printable characters
 * @param fingerprint SHA-256 over method, path, body and the rights of the caller, in hexadecimal
 */
public record KeyedRequest(String caller, String key, String fingerprint) {

  /** What the database locks on behalf of the key. */
  String lockName() {
    return caller + "\n" + key;
  }
}
