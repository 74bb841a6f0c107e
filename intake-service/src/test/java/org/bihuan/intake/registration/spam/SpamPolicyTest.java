package org.bihuan.intake.registration.spam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpamPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          低息贷款 https://dk.example.com/a 详询 http://dk2.example.net/b | true
          刷单兼职日结, 微信: zhuan88888, QQ 123456789                  | true
          加Ｖ信：ａｂｃ１２３４５ 或 www.example.top                    | true
          代开各类票据 vx abc12345 wx abc54321                         | true
          飞机群 kkkk8888, telegram kkkk9999                          | true
          网址见 https://www.example.gov.cn/news                      | false
          https://a.example.com 和 https://a.example.com              | false
          我的微信 abc12345                                           | false
          微信群里没人理, QQ上也没人回                                   | false
          楼顶漏雨                                                   | false
          邮箱 a@example.com, b@example.com                           | false
          """)
  void several_links_or_accounts_are_a_sign(String text, boolean advertising) {
    assertEquals(advertising, SpamPolicy.looksLikeAdvertising(null, text, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "平台 https://a.example.com 和 https://b.example.com 都说不归他们管",
        "商家微信 abc12345, QQ 123456789, 不退押金"
      })
  void what_names_a_place_or_a_matter_is_let_in_all_the_same(String text) {
    assertFalse(SpamPolicy.looksLikeAdvertising("投诉", text, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"⒑", "a1.", "a-", "https://", "微信", "微信:", "\ufdfa", "vx "})
  void a_long_text_of_one_sign_is_no_burden(String sign) {
    assertFalse(
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> SpamPolicy.looksLikeAdvertising(null, sign.repeat(4000), false)));
  }

  @ParameterizedTest
  @CsvSource({
    "楼顶漏雨!, 楼顶 漏雨, true",
    "ＡＢＣ路灯, abc路灯。, true",
    "楼顶漏雨, 楼道漏雨, false",
  })
  void spelling_does_not_make_two_texts_of_one(String first, String second, boolean same) {
    assertEquals(same, SpamPolicy.plain(null, first).equals(SpamPolicy.plain(null, second)));
  }
}
