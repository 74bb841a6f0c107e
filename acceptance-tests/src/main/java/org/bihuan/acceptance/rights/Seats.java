package org.bihuan.acceptance.rights;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.acceptance.api.District;
import org.bihuan.acceptance.api.Login;
import org.bihuan.contract.Role;
import org.bihuan.localstack.identity.Identity;

/** Everybody who may ask, seen from the records of {@link District}. */
final class Seats {

  private Seats() {}

  /**
   * One who asks.
   *
   * @param caller role, perhaps {@link RightsTable#WITHOUT_CLAIM}, {@link RightsTable#KEY} or
   *     {@link RightsTable#NOBODY}
   * @param side which of the sides that the table names for this caller, from 0
   * @param words where the caller stands, for people
   */
  record Seat(String caller, int side, String words, Login login) {}

  static List<Seat> all(District district) {
    List<Seat> seats = new ArrayList<>();
    for (String role : Role.all()) {
      Identity who = Identity.of(org.bihuan.localstack.identity.Role.named(role));
      switch (role) {
        case Role.CHANNEL_CLERK -> {
          seats.add(seat(district, role, 0, "of the channel", ofChannel(who, District.CHANNEL)));
          seats.add(seat(district, role, 1, "elsewhere", ofChannel(who, District.OTHER_CHANNEL)));
        }
        case Role.LINE_LEADER -> {
          seats.add(seat(district, role, 0, "of the line", who.ofLine(District.LINE)));
          seats.add(seat(district, role, 1, "of another line", who.ofLine(District.OTHER_LINE)));
        }
        case Role.UNIT_HANDLER, Role.UNIT_LEADER -> {
          seats.add(seat(district, role, 0, "of the lead unit", who.ofUnit(District.UNIT)));
          seats.add(seat(district, role, 1, "of a joint unit", who.ofUnit(District.JOINT_UNIT)));
          seats.add(seat(district, role, 2, "of another unit", who.ofUnit(District.OTHER_UNIT)));
        }
        case Role.SUBDISTRICT -> {
          seats.add(seat(district, role, 0, "here", who.ofSubdistrict(District.SUBDISTRICT)));
          seats.add(
              seat(district, role, 1, "elsewhere", who.ofSubdistrict(District.OTHER_SUBDISTRICT)));
        }
        case Role.INSPECTOR, Role.COMMITTEE_INSPECTOR -> {
          seats.add(seat(district, role, 0, "of no involved unit", who));
          seats.add(seat(district, role, 1, "of the lead unit", who.ofUnit(District.UNIT)));
        }
        default -> seats.add(seat(district, role, 0, "", who));
      }
    }
    for (String role : RightsTable.BOUNDED) {
      Identity bare =
          Identity.of(org.bihuan.localstack.identity.Role.named(role))
              .called(role + " without its claim")
              .withoutUsualClaims();
      seats.add(seat(district, role + RightsTable.WITHOUT_CLAIM, 0, "without its claim", bare));
    }
    seats.add(key(district, 0, "of the complaint's channel", District.CHANNEL));
    seats.add(key(district, 1, "of another channel", District.OTHER_CHANNEL));
    seats.add(new Seat(RightsTable.NOBODY, 0, "", Login.nobody()));
    return seats;
  }

  private static Seat seat(
      District district, String role, int side, String words, Identity identity) {
    return new Seat(role, side, words, district.login(identity));
  }

  private static Identity ofChannel(Identity clerk, String channel) {
    return clerk.ofChannels(List.of(channel));
  }

  private static Seat key(District district, int side, String words, String channel) {
    Login login = Login.key(district.channelKey(channel).path("secret").asText());
    return new Seat(RightsTable.KEY, side, words, login);
  }
}
