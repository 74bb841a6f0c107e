import { Card, Space, Typography } from 'antd';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { ListPage } from '../parts/ListPage';
import { Named, NamedSelect } from '../parts/names';
import { SheetImport } from '../parts/SheetImport';
import { Loaded, Nothing } from '../parts/states';
import { useWords } from '../words';
import { Area } from './Area';
import { useAdmin, useForget } from './edit';
import { words } from './words';

const UNIT = { parentCode: { control: <NamedSelect kind="unit" /> } };

export function Units() {
  const say = useWords(words);
  const admin = useAdmin();
  const forget = useForget();
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listUnits"
        object="UnitView"
        title={say('units')}
        columns={[
          'name',
          'code',
          'kind',
          'aliases',
          { field: 'parentCode', show: (unit) => (unit.parentCode ? <Named kind="unit" code={unit.parentCode} /> : '—') },
          'phone',
          'active',
          { field: 'successorCode', show: (unit) => (unit.successorCode ? <Named kind="unit" code={unit.successorCode} /> : '—') },
        ]}
        moreColumns={['fallback']}
        filters={['q', 'kind', 'active', 'parentCode']}
        keyOf={(unit) => unit.code}
        exported
        extra={
          admin && (
            <Space>
              <SheetImport service="dispatch" operation="importUnits" template="getUnitTemplate" title={say('importUnits')} onDone={forget} />
              <ActButton primary service="dispatch" operation="createUnit" title={say('newUnit')} changes={{ ...UNIT, code: { help: say('codeHelp') } }} onDone={forget} />
            </Space>
          )
        }
        acts={
          admin
            ? (unit) => (
                <>
                  <ActButton
                    small
                    service="dispatch"
                    operation="replaceUnit"
                    path={{ code: unit.code }}
                    version={unit.version}
                    title={say('change')}
                    hint={unit.name}
                    initial={unit}
                    changes={UNIT}
                    onDone={forget}
                  />
                  {unit.active && (
                    <ActButton
                      small
                      danger
                      service="dispatch"
                      operation="closeUnit"
                      path={{ code: unit.code }}
                      version={unit.version}
                      title={say('closeUnit')}
                      hint={say('closeUnitHint', { name: unit.name })}
                      changes={{ successorCode: { control: <NamedSelect kind="unit" /> } }}
                      onDone={forget}
                    />
                  )}
                </>
              )
            : undefined
        }
      />
    </Area>
  );
}

export function FrontlineGroups() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listFrontlineGroups"
        object="FrontlineGroupView"
        title={say('frontlineGroups')}
        columns={['name', 'subdistrictCode', 'leader', 'postedCadres']}
        filters={['on']}
        keyOf={(group) => group.code}
        linkOf={(group) => `/postings?groupCode=${group.code}`}
      />
    </Area>
  );
}

export function LeadingGroup() {
  const say = useWords(words);
  const group = useAnswer('dispatch', 'getLeadingGroup');
  return (
    <Area>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {say('leadingGroup')}
      </Typography.Title>
      <Loaded asked={group}>
        {({ on, coHeads }) => (
          <Card size="small" title={say('coHeads', { on })} style={{ marginBottom: 16 }}>
            {coHeads.length === 0 && <Nothing />}
            <ul style={{ margin: 0 }}>
              {coHeads.map((leader) => (
                <li key={leader.code}>
                  {leader.name}（{leader.post}）
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Loaded>
      <Bodies />
    </Area>
  );
}

function Bodies() {
  const say = useWords(words);
  const bodies = useAnswer('dispatch', 'listLeadingBodies');
  return (
    <Loaded asked={bodies}>
      {({ items }) => (
        <Card size="small" title={say('leadingBodies')}>
          <ul style={{ margin: 0 }}>
            {items.map((body) => (
              <li key={body.code}>{body.name}</li>
            ))}
          </ul>
        </Card>
      )}
    </Loaded>
  );
}

export function WorkLines() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listWorkLines"
        object="WorkLineView"
        title={say('workLines')}
        columns={['name', 'code', 'leaders']}
        filters={['on']}
        keyOf={(line) => line.code}
        linkOf={(line) => `/duties?lineCode=${line.code}`}
      />
    </Area>
  );
}

export function DutyClauses() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listDutyClauses"
        object="DutyClauseView"
        title={say('dutyClauses')}
        columns={['code', 'text', 'categoryCode', 'unitCode']}
        filters={[]}
        keyOf={(clause) => clause.code}
      />
    </Area>
  );
}

export function Mechanisms() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listMechanisms"
        object="MechanismView"
        title={say('mechanisms')}
        columns={['code', 'name']}
        filters={[]}
        keyOf={(mechanism) => mechanism.code}
      />
    </Area>
  );
}

export function Subdistricts() {
  const say = useWords(words);
  return (
    <Area>
      <ListPage
        service="dispatch"
        operation="listSubdistricts"
        object="SubdistrictView"
        title={say('subdistricts')}
        columns={['code', 'name']}
        filters={[]}
        keyOf={(subdistrict) => subdistrict.code}
      />
    </Area>
  );
}
