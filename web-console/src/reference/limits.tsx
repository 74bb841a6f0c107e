import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { useWords } from '../words';
import { Area } from './Area';
import { useAdmin } from './edit';
import { words } from './words';

function percent(share: number | null | undefined): string {
  return typeof share === 'number' ? `${Math.round(share * 100)}%` : '—';
}

export function SlaPolicies() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listSlaPolicies"
        object="SlaPolicyView"
        title={say('slaPolicies')}
        columns={[
          'kind',
          'deadlineClass',
          'counting',
          'limit',
          { field: 'warnAt', show: (policy) => percent(policy.warnAt) },
          { field: 'reworkShare', show: (policy) => percent(policy.reworkShare) },
          'returnWindow',
          'acknowledgeWithin',
          'validFrom',
        ]}
        moreColumns={['ruleVersion']}
        filters={['kind', 'deadlineClass']}
        exported
        extra={
          admin && (
            <ActButton
              primary
              service="dispatch"
              operation="createSlaPolicy"
              title={say('newPolicy')}
              hint={say('newPolicyHint')}
              changes={{ warnAt: { help: say('shareHelp') }, reworkShare: { help: say('shareHelp') } }}
            />
          )
        }
      />
    </Area>
  );
}

export function Calendars() {
  const say = useWords(words);
  const admin = useAdmin();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listCalendars"
        object="CalendarYearView"
        title={say('calendars')}
        columns={[
          'year',
          { field: 'officeHours', show: (year) => year.officeHours.map((hours) => `${hours.opensAt.slice(0, 5)}–${hours.closesAt.slice(0, 5)}`).join('、') },
          {
            field: 'days',
            show: (year) => (
              <details>
                <summary>{say('specialDays', { count: year.days.length })}</summary>
                <ul style={{ margin: 0 }}>
                  {year.days.map((day) => (
                    <li key={day.date}>
                      {day.date} {day.name}（{say(day.working ? 'workingDay' : 'dayOff')}）
                    </li>
                  ))}
                </ul>
              </details>
            ),
          },
        ]}
        filters={[]}
        keyOf={(year) => year.year}
        extra={admin && <NewYear />}
        acts={
          admin
            ? (year) => (
                <ActButton
                  small
                  service="dispatch"
                  operation="replaceCalendar"
                  path={{ year: year.year }}
                  version={year.version}
                  title={say('change')}
                  hint={say('calendarHint', { year: year.year })}
                  initial={year}
                />
              )
            : undefined
        }
      />
    </Area>
  );
}

function NewYear() {
  const say = useWords(words);
  const year = new Date().getFullYear() + 1;
  return (
    <ActButton
      primary
      service="dispatch"
      operation="replaceCalendar"
      path={{ year }}
      title={say('newYear', { year })}
      hint={say('calendarHint', { year })}
      initial={{ officeHours: [{ opensAt: '09:00', closesAt: '12:00' }, { opensAt: '13:30', closesAt: '17:30' }], days: [] }}
    />
  );
}
