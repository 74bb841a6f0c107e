import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Space, Spin, Statistic, Table } from 'antd';
import { useRef, useState } from 'react';
import { download, type Answer, type OperationId, type Query, type Request, type Service } from '../api/client';
import { useAct } from '../api/use';
import { useFrameWords } from '../words';
import { saveAs, SHEET, sheetOf } from './files';
import { Failure } from './states';

/** What every import of a sheet answers. */
interface SheetReport {
  stored: boolean;
  rows: number;
  created: number;
  unchanged: number;
  changed?: number;
  ended?: number;
  faults: { row: number; column: string; code: string; message: string }[];
}

type Imports<S extends Service> = { [O in OperationId<S>]: Answer<S, O> extends SheetReport ? O : never }[OperationId<S>];

interface Props<S extends Service, O extends Imports<S>> {
  service: S;
  operation: O;
  /** What gives the sheet to fill in. */
  template: OperationId<S>;
  path?: Request<S, O>['path'];
  title: string;
  onDone?: (answer: Answer<S, O>) => void;
}

/** A button that opens the import of a sheet: template, a check of every row, and the import once all are right. */
export function SheetImport<S extends Service, O extends Imports<S>>(spec: Props<S, O>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<UploadOutlined />} onClick={() => setOpen(true)}>
        {spec.title}
      </Button>
      {open && <SheetDialog {...spec} onClose={() => setOpen(false)} />}
    </>
  );
}

function SheetDialog<S extends Service, O extends Imports<S>>({ onClose, ...spec }: Props<S, O> & { onClose: () => void }) {
  const say = useFrameWords();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const act = useAct(spec.service, spec.operation);
  const [sheet, setSheet] = useState<{ name: string; content: Blob; key: string }>();
  const [report, setReport] = useState<SheetReport>();
  const [failure, setFailure] = useState<Error>();

  const send = async (content: Blob, dryRun: boolean, idempotencyKey: string) => {
    setFailure(undefined);
    try {
      const query = { dryRun } as unknown as Query<S, O>;
      const answer = await act.mutateAsync({ path: spec.path, query, file: content, idempotencyKey });
      setReport(answer as SheetReport);
      if (!dryRun) {
        spec.onDone?.(answer);
      }
    } catch (error) {
      setFailure(error as Error);
    }
  };

  const choose = (file: File) => {
    const content = sheetOf(file);
    setReport(undefined);
    setSheet({ name: file.name, content, key: crypto.randomUUID() });
    void send(content, true, crypto.randomUUID());
  };

  const saveTemplate = async () => {
    try {
      saveAs(await download(spec.service, spec.template, { accept: SHEET }), `${spec.title}.xlsx`);
    } catch (error) {
      message.error((error as Error).message || say('failed'));
    }
  };

  const ready = report && report.faults.length === 0 && !report.stored;
  return (
    <Modal
      open
      title={spec.title}
      okText={say('sheetImport')}
      cancelText={say(report?.stored ? 'close' : 'cancel')}
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => sheet && void send(sheet.content, false, sheet.key)}
      onCancel={onClose}
      mask={{ closable: false }}
      width={720}
    >
      <p>{say('sheetHint')}</p>
      <Space wrap style={{ marginBottom: 16 }}>
        <Button icon={<DownloadOutlined />} onClick={() => void saveTemplate()}>
          {say('sheetTemplate')}
        </Button>
        <input
          ref={input}
          type="file"
          aria-label={say('sheetChoose')}
          accept=".xlsx,.csv"
          style={{ display: 'none' }}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) {
              choose(file);
            }
            event.target.value = '';
          }}
        />
        <Button icon={<UploadOutlined />} disabled={act.isPending} onClick={() => input.current?.click()}>
          {say('sheetChoose')}
        </Button>
        <span>{sheet?.name}</span>
        {act.isPending && <Spin size="small" />}
      </Space>
      {failure && <Failure error={failure} />}
      {report && <Report report={report} />}
    </Modal>
  );
}

function Report({ report }: { report: SheetReport }) {
  const say = useFrameWords();
  const faulty = report.faults.length > 0;
  const counts = [
    { title: say('sheetRows'), value: report.rows },
    { title: say('sheetCreated'), value: report.created },
    { title: say('sheetChanged'), value: report.changed },
    { title: say('sheetEnded'), value: report.ended },
    { title: say('sheetUnchanged'), value: report.unchanged },
  ].filter((count) => count.value !== undefined);
  return (
    <div role="status">
      <Alert
        type={faulty ? 'error' : report.stored ? 'success' : 'info'}
        showIcon
        title={faulty ? say('sheetFaulty', { count: report.faults.length }) : say(report.stored ? 'sheetStored' : 'sheetFine')}
        style={{ marginBottom: 12 }}
      />
      {faulty ? (
        <Table
          size="small"
          rowKey={(fault) => `${fault.row} ${fault.column} ${fault.code}`}
          dataSource={report.faults}
          pagination={report.faults.length > 10 ? { pageSize: 10 } : false}
          columns={[
            { dataIndex: 'row', title: say('sheetRow'), width: 64 },
            { dataIndex: 'column', title: say('sheetColumn'), width: 160 },
            { dataIndex: 'message', title: say('sheetFault') },
          ]}
        />
      ) : (
        <Space size="large" wrap>
          {counts.map((count) => (
            <Statistic key={count.title} title={count.title} value={count.value} />
          ))}
        </Space>
      )}
    </div>
  );
}
