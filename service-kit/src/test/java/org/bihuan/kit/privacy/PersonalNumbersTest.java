package org.bihuan.kit.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalNumbersTest {

  @ParameterizedTest
  @CsvSource({
    "致电19900000123核实, 致电199****0123核实",
    "199 0000 0123, 199****0123",
    "0532-80000123, 0532-****0123",
    "053280000123, 0532-****0123",
    "+8619900000503, 199****0503",
    "0086 199 0000 0503, 199****0503",
    "(+86)199-0000-0503, (199****0503",
    "电话１９９０００００５０３。, 电话199****0503。",
    "199.0000.0503, 199****0503",
    "199—0000—0503, 199****0503",
    "1 9 9 0 0 0 0 0 5 0 3, 199****0503",
    "199\u200b0000\u200b0503, 199****0503",
    "0532 83880503, 0532-****0503",
    "(0532) 83880503, 0532-****0503",
    "+86 532 8388 0503, 0532-****0503",
    "010-62880503, 010-****0503",
    "370203 19900101 1234, 370203********1234",
    "３７０２０３１９９００１０１１２３４, 370203********1234",
    "370203900101123, 370203******123",
    "创督〔2026〕104号 2026-11-24 08:15, 创督〔2026〕104号 2026-11-24 08:15",
    "370203200001010012, 370203********0012",
    "37020320000101001X, 370203********001X",
    "长120米宽35米, 长120米宽35米",
    "开会三次2019.5.18/2019.5.25/2019.6.2, 开会三次2019.5.18/2019.5.25/2019.6.2",
    "点位编号 202611240815, 点位编号 202611240815"
  })
  void numbers_that_lead_to_a_person_are_masked_and_others_stay(String text, String masked) {
    assertEquals(masked, PersonalNumbers.masked(text));
  }

  @ParameterizedTest
  @CsvSource({
    "车牌鲁B12345占道, 车牌鲁B***45占道",
    "鲁B·12345, 鲁B***45",
    "鲁Ｂ・１２３４５, 鲁B***45",
    "鲁 b 12345 天天停, 鲁b***45 天天停",
    "鲁B.123 45, 鲁B***45",
    "鲁B 12345.3点来, 鲁B***45.3点来",
    "鲁B-8K9J7, 鲁B***J7",
    "鲁B·D12345, 鲁B****45",
    "鲁BD12345, 鲁B****45",
    "鲁bdf12345, 鲁bdf12345",
    "鲁BAF1234, 鲁B****34",
    "鲁B12345D, 鲁B****5D",
    "鲁B1234警, 鲁B***4警",
    "鲁B1234挂大货车, 鲁B***4挂大货车",
    "鲁B1234学, 鲁B***4学",
    "粤Z1234港, 粤Z***4港",
    "粤ZA234澳, 粤Z***4澳",
    "沪A0123领, 沪A***3领",
    "鲁B\u200b12345, 鲁B***45",
    "1、鲁B123452、鲁B8K9J73、鲁B22222, 1、鲁B***452、鲁B***J73、鲁B***22",
    "两辆车鲁B12345和鲁U67890, 两辆车鲁B***45和鲁U***90"
  })
  void number_plates_are_masked_in_the_middle(String text, String masked) {
    assertEquals(masked, PersonalNumbers.masked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "京A级写字楼",
        "台东B2024栋",
        "新A座2101室",
        "晋A区12345号楼",
        "鲁B牌照的车",
        "鲁B1234567型配件",
        "鲁B2024",
        "配件 B12345",
        "青岛B12345号",
        "苏ABCDEF款",
        "川G318国道",
        "云E2栋3单元501",
        "济青G20 125公里处",
        "海尔青A3-1-502室",
        "保利云B2-3-101",
        "新B 2025.1.3 施工"
      })
  void what_is_no_plate_stays(String text) {
    assertEquals(text, PersonalNumbers.masked(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"⒑", "\ufdfa", "1 ", "1", "86", "(+86)", "0 5", "鲁A1 ", "鲁", "E1", "\u200b1"})
  void a_long_text_of_one_sign_is_no_burden(String sign) {
    String text = sign.repeat(4000);
    assertNotNull(
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PersonalNumbers.masked(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "卡号6222020000000000019退款, 卡号6222020000000000019退款",
    "卡号 6222 0200 0000 0000 018 退款, 卡号 6222***********0018 退款",
    "4111111111111111, 4111********1111",
    "4111111111111112, 4111111111111112",
    "工单2026112408150001234, 工单2026112408150001234",
    "护照E12345678, 护照E*****678",
    "护照Ｅ１２３４５６７８, 护照E*****678",
    "护照EA1234567, 护照E*****567",
    "通行证C12345678, 通行证C*****678",
    "型号AE12345678, 型号AE12345678",
    "型号E123456789, 型号E123456789",
    "型号e12345678, 型号e12345678"
  })
  void bank_cards_and_passports_are_masked_and_other_figures_stay(String text, String masked) {
    assertEquals(masked, PersonalNumbers.masked(text));
  }
}
