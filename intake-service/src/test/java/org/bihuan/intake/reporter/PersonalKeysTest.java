package org.bihuan.intake.reporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalKeysTest {

  private static final String PLACE = "complaint.reporter_name 1";
  private static final String TEXT = "李某某";

  @Test
  void what_is_locked_opens_in_its_place_and_looks_different_each_time() {
    PersonalKeys keys = keys(1);
    byte[] locked = keys.lock(PLACE, TEXT);
    assertEquals(Optional.of(TEXT), keys.open(PLACE, locked));
    assertFalse(ByteBuffer.wrap(locked).equals(ByteBuffer.wrap(keys.lock(PLACE, TEXT))));
  }

  @Test
  void what_was_moved_to_another_row_or_field_does_not_open() {
    PersonalKeys keys = keys(1);
    byte[] locked = keys.lock(PLACE, TEXT);
    assertEquals(Optional.empty(), keys.open("complaint.reporter_name 2", locked));
    assertEquals(Optional.empty(), keys.open("complaint.reporter_phone 1", locked));
  }

  @Test
  void no_changed_or_shortened_byte_opens() {
    PersonalKeys keys = keys(1);
    byte[] locked = keys.lock(PLACE, TEXT);
    for (int i = 0; i < locked.length; i++) {
      byte[] changed = locked.clone();
      changed[i] ^= 1;
      assertEquals(Optional.empty(), keys.open(PLACE, changed), "byte " + i);
      byte[] cut = new byte[i];
      System.arraycopy(locked, 0, cut, 0, i);
      assertEquals(Optional.empty(), keys.open(PLACE, cut), "length " + i);
    }
  }

  @Test
  void a_former_key_opens_what_it_locked_and_locks_nothing_more() {
    byte[] locked = keys(1).lock(PLACE, TEXT);
    PersonalKeys changed = keys(2, 1);
    assertEquals(Optional.of(TEXT), changed.open(PLACE, locked));
    assertFalse(changed.isCurrent(locked));
    assertTrue(changed.isCurrent(changed.lock(PLACE, TEXT)));
    assertEquals(Optional.empty(), keys(2).open(PLACE, locked));
  }

  @Test
  void the_form_of_before_opens_with_whichever_key_locked_it() throws Exception {
    byte[] locked = lockedBefore(1);
    assertEquals(Optional.of(TEXT), keys(1).open(PLACE, locked));
    assertEquals(Optional.of(TEXT), keys(3, 2, 1).open(PLACE, locked));
    assertEquals(Optional.empty(), keys(2).open(PLACE, locked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "AAAA", "!!!!"})
  void a_key_that_is_none_is_refused(String text) {
    PersonalDataConfig config = config(text, List.of());
    String told =
        assertThrows(IllegalStateException.class, () -> new PersonalKeys(config)).getMessage();
    assertEquals("bihuan.personal-data.key must be 32 bytes in base64", told);
    PersonalDataConfig old = config(secret(1), List.of(text));
    told = assertThrows(IllegalStateException.class, () -> new PersonalKeys(old)).getMessage();
    assertEquals("bihuan.personal-data.old-keys must be 32 bytes in base64", told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 24, bihuan.personal-data.locked-anew-per-second must be from 1 to 10000",
    "10001, 24, bihuan.personal-data.locked-anew-per-second must be from 1 to 10000",
    "500, 0, bihuan.personal-data.keep-months must be at least 1"
  })
  void bounds_that_nobody_can_mean_stop_a_start(int perSecond, int months, String told) {
    PersonalDataConfig config = config(secret(1), List.of(), perSecond, months);
    assertEquals(
        told,
        assertThrows(IllegalStateException.class, () -> new PersonalKeys(config)).getMessage());
  }

  /** The keys made of these numbers, the current one first. */
  static PersonalKeys keys(int current, int... old) {
    return new PersonalKeys(
        config(secret(current), Arrays.stream(old).mapToObj(PersonalKeysTest::secret).toList()));
  }

  static PersonalDataConfig config(String key, List<String> old) {
    return config(key, old, 20, 24);
  }

  private static PersonalDataConfig config(
      String key, List<String> old, int lockedAnewPerSecond, int keepMonths) {
    return new PersonalDataConfig() {
      @Override
      public String key() {
        return key;
      }

      @Override
      public Optional<List<String>> oldKeys() {
        return old.isEmpty() ? Optional.empty() : Optional.of(old);
      }

      @Override
      public int lockedAnewPerSecond() {
        return lockedAnewPerSecond;
      }

      @Override
      public int keepMonths() {
        return keepMonths;
      }
    };
  }

  private static String secret(int number) {
    byte[] secret = new byte[32];
    secret[0] = (byte) number;
    return Base64.getEncoder().encodeToString(secret);
  }

  private static byte[] lockedBefore(int number) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret(number)), "HmacSHA256"));
    byte[] key = mac.doFinal("encryption".getBytes(StandardCharsets.UTF_8));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, new byte[12]));
    byte[] secret = cipher.doFinal(TEXT.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(13 + secret.length)
        .put((byte) 1)
        .put(new byte[12])
        .put(secret)
        .array();
  }
}
