import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import pg from "pg";

/**
 * What the console is measured against: node:http and pg, the same tables, the same durability, and nothing else.
 * No sign-in, no rights, no checks, no idempotency, no signature, no due work.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

type Body = Record<string, string>;

const server = createServer((request, response) => {
  void answer(request).then(
    (result) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(result)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
process.once("disconnect", () => process.exit(0));
pool.on("error", () => {});

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.url === "/list") return (await pool.query(LIST)).rows;
  if (request.url?.startsWith("/room/")) return readRoom(request.url.slice(6));
  let text = "";
  for await (const part of request) text += String(part);
  const body = JSON.parse(text) as Body;
  return inTransaction<unknown>((client) => {
    if (request.url === "/declare") return declare(client, body);
    if (request.url === "/tick") return tick(client, body);
    return note(client, body);
  });
}

async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

async function declare(client: pg.PoolClient, { title, environmentId, serviceId, personId }: Body) {
  const [id, textId, at] = [randomUUID(), randomUUID(), new Date()];
  const stream = { id, seq: 0, hash: "" };
  await client.query(
    `INSERT INTO streams (id, kind, head_seq, head_hash, head_at, head_signature, head_key_id)
     VALUES ($1, 'incident', 0, '', $2, '', '')`,
    [id, at],
  );
  const { rows } = await client.query<{ value: number }>(
    `UPDATE counters SET value = value + 1 WHERE name = 'incident:real' RETURNING value`,
  );
  const number = rows[0]?.value;
  await client.query(
    `INSERT INTO incidents (id, kind, number, key, title, title_text_id, severity, environment_id, status,
       status_since, visibility, declared_at, declared_by_id, cadence, due_at)
     VALUES ($1, 'real', $2::int, 'INC-' || ($2::int)::text, $3, $4, 3, $5, 'declared', $6, 'everyone', $6, $7, $8, $6)`,
    [id, number, title, textId, environmentId, at, personId, "{}"],
  );
  await client.query(`INSERT INTO incident_services (incident_id, service_id) VALUES ($1, $2)`, [
    id,
    serviceId,
  ]);
  await append(client, stream, at, { kind: "incident.declared", personId, textId, text: title });
  return { id, number };
}

async function tick(client: pg.PoolClient, { streamId, itemId, from, to, personId }: Body) {
  const stream = await lock(client, streamId);
  const at = new Date();
  await client.query(
    `UPDATE checklist_items SET state = $3, changed_by_id = $4, changed_at = $5 WHERE id = $1 AND state = $2`,
    [itemId, from, to, personId, at],
  );
  return append(client, stream, at, { kind: "step.done", personId });
}

async function note(client: pg.PoolClient, { streamId, text, personId }: Body) {
  const stream = await lock(client, streamId);
  return append(client, stream, new Date(), { kind: "note.added", personId, textId: randomUUID(), text });
}

interface Head {
  id: string;
  seq: number;
  hash: string;
}

async function lock(client: pg.PoolClient, id = ""): Promise<Head> {
  const { rows } = await client.query<{ seq: number; hash: string }>(
    `SELECT head_seq AS seq, head_hash AS hash FROM streams WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return { id, seq: rows[0]?.seq ?? 0, hash: rows[0]?.hash ?? "" };
}

async function append(
  client: pg.PoolClient,
  stream: Head,
  at: Date,
  { kind, personId, textId, text }: { kind: string; personId?: string; textId?: string; text?: string },
) {
  const seq = stream.seq + 1;
  const data = JSON.stringify({ textId, personId });
  const hash = createHash("sha256")
    .update(stream.hash + JSON.stringify({ stream: stream.id, seq, kind, at, data }))
    .digest("hex");
  if (textId)
    await client.query(
      `INSERT INTO entry_texts (id, stream_id, seq, salt, text) VALUES ($1, $2, $3, '', $4)`,
      [textId, stream.id, seq, text],
    );
  await client.query(
    `INSERT INTO timeline_entries (stream_id, seq, kind, version, actor_kind, actor_id, via, at, data, hash)
     VALUES ($1, $2, $3, 1, 'person', $4, 'session', $5, $6, $7)`,
    [stream.id, seq, kind, personId, at, data, hash],
  );
  await client.query(`UPDATE streams SET head_seq = $2, head_hash = $3, head_at = $4 WHERE id = $1`, [
    stream.id,
    seq,
    hash,
    at,
  ]);
  await client.query(`SELECT pg_notify('bare', $1)`, [JSON.stringify({ stream: stream.id, seq })]);
  return { seq, hash };
}

/** The same page of 50, with the same facts a row, the open ones by due time first. */
const FACTS = `s.head_seq, i.*,
  ARRAY(SELECT service_id FROM incident_services WHERE incident_id = i.id) AS services,
  (SELECT json_agg(json_build_object('personId', person_id, 'role', role)) FROM participants
    WHERE incident_id = i.id AND left_at IS NULL) AS participants,
  m.state AS summary,
  (SELECT count(*)::int FROM exit_criteria WHERE incident_id = i.id) AS criteria,
  (SELECT count(*)::int FROM checklist_items WHERE stream_id = i.id) AS steps,
  (SELECT left(t.text, 160) FROM status_updates u LEFT JOIN entry_texts t ON t.id = u.current_text_id
    WHERE u.incident_id = i.id ORDER BY u.number DESC LIMIT 1) AS said`;
const LIST = `
  WITH listed AS (
    (SELECT id, 1 AS part, due_at AS at FROM incidents
      WHERE status IN ('declared', 'investigating', 'mitigating', 'monitoring') ORDER BY due_at LIMIT 50)
    UNION ALL
    (SELECT id, 2 AS part, declared_at AS at FROM incidents
      WHERE status IN ('closed', 'cancelled') ORDER BY declared_at DESC LIMIT 50)
    ORDER BY part, at LIMIT 50)
  SELECT ${FACTS} FROM listed JOIN incidents i USING (id) JOIN streams s USING (id)
  LEFT JOIN summaries m ON m.incident_id = i.id`;

async function readRoom(id: string) {
  const { rows } = await pool.query(
    `SELECT ${FACTS} FROM incidents i JOIN streams s USING (id) LEFT JOIN summaries m ON m.incident_id = i.id
     WHERE i.id = $1`,
    [id],
  );
  const items = await pool.query(`SELECT * FROM checklist_items WHERE stream_id = $1 ORDER BY position`, [
    id,
  ]);
  const entries = await pool.query<{ seq: number }>(
    `SELECT * FROM timeline_entries WHERE stream_id = $1 ORDER BY seq DESC LIMIT 200`,
    [id],
  );
  const texts = await pool.query(
    `SELECT id, seq, text FROM entry_texts WHERE stream_id = $1 AND seq = ANY($2::int[])`,
    [id, entries.rows.map(({ seq }) => seq)],
  );
  return { incident: rows[0] as unknown, items: items.rows, entries: entries.rows, texts: texts.rows };
}
