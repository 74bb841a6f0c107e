import { DownloadOutlined, FilterOutlined, LinkOutlined, ReloadOutlined, SettingOutlined } from '@ant-design/icons';
import { App, Badge, Button, Checkbox, Flex, Popover, Select, Space, Table, Typography, type TableColumnsType } from 'antd';
import MeasureRow from 'antd/es/table/TableMeasureRowContext';
import { useContext, useState, type Key, type ReactNode } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { download, type OperationId, type Query, type Request, type Row, type Service } from '../api/client';
import { queryOf, shapesOf, type Shapes } from '../api/shapes';
import { useAnswer } from '../api/use';
import { label, useFrameWords } from '../words';
import { saveAs, SHEET } from './files';
import { Filters } from './Filters';
import { PageLink } from './PageLink';
import { Shown } from './show';
import { Failure, Nothing } from './states';

const PAGE = 50;
/** Of a cell: a long text takes more lines, not the place of the other columns. */
const WIDEST = { maxWidth: 240 };
/** Of the address, what is ours and not a filter of the API. */
const COLUMNS = 'columns';

export interface Column<R> {
  field: keyof R & string;
  title?: string;
  width?: number;
  show?: (row: R) => ReactNode;
}

export interface BatchAct<R> {
  label: string;
  /** Only for rows that allow it. */
  of?: (row: R) => boolean;
  render: (rows: R[], done: () => void) => ReactNode;
}

/** What is often asked for, under a name. */
export interface SavedView {
  name: string;
  /** Filters and order, as they stand in the address. */
  query: string;
}

export interface ListSpec<S extends Service, O extends OperationId<S>> {
  service: S;
  operation: O;
  title: string;
  /** Name of the view of a row in the description, such as `OrderItemView`. */
  object: string;
  /** Shown at first; the others can be chosen. */
  columns: ((keyof Row<S, O> & string) | Column<Row<S, O>>)[];
  moreColumns?: (keyof Row<S, O> & string)[];
  /** The filters that are shown; what else the address asks for holds too. */
  filters: (keyof Query<S, O> & string)[];
  sorts?: string[];
  views?: SavedView[];
  /** Always asked for, beside the filters. */
  fixed?: Query<S, O>;
  path?: Request<S, O>['path'];
  linkOf?: (row: Row<S, O>) => string;
  keyOf?: (row: Row<S, O>) => Key;
  batch?: BatchAct<Row<S, O>>[];
  /** Whether the API gives the list as a sheet. */
  exported?: boolean;
  extra?: ReactNode;
  empty?: ReactNode;
  /** What may be done with a row, in a last column. */
  acts?: (row: Row<S, O>) => ReactNode;
}

/**
 * A list of the API: filters, columns, pages, batch acts and export. The address holds what is asked for, in the names
 * of the API: it can be kept, sent to a colleague, and reached from any figure.
 */
export function ListPage<S extends Service, O extends OperationId<S>>(spec: ListSpec<S, O>) {
  type R = Row<S, O>;
  const say = useFrameWords();
  const { message } = App.useApp();
  const [address, setAddress] = useSearchParams();
  // Pages belong to the place in the history, not to the address: going back leads to them, a link sent to others does not.
  const { state, search } = useLocation();
  const navigate = useNavigate();
  const cursors = (state as { cursors?: string[] } | null)?.cursors ?? [];
  const turn = (to: string[]) => void navigate({ search }, { state: { cursors: to } });
  const [selection, setSelection] = useState<{ among: string; rows: R[] }>({ among: '', rows: [] });
  const [filtering, setFiltering] = useState(false);
  const known = queryOf(spec.service, spec.operation);
  const asked = { ...queryOfAddress(address, known), ...(spec.fixed as object | undefined) };
  const cursor = cursors.at(-1);
  const query = { ...asked, ...bounds(known), ...(cursor ? { cursor } : {}) } as Query<S, O>;
  const answer = useAnswer(spec.service, spec.operation, { query, path: spec.path });
  const page = pageIn<R>(answer.data);
  const keyOf = (row: R) => (spec.keyOf ? spec.keyOf(row) : ((row as { id?: string; code?: string }).id ?? (row as { code?: string }).code ?? ''));
  const among = JSON.stringify(asked);
  // What was chosen holds over pages, as it is now, and as long as the same is asked for.
  const newest = new Map((page?.items ?? []).map((row) => [keyOf(row), row]));
  const chosen = selection.among === among ? selection.rows.map((row) => newest.get(keyOf(row)) ?? row) : [];
  const setChosen = (rows: R[]) => setSelection({ among, rows });

  const ask = (change: Record<string, string[]>, from: URLSearchParams = address) => {
    const next = new URLSearchParams(from);
    for (const [name, values] of Object.entries(change)) {
      next.delete(name);
      values.forEach((value) => next.append(name, value));
    }
    setAddress(next);
  };

  const first = spec.columns.map((column) => (typeof column === 'string' ? { field: column } : column) as Column<R>);
  const all = [...first, ...(spec.moreColumns ?? []).map((field) => ({ field }) as Column<R>)];
  const told = address.get(COLUMNS)?.split(',').filter((field) => all.some((column) => column.field === field)) ?? [];
  const wanted = told.length > 0 ? told : first.map((column) => column.field);
  const shapes = shapesOf(spec.service, spec.object);
  const sortOf = (field: string) => (spec.sorts?.includes(field) ? field : undefined);
  const sort = address.get('sort') ?? '';
  const others = Object.keys(queryOfAddress(address, known)).filter((name) => name !== 'sort' && !(spec.filters as string[]).includes(name));
  const filterCount = spec.filters.filter((name) => address.has(name)).length + others.length;

  const save = async () => {
    try {
      const sheet = await download(spec.service, spec.operation, { query: asked as Query<S, O>, path: spec.path, accept: SHEET });
      saveAs(sheet, `${spec.title}.xlsx`);
    } catch (error) {
      message.error((error as Error).message || say('failed'));
    }
  };

  const columns: TableColumnsType<R & object> = all
    .filter((column) => wanted.includes(column.field))
    .map((column, index) => ({
      dataIndex: column.field,
      key: column.field,
      title: column.title ?? label(spec.service, spec.object, column.field),
      width: column.width,
      sorter: sortOf(column.field) !== undefined,
      sortOrder: sort === column.field ? 'ascend' : sort === `-${column.field}` ? 'descend' : null,
      render: (_: unknown, row: R) => {
        const shown = column.show ? (
          column.show(row)
        ) : (
          <Shown service={spec.service} shape={shapes[column.field]} field={column.field} value={row[column.field]} />
        );
        return <div style={WIDEST}>{index === 0 && spec.linkOf ? <PageLink to={spec.linkOf(row)}>{shown}</PageLink> : shown}</div>;
      },
    }));

  return (
    <section aria-label={spec.title}>
      <Flex wrap gap={8} align="center" justify="space-between" style={{ marginBottom: 12 }}>
        <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
          {spec.title}
        </Typography.Title>
        <Space wrap>
          {spec.extra}
          {spec.views && <Views views={spec.views} address={address} choose={(query) => ask({}, query)} />}
          {spec.filters.length > 0 && (
            <Badge count={filterCount}>
              <Button icon={<FilterOutlined />} aria-expanded={filtering || filterCount > 0} onClick={() => setFiltering(!filtering)}>
                {say('filter')}
              </Button>
            </Badge>
          )}
          <ColumnChoice
            service={spec.service}
            object={spec.object}
            columns={all}
            wanted={wanted}
            choose={(fields) => ask({ [COLUMNS]: [fields.join(',')] })}
          />
          <Button
            icon={<LinkOutlined />}
            aria-label={say('copyLink')}
            title={say('copyLink')}
            onClick={() => void navigator.clipboard.writeText(window.location.href).then(() => message.success(say('copied')))}
          />
          <Button icon={<ReloadOutlined />} aria-label={say('refresh')} title={say('refresh')} onClick={() => void answer.refetch()} />
          {spec.exported && (
            <Button icon={<DownloadOutlined />} onClick={() => void save()}>
              {say('export')}
            </Button>
          )}
        </Space>
      </Flex>
      {(filtering || filterCount > 0) && <Filters service={spec.service} names={spec.filters} others={others} shapes={known} address={address} ask={ask} />}
      {spec.batch && chosen.length > 0 && (
        <Space wrap style={{ marginBottom: 8 }}>
          {say('chosen', { count: chosen.length })}
          {spec.batch.map((act) => (
            <span key={act.label}>{act.render(act.of ? chosen.filter(act.of) : chosen, () => setChosen([]))}</span>
          ))}
        </Space>
      )}
      {answer.error && <Failure error={answer.error} retry={() => void answer.refetch()} trying={answer.isFetching} />}
      {answer.error && !page ? null : (
        <Table<R & object>
          size="middle"
          rowKey={keyOf}
          loading={answer.isFetching && !page ? { description: say('loading') } : answer.isPlaceholderData}
          dataSource={(page?.items ?? []) as (R & object)[]}
          pagination={false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: answer.isPending ? ' ' : (spec.empty ?? <Nothing />) }}
          rowSelection={
            spec.batch && {
              selectedRowKeys: chosen.map(keyOf),
              columnTitle: (box) => <ChooseAll box={box} />,
              preserveSelectedRowKeys: true,
              onChange: (_, rows) => setChosen(rows.filter(Boolean)),
              getCheckboxProps: (row) => ({ 'aria-label': String((row as { serial?: string; title?: string }).serial ?? (row as { title?: string }).title ?? keyOf(row)) }) as object,
            }
          }
          onChange={(_, __, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter;
            ask({ sort: one?.order ? [`${one.order === 'descend' ? '-' : ''}${String(one.field)}`] : [] });
          }}
          columns={spec.acts ? [...columns, { key: 'acts', title: say('acts'), render: (_, row) => <Space wrap>{spec.acts?.(row)}</Space> }] : columns}
        />
      )}
      {known.cursor && (
        <Flex justify="space-between" align="center" style={{ marginTop: 12 }}>
          <span role="status">{typeof page?.total === 'number' && say('total', { total: page.total })}</span>
          <Space>
            <Button disabled={cursors.length === 0} onClick={() => turn(cursors.slice(0, -1))}>
              {say('previous')}
            </Button>
            <Button disabled={!page?.nextCursor} onClick={() => page?.nextCursor && turn([...cursors, page.nextCursor])}>
              {say('next')}
            </Button>
          </Space>
        </Flex>
      )}
    </section>
  );
}

/** What a list asks for at first, with no filter: who shows more of the same answer asks for this, and it is asked once. */
export function firstPage<S extends Service, O extends OperationId<S>>(service: S, operation: O, path?: Request<S, O>['path']): Request<S, O> {
  return { query: { ...bounds(queryOf(service, operation)) } as Query<S, O>, path };
}

function bounds(known: Shapes) {
  return { ...(known.limit ? { limit: PAGE } : {}), ...(known.count ? { count: 'exact' } : {}) };
}

/** Short lists come whole, without pages. */
function pageIn<R>(data: unknown): { items: R[]; nextCursor?: string | null; total?: number | null } | undefined {
  return Array.isArray(data) ? { items: data as R[] } : (data as { items: R[] } | undefined);
}

/** The library measures columns by a hidden row that repeats the headings: no key may lead to a box in it. */
function ChooseAll({ box }: { box: ReactNode }) {
  return useContext(MeasureRow) ? null : box;
}

function queryOfAddress(address: URLSearchParams, known: Shapes): Record<string, unknown> {
  const asked: Record<string, unknown> = {};
  for (const name of new Set(address.keys())) {
    if (name !== COLUMNS && name !== 'cursor' && name !== 'limit' && name !== 'count') {
      // What the API does not know it refuses, and says so: a filter that is left out in silence would lie.
      const values = address.getAll(name);
      asked[name] = known[name]?.kind === 'list' || values.length > 1 ? values : values[0];
    }
  }
  return asked;
}

/** Each view is a link: choosing it changes the address and nothing else. */
function Views({ views, address, choose }: { views: SavedView[]; address: URLSearchParams; choose: (query: URLSearchParams) => void }) {
  const say = useFrameWords();
  const here = sorted(address);
  return (
    <Select
      aria-label={say('views')}
      placeholder={say('views')}
      value={views.find((view) => sorted(new URLSearchParams(view.query)) === here)?.query ?? null}
      options={views.map((view) => ({ value: view.query, label: view.name }))}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120 }}
      onChange={(query: string | null) => choose(new URLSearchParams(query ?? ''))}
    />
  );
}

function sorted(address: URLSearchParams): string {
  const copy = new URLSearchParams(address);
  copy.delete(COLUMNS);
  copy.sort();
  return copy.toString();
}

interface ColumnChoiceProps<R> {
  service: Service;
  object: string;
  columns: Column<R>[];
  wanted: string[];
  choose: (fields: string[]) => void;
}

function ColumnChoice<R>({ service, object, columns, wanted, choose }: ColumnChoiceProps<R>) {
  const say = useFrameWords();
  const boxes = (
    <Checkbox.Group
      value={wanted}
      onChange={(fields) => choose(columns.map((column) => column.field).filter((field) => fields.includes(field)))}
      style={{ flexDirection: 'column', maxHeight: 360, overflow: 'auto' }}
      options={columns.map((column) => ({ value: column.field as string, label: column.title ?? label(service, object, column.field) }))}
    />
  );
  return (
    <Popover trigger="click" content={boxes} title={say('columns')}>
      <Button icon={<SettingOutlined />} aria-label={say('columns')} title={say('columns')} />
    </Popover>
  );
}
