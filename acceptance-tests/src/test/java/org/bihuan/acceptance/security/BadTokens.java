package org.bihuan.acceptance.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.localstack.layout.Layout;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Tokens that must let nobody in, each wrong in one thing alone. */
final class BadTokens {

  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final String ALIAS = "key";
  private static final String PASSWORD = "of-no-use";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey ours;
  private final PublicKey oursPublic;
  private final KeyPair foreign;
  private final Certificate certificate;
  private final ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Bad> table = new ArrayList<>();

  BadTokens(Layout layout) throws IOException, GeneralSecurityException {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    ours = rsa.generatePrivate(new PKCS8EncodedKeySpec(pem(layout, "token-private.pem")));
    oursPublic = rsa.generatePublic(new X509EncodedKeySpec(pem(layout, "token-public.pem")));
    KeyStore store = keysOfTheirOwn();
    certificate = store.getCertificate(ALIAS);
    foreign =
        new KeyPair(
            certificate.getPublicKey(), (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray()));
    elsewhere.setSoTimeout(1);
  }

  /** The library of the JDK makes no certificates, its tool does. */
  private static KeyStore keysOfTheirOwn() throws IOException, GeneralSecurityException {
    Path file = Files.createTempDirectory("foreign").resolve("keys.p12");
    try {
      Process tool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keystore",
                  file.toString(),
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  PASSWORD,
                  "-alias",
                  ALIAS,
                  "-keyalg",
                  "RSA",
                  "-dname",
                  "CN=bihuan.local")
              .redirectErrorStream(true)
              .start();
      String told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!Files.exists(file)) {
        throw new IllegalStateException("keytool made no keys: " + told);
      }
      return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    } finally {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    }
  }

  /** Whether somebody has asked where a token said that its key was. */
  boolean areFollowed() throws IOException {
    try {
      elsewhere.accept().close();
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  void close() throws IOException {
    elsewhere.close();
  }

  /**
   * One row of the table.
   *
   * @param why what is wrong with it
   * @param headers the header lines that carry it
   */
  record Bad(String why, List<String> headers) {
    @Override
    public String toString() {
      return why;
    }
  }

  /** The one token in here that is right; every other differs from it in one thing. */
  String good() throws GeneralSecurityException {
    return signed(HEADER, claims());
  }

  /** A good token but for its roles. */
  String withGroups(String groups) throws GeneralSecurityException {
    return signed(HEADER, with("groups", groups));
  }

  List<Bad> all() throws GeneralSecurityException, JoseException {
    table.clear();
    algorithms();
    keys();
    times();
    claimsThatAreWrong();
    shapes();
    carriers();
    return List.copyOf(table);
  }

  private void algorithms() throws GeneralSecurityException {
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      String head = encoded("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}");
      token("algorithm '" + none + "', no signature", head + "." + encoded(claims()) + ".");
    }
    token("algorithm none with a good signature left on", signed("{\"alg\":\"none\"}", claims()));
    token("no algorithm", signed("{\"typ\":\"JWT\"}", claims()));
    token("algorithm null", signed("{\"alg\":null}", claims()));
    token("unknown algorithm", signed("{\"alg\":\"RS257\"}", claims()));
    token("algorithm in lower case", signed("{\"alg\":\"rs256\"}", claims()));
    for (String mac : List.of("HS256", "HS384", "HS512")) {
      token(mac + " keyed with our public key", authenticated(mac, oursPublic.getEncoded()));
    }
    token("HS256 keyed with our public key as PEM text", authenticated("HS256", pemText()));
    token("HS256 keyed with nothing but zeros", authenticated("HS256", new byte[32]));
    token("RS512 by our own key", signed("{\"alg\":\"RS512\"}", claims(), ours, "SHA512withRSA"));
    token("RS256 announced, SHA-1 done", signed(HEADER, claims(), ours, "SHA1withRSA"));
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    curve.initialize(new ECGenParameterSpec("secp256r1"));
    token(
        "ES256 by a key of its own",
        signed(
            "{\"alg\":\"ES256\"}",
            claims(),
            curve.generateKeyPair().getPrivate(),
            "SHA256withECDSAinP1363Format"));
    token("ES256 with an all-zero signature", body("{\"alg\":\"ES256\"}") + encoded(new byte[64]));
  }

  private void keys() throws GeneralSecurityException {
    token("foreign key", signedByForeign(HEADER));
    token("foreign key, unknown kid", signedByForeign("{\"alg\":\"RS256\",\"kid\":\"other\"}"));
    token(
        "foreign key, kid climbs to a file",
        signedByForeign("{\"alg\":\"RS256\",\"kid\":\"../../../../dev/null\"}"));
    token(
        "foreign key, kid is SQL", signedByForeign("{\"alg\":\"RS256\",\"kid\":\"' or '1'='1\"}"));
    token(
        "foreign key brought along as jwk",
        signedByForeign("{\"alg\":\"RS256\",\"jwk\":" + jwk() + "}"));
    token(
        "foreign key at a jku",
        signedByForeign("{\"alg\":\"RS256\",\"jku\":\"" + elsewhere() + "/keys\"}"));
    token(
        "foreign key at an x5u",
        signedByForeign("{\"alg\":\"RS256\",\"x5u\":\"" + elsewhere() + "/certificate\"}"));
    token(
        "foreign key in an x5c",
        signedByForeign(
            "{\"alg\":\"RS256\",\"x5c\":[\""
                + Base64.getEncoder().encodeToString(certificate.getEncoded())
                + "\"]}"));
  }

  private String elsewhere() {
    return "http://127.0.0.1:" + elsewhere.getLocalPort();
  }

  private void times() throws GeneralSecurityException {
    claims("expired an hour ago", "exp", now() - 3600);
    claims("expired two minutes ago", "exp", now() - 120);
    claims("expired in 1970", "exp", 0);
    claims("exp negative", "exp", -1);
    claims("exp a text", "exp", "\"tomorrow\"");
    claims("exp null", "exp", null);
    token("no exp", signed(HEADER, without("exp")));
    claims("not valid before tomorrow", "nbf", now() + 86_400);
    claims("issued in ten hours", "iat", now() + 36_000);
    claims("issued after its end", "iat", now() + 90_000);
    claims("iat a text", "iat", "\"yesterday\"");
  }

  private void claimsThatAreWrong() throws GeneralSecurityException {
    claims("foreign issuer", "iss", "\"https://evil.example\"");
    claims("issuer with a slash more", "iss", "\"https://bihuan.local/\"");
    claims("issuer in capitals", "iss", "\"https://BIHUAN.local\"");
    claims("issuer a list", "iss", "[\"https://bihuan.local\"]");
    claims("issuer null", "iss", null);
    token("no issuer", signed(HEADER, without("iss")));
    claims("audience of another application", "aud", "\"console\"");
    claims("audience a list without us", "aud", "[\"account\",\"bihuan-test\"]");
    claims("audience in capitals", "aud", "\"BIHUAN\"");
    claims("audience an empty list", "aud", "[]");
    claims("audience null", "aud", null);
    claims("audience a number", "aud", 7);
    token("no audience", signed(HEADER, without("aud")));
    token("no subject", signed(HEADER, without("sub")));
    claims("subject null", "sub", null);
    claims("subject empty", "sub", "\"\"");
    claims("subject blank", "sub", "\" \"");
    claims("subject a number", "sub", 7);
    claims("subject an object", "sub", "{}");
    token("a claim twice", signed(HEADER, claims().replace("{", "{\"sub\":\"someone-else\",")));
    token(
        "a header field twice",
        signed("{\"alg\":\"none\",\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims()));
  }

  private void shapes() throws GeneralSecurityException, JoseException {
    String good = good();
    String[] parts = good.split("\\.");
    token("signature stripped", parts[0] + "." + parts[1] + ".");
    token("signature and its dot stripped", parts[0] + "." + parts[1]);
    token("signature cut short", good.substring(0, good.length() - 20));
    token("signature of another token", parts[0] + "." + encoded(other()) + "." + parts[2]);
    token("one dot more", good + ".");
    token("a part more", good + "." + parts[2]);
    token("payload empty", parts[0] + ".." + parts[2]);
    token("only dots", "..");
    token("one word", "token");
    token("bad base64 in the payload", parts[0] + ".*" + parts[1].substring(1) + "." + parts[2]);
    token("payload no JSON", signed(HEADER, "sub=special-team"));
    token("payload a JSON list", signed(HEADER, "[" + claims() + "]"));
    token("payload cut off", signed(HEADER, claims().substring(0, 40)));
    token("header no JSON", signed("RS256", claims()));
    token("critical extension", signed("{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}", claims()));
    token(
        "unencoded payload",
        signed("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", claims()));
    token("encrypted for us instead of signed", encrypted());
    token("unicode digits and letters", "ｅｙＪ.ｅｙＪ.签名");
    token("12 000 characters", good + "A".repeat(12_000 - good.length()));
    token(
        "NUL escaped in the subject, by a foreign key",
        signedByForeign(HEADER, "sub", "\"a\\u0000\""));
  }

  private void carriers() throws GeneralSecurityException {
    carried("Basic instead of Bearer", "Authorization: Basic " + good());
    carried("Digest instead of Bearer", "Authorization: Digest " + good());
    carried("no scheme", "Authorization: " + good());
    carried("scheme without a token", "Authorization: Bearer");
    carried("scheme with blanks alone", "Authorization: Bearer    ");
    carried("scheme twice", "Authorization: Bearer Bearer " + good());
    carried("in a cookie", "Cookie: Bearer=" + good());
    carried("in Proxy-Authorization", "Proxy-Authorization: Bearer " + good());
    carried("in X-Access-Token", "X-Access-Token: " + good());
    carried("tokens in a list", "Authorization: Bearer " + signedByForeign(HEADER) + "," + good());
  }

  private void token(String why, String token) {
    carried(why, "Authorization: Bearer " + token);
  }

  private void carried(String why, String... headers) {
    table.add(new Bad(why, List.of(headers)));
  }

  private void claims(String why, String name, Object value) throws GeneralSecurityException {
    token(why, signed(HEADER, with(name, value)));
  }

  private static String claims() {
    return """
        {"iss":"https://bihuan.local","aud":"bihuan","sub":"special-team","upn":"special-team",\
        "groups":["SPECIAL_TEAM"],"iat":%d,"exp":%d}"""
        .formatted(now() - 10, now() + 43_200);
  }

  private static String other() {
    return claims().replace("SPECIAL_TEAM", "ADMIN");
  }

  private static String with(String name, Object value) {
    String rest = without(name);
    return rest.substring(0, rest.length() - 1) + ",\"" + name + "\":" + value + "}";
  }

  private static String without(String name) {
    return claims()
        .replaceFirst("\"" + name + "\":(\"[^\"]*\"|\\[[^]]*]|\\d+),?", "")
        .replace(",}", "}");
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private String signed(String header, String payload) throws GeneralSecurityException {
    return signed(header, payload, ours, "SHA256withRSA");
  }

  private String signedByForeign(String header) throws GeneralSecurityException {
    return signed(header, claims(), foreign.getPrivate(), "SHA256withRSA");
  }

  private String signedByForeign(String header, String name, Object value)
      throws GeneralSecurityException {
    return signed(header, with(name, value), foreign.getPrivate(), "SHA256withRSA");
  }

  private static String signed(String header, String payload, PrivateKey key, String algorithm)
      throws GeneralSecurityException {
    String content = encoded(header) + "." + encoded(payload);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(content.getBytes(StandardCharsets.US_ASCII));
    return content + "." + encoded(signature.sign());
  }

  private static String authenticated(String algorithm, byte[] key)
      throws GeneralSecurityException {
    String content = encoded("{\"alg\":\"" + algorithm + "\"}") + "." + encoded(claims());
    Mac mac = Mac.getInstance(algorithm.replace("HS", "HmacSHA"));
    mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
    return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
  }

  private String encrypted() throws JoseException {
    JsonWebEncryption encryption = new JsonWebEncryption();
    encryption.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
    encryption.setEncryptionMethodHeaderParameter(
        ContentEncryptionAlgorithmIdentifiers.AES_128_CBC_HMAC_SHA_256);
    encryption.setKey(oursPublic);
    encryption.setPayload(claims());
    return encryption.getCompactSerialization();
  }

  private String jwk() {
    RSAPublicKey key = (RSAPublicKey) foreign.getPublic();
    return "{\"kty\":\"RSA\",\"n\":\""
        + encoded(key.getModulus().toByteArray())
        + "\",\"e\":\""
        + encoded(key.getPublicExponent().toByteArray())
        + "\"}";
  }

  private static String body(String header) {
    return encoded(header) + "." + encoded(claims()) + ".";
  }

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  private byte[] pemText() {
    return ("-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(oursPublic.getEncoded())
            + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] pem(Layout layout, String name) throws IOException {
    String text = Files.readString(layout.keys().resolve(name));
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
  }
}
