package org.bihuan.localstack.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bihuan.localstack.TestStacks;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private Layout layout;
  private Tokens tokens;

  @BeforeEach
  void start() {
    layout = TestStacks.empty("tokens");
    tokens = Tokens.of(layout);
  }

  @Test
  void a_token_tells_who_speaks_and_for_which_unit() throws Exception {
    String token = tokens.sign(Identity.of(Role.UNIT_HANDLER).ofUnit("URBAN_MANAGEMENT_BUREAU"));

    JwtClaims claims = verifier().processToClaims(token);

    assertEquals("unit-handler-URBAN_MANAGEMENT_BUREAU", claims.getSubject());
    assertEquals(claims.getSubject(), claims.getStringClaimValue("upn"));
    assertEquals(List.of("UNIT_HANDLER"), claims.getStringListClaimValue("groups"));
    assertEquals("URBAN_MANAGEMENT_BUREAU", claims.getStringClaimValue("unit"));
    assertFalse(claims.hasClaim("line"));
    assertEquals(
        Duration.ofHours(12).toSeconds(),
        claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
  }

  @Test
  void two_officers_of_one_unit_are_told_apart_by_name() throws Exception {
    String token =
        tokens.sign(
            Identity.of(Role.INSPECTOR).called("wang").ofLine("3").ofSubdistrict("370203021"));

    JwtClaims claims = verifier().processToClaims(token);

    assertEquals("wang", claims.getSubject());
    assertEquals("3", claims.getStringClaimValue("line"));
    assertEquals("370203021", claims.getStringClaimValue("subdistrict"));
  }

  @Test
  void a_token_carries_what_bounds_its_role_unless_told_otherwise() throws Exception {
    assertEquals("HOTLINE_12319", claim(Identity.of(Role.CHANNEL_CLERK), "channel"));
    assertEquals("SPECIAL_TEAM", claim(Identity.of(Role.INSPECTOR), "unit"));
    assertEquals("MARKETS", claim(Identity.of(Role.LINE_LEADER).ofLine("MARKETS"), "line"));
    Identity clerk = Identity.of(Role.CHANNEL_CLERK);
    assertEquals(
        List.of("HOTLINE_12345", "WEB_FORM"),
        claim(clerk.ofChannels(List.of("HOTLINE_12345", "WEB_FORM")), "channel"));
    assertNull(claim(clerk.withoutUsualClaims(), "channel"));
  }

  private Object claim(Identity identity, String name) throws Exception {
    return verifier().processToClaims(tokens.sign(identity)).getClaimValue(name);
  }

  @Test
  void a_token_ends_when_it_was_said_to() throws Exception {
    String token = tokens.sign(Identity.of(Role.ADMIN), Duration.ofMinutes(-1));
    JwtConsumer verifier = verifier();

    InvalidJwtException refused =
        assertThrows(InvalidJwtException.class, () -> verifier.processToClaims(token));

    assertTrue(refused.hasExpired());
  }

  @Test
  void a_later_start_signs_with_the_same_keys() throws Exception {
    JwtConsumer verifier = verifier();

    assertEquals(
        "admin",
        verifier.processToClaims(Tokens.of(layout).sign(Identity.of(Role.ADMIN))).getSubject());
  }

  @Test
  void only_the_owner_may_read_the_private_key() throws Exception {
    tokens.publicKeyLocation();

    assertEquals("rwx------", permissions(layout.keys()));
    assertEquals("rw-------", permissions(layout.keys().resolve("token-private.pem")));
  }

  @Test
  void an_unknown_role_is_refused_with_the_list() {
    StackFailure refused = assertThrows(StackFailure.class, () -> Role.named("MAYOR"));

    assertTrue(refused.getMessage().contains("MAYOR"));
    for (Role role : Role.values()) {
      assertTrue(refused.getMessage().contains(role.name()));
    }
    assertEquals(Role.UNIT_HANDLER, Role.named("unit-handler"));
  }

  private JwtConsumer verifier() throws Exception {
    Path file = Path.of(java.net.URI.create(tokens.publicKeyLocation()));
    String pem = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
    PublicKey key =
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    return new JwtConsumerBuilder()
        .setVerificationKey(key)
        .setExpectedIssuer(Tokens.ISSUER)
        .setExpectedAudience(Tokens.AUDIENCE)
        .setRequireExpirationTime()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
        .build();
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
