package org.bihuan.intake.ledger.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.bihuan.contract.ledger.SignedHead;
import org.junit.jupiter.api.Test;

/** The key comes from the settings, and its public half from the key itself. */
class SigningKeyTest {

  private static SigningKey of(String setting) {
    return new SigningKey(
        new HeadConfig() {
          @Override
          public Optional<String> signingKey() {
            return Optional.ofNullable(setting);
          }

          @Override
          public Optional<Path> headsDirectory() {
            return Optional.empty();
          }
        });
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The key of docs/ledger-proofs.md, whose id was reckoned by openssl. */
  @Test
  void the_public_half_is_made_of_the_secret_one() throws GeneralSecurityException {
    String vector = "302e020100300506032b657004220420" + "07".repeat(32);
    assertEquals(
        "324be2dea8bc4446", of(base64(HexFormat.of().parseHex(vector))).pair().orElseThrow().id());
    KeyPair made = KeyPairGenerator.getInstance(SignedHead.ALGORITHM).generateKeyPair();
    SigningKey.Pair read = of(base64(made.getPrivate().getEncoded()) + "\n").pair().orElseThrow();
    assertArrayEquals(made.getPublic().getEncoded(), read.open().getEncoded());
    SignedHead head = read.sign(LocalDate.EPOCH, 0, new byte[32], new byte[32]);
    assertTrue(head.isSignedBy(made.getPublic()));
  }

  @Test
  void what_is_no_such_key_is_refused_with_the_name_of_the_setting()
      throws GeneralSecurityException {
    byte[] other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate().getEncoded();
    for (String setting : new String[] {"not base64!", "AAAA", base64(other)}) {
      String told = assertThrows(IllegalStateException.class, () -> of(setting)).getMessage();
      assertTrue(told.contains("bihuan.ledger.signing-key"), told);
    }
  }

  @Test
  void without_one_nothing_is_signed_and_health_says_so() {
    SigningKey none = of(null);
    assertTrue(none.pair().isEmpty());
    new HeadSigner(none, null, Clock.systemUTC()).sign();
    assertEquals(Map.of("signedBy", "nobody"), new HeadHealth(none).call().getData().orElseThrow());
  }
}
