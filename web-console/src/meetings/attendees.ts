import type { Answer } from '../api/client';

export type Meeting = Answer<'dispatch', 'getMeeting'>;

/** A unit, a leader, or a name: whichever it is. */
export function attendeeName(attendee: Meeting['attendees'][number]): string {
  return [attendee.unit?.name, attendee.leader?.name, attendee.name].filter(Boolean).join(' ');
}
