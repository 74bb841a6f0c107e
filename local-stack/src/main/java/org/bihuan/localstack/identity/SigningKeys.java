package org.bihuan.localstack.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.bihuan.localstack.layout.Layout;
import org.bihuan.localstack.layout.StackFailure;

/** The RSA pair with which one stack signs its tokens, made at its first start. */
final class SigningKeys {
  private static final int BITS = 2048;
  private static final int PEM_LINE = 64;
  private static final String PUBLIC_NAME = "token-public.pem";

  private final Layout layout;
  private final Secrets secrets;

  SigningKeys(Layout layout) {
    this.layout = layout;
    this.secrets = new Secrets(layout);
  }

  PrivateKey privateKey() {
    String pem = secrets.keptFile("token-private.pem", SigningKeys::newPrivateKey);
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(fromPem(pem)));
    } catch (GeneralSecurityException e) {
      throw new StackFailure(
          layout.keys() + "/token-private.pem is no RSA key; delete it and start again.", e);
    }
  }

  /** The file that services verify tokens with. */
  Path publicKeyFile() {
    secrets.keptFile(PUBLIC_NAME, this::publicKey);
    return layout.keys().resolve(PUBLIC_NAME);
  }

  /** The public key in base64, without the frame that makes it a PEM file. */
  String publicKeyText() {
    return Base64.getEncoder().encodeToString(fromPem(publicKey()));
  }

  private String publicKey() {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey();
    try {
      return toPem(
          "PUBLIC KEY",
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
              .getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  private static String newPrivateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return toPem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  private static String toPem(String kind, byte[] encoded) {
    String body =
        Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(encoded);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }

  private static byte[] fromPem(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }
}
