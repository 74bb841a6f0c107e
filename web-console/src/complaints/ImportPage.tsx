import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Table, Typography } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { call, download, type Answer } from '../api/client';
import { saveAs, SHEET, sheetOf } from '../parts/files';
import { CodeTag } from '../parts/show';
import { Failure } from '../parts/states';
import { code, useWords } from '../words';
import { words } from './words';

type Report = Answer<'intake', 'importComplaints'>;

/** Many complaints from a sheet: first checked, row by row, then registered. */
export default function ImportPage() {
  const say = useWords(words);
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<Error>();
  const [busy, setBusy] = useState(false);
  const key = useRef(crypto.randomUUID());

  const during = async (doing: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await doing().catch((error: Error) => setFailure(error));
    setBusy(false);
  };
  const check = (chosen: File) =>
    during(async () => {
      key.current = crypto.randomUUID();
      setFile(chosen);
      setReport(undefined);
      setReport(await sendSheet(chosen, true, crypto.randomUUID()));
    });

  return (
    <section>
      <Typography.Title level={1} style={{ fontSize: 20, marginTop: 0 }}>
        {say('import')}
      </Typography.Title>
      <p>{say('importHint')}</p>
      <Flex wrap gap={8} style={{ marginBottom: 16 }}>
        <Button
          icon={<DownloadOutlined />}
          onClick={() => void during(async () => saveAs(await download('intake', 'getComplaintTemplate', { accept: SHEET }), `${say('import')}.xlsx`))}
        >
          {say('template')}
        </Button>
        <input
          ref={input}
          type="file"
          style={{ display: 'none' }}
          aria-label={say('chooseFile')}
          accept=".xlsx,.csv"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) {
              void check(chosen);
            }
          }}
        />
        <Button type="primary" icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
          {say('chooseFile')}
        </Button>
        {file && <span style={{ alignSelf: 'center' }}>{file.name}</span>}
      </Flex>
      {failure && <Failure error={failure} />}
      {report && (
        <Outcome report={report}>
          {file && !report.stored && report.faults.length === 0 && report.created > 0 && (
            <Button type="primary" loading={busy} onClick={() => void during(async () => setReport(await sendSheet(file, false, key.current)))}>
              {say('importNow', { count: report.created })}
            </Button>
          )}
        </Outcome>
      )}
    </section>
  );
}

function Outcome({ report, children }: { report: Report; children: React.ReactNode }) {
  const say = useWords(words);
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Alert
        type={report.faults.length > 0 ? 'error' : report.stored ? 'success' : 'info'}
        showIcon
        role="status"
        title={report.stored ? say('imported') : say('checkFirst')}
        description={
          <>
            <div>{say('rowsAll', { rows: report.rows, created: report.created, unchanged: report.unchanged })}</div>
            {report.faults.length > 0 && <div>{say('rowFaults', { count: report.faults.length })}</div>}
          </>
        }
        action={children}
      />
      {report.faults.length > 0 && (
        <Table
          size="small"
          rowKey={(fault) => `${fault.row}-${fault.column}-${fault.code}`}
          dataSource={report.faults}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            { title: say('row'), dataIndex: 'row', width: 80 },
            { title: say('column'), dataIndex: 'column', width: 200 },
            { title: say('fault'), dataIndex: 'message' },
          ]}
        />
      )}
      {report.outcomes.length > 0 && (
        <Table
          size="small"
          rowKey="row"
          dataSource={report.outcomes}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          columns={[
            { title: say('row'), dataIndex: 'row', width: 80 },
            { title: say('from'), dataIndex: 'sourceRef' },
            { title: say('result'), dataIndex: 'result', render: (result: string) => code('Result', result) },
            { title: say('complaint'), render: (_, one) => (one.complaintId ? <Link to={`/complaints/${one.complaintId}`}>{one.serial}</Link> : '—') },
            { title: say('status'), render: (_, one) => (one.status ? <CodeTag name="ComplaintStatus" value={one.status} /> : '—') },
            { title: say('problem'), render: (_, one) => (one.problemId ? <Link to={`/problems/${one.problemId}`}>{one.problemSerial}</Link> : '—') },
          ]}
        />
      )}
    </div>
  );
}

function sendSheet(file: File, dryRun: boolean, idempotencyKey: string): Promise<Report> {
  return call('intake', 'importComplaints', { query: { dryRun }, file: sheetOf(file), idempotencyKey });
}
