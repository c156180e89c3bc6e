import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';

// The floor: socket.io with nothing of ours. A message is one INSERT, acknowledged after its commit. With `deliver` it
// is also sent to everybody in the sender's room, as a chat must.
const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DATABASE_POOL']),
});
pool.on('error', () => undefined);
await pool.query(
  'CREATE TABLE IF NOT EXISTS message (id text PRIMARY KEY, room text NOT NULL, text text NOT NULL, at timestamptz NOT NULL)',
);
const deliver = process.env['DELIVER'] === 'true';

interface Line {
  readonly clientId: string;
  readonly text: string;
}

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  allowUpgrades: false,
  perMessageDeflate: false,
  serveClient: false,
  pingInterval: 8_000,
  pingTimeout: 4_000,
});
io.on('connection', (socket) => {
  const room = String(socket.handshake.auth['room'] ?? socket.id);
  void socket.join(room);
  socket.on('say', async ({ clientId, text }: Line, acknowledge: (answer: object) => void) => {
    const at = new Date();
    await pool.query({
      name: 'say',
      text: 'INSERT INTO message (id, room, text, at) VALUES ($1, $2, $3, $4)',
      values: [clientId, room, text, at],
    });
    acknowledge({ ok: true });
    if (deliver) io.to(room).emit('said', { clientId, text, at });
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(`listening on ${typeof address === 'object' && address ? address.port : ''};`);
});
process.on('SIGTERM', () => process.exit(0));
