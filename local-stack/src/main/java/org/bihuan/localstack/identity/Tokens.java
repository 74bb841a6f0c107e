package org.bihuan.localstack.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.localstack.layout.Layout;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs the tokens that the services of one stack accept. */
public final class Tokens {
  /** The {@code iss} of every token. */
  public static final String ISSUER = "https://bihuan.local";

  /** The {@code aud} of every token. */
  public static final String AUDIENCE = "bihuan";

  /** How long a token is valid when nothing else is said. */
  public static final Duration USUAL_VALIDITY = Duration.ofHours(12);

  private final SigningKeys keys;

  private Tokens(Layout layout) {
    this.keys = new SigningKeys(layout);
  }

  public static Tokens of(Layout layout) {
    return new Tokens(layout);
  }

  /** For the stack that {@code StackResource} has started for the module under test. */
  public static Tokens forTests() {
    return of(Layout.ofTests());
  }

  public String sign(Identity identity) {
    return sign(identity, USUAL_VALIDITY);
  }

  /** A signed token (RS256) that ends after {@code validity}; a negative one has ended already. */
  public String sign(Identity identity, Duration validity) {
    return sign(identity, Instant.now(), validity);
  }

  /** The same from a given moment on. */
  public String sign(Identity identity, Instant from, Duration validity) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject(identity.name());
    claims.setStringClaim("upn", identity.name());
    claims.setStringListClaim("groups", identity.groups());
    identity.bounds().forEach(claims::setClaim);
    claims.setIssuedAt(NumericDate.fromSeconds(from.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(from.plus(validity).getEpochSecond()));
    claims.setJwtId(UUID.randomUUID().toString());
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setHeader("typ", "JWT");
    signature.setPayload(claims.toJson());
    signature.setKey(keys.privateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("An RSA key signs RS256", e);
    }
  }

  /** Where a service finds the key that verifies these tokens. */
  public String publicKeyLocation() {
    return keys.publicKeyFile().toUri().toString();
  }

  /** That key itself, base64 without the PEM frame. */
  public String publicKey() {
    return keys.publicKeyText();
  }
}
