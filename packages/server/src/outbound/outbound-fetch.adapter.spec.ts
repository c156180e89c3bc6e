import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.js';
import { createOutboundFetch } from './outbound-fetch.adapter.js';
import { trustedHosts } from './trusted-hosts.js';

let server: Server;
let port = 0;
let hits: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '');
    if (request.url === '/moved') response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` });
    response.end('inside');
  });
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  hits = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const nobody = createOutboundFetch({ trusted: new Set() });
/** Names resolve to each of these in turn, and to the last one from then on. */
function answers(...replies: readonly (readonly string[])[]): LookupFunction {
  let asked = 0;
  return (_, options, callback) => {
    const addresses = replies[Math.min(asked, replies.length - 1)] ?? [];
    asked += 1;
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    if (options.all === true) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
  };
}

describe('the one outbound client', () => {
  it.each([
    '127.0.0.1',
    'localhost',
    '[::1]',
    '0.0.0.0',
    '0x7f000001',
    '2130706433',
    '127.1',
    '0177.0.0.1',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::]',
    '127.0.0.1.',
    'localhost.',
  ])('A80: does not reach loopback spelt %s', async (host) => {
    await expect(nobody(`http://${host}:${port}/`)).rejects.toThrow();
    expect(hits).toEqual([]);
  });

  it.each([
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.1.2.3',
    '224.0.0.1',
    '255.255.255.255',
    'fc00::1',
    'fd12::1',
    'fe80::1%eth0',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '::ffff:10.0.0.1',
    '::',
    'not an address',
  ])('A80: %s is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['93.184.216.34', '172.32.0.1', '100.128.0.1', '2606:4700::1111'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('A81: refuses a name that resolves to a private address, also among public ones', async () => {
    for (const addresses of [['127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['::1']]) {
      const call = createOutboundFetch({ trusted: new Set(), lookup: answers(addresses) });
      await expect(call(`http://rebound.example:${port}/`)).rejects.toThrow();
    }
    expect(hits).toEqual([]);
  });

  it('A81: checks the address that is connected: a name that was public a moment ago gains nothing', async () => {
    const call = createOutboundFetch({
      trusted: new Set(),
      lookup: answers(['192.0.2.1'], ['127.0.0.1']),
    });
    await expect(call(`http://rebound.example:${port}/`)).rejects.toThrow();
    await expect(call(`http://rebound.example:${port}/`)).rejects.toThrow();
    expect(hits).toEqual([]);
  });

  it('A82: follows no redirect, not even from a trusted host', async () => {
    const call = createOutboundFetch({ trusted: new Set(['127.0.0.1']) });
    const response = await call(`http://127.0.0.1:${port}/moved`);
    expect(response.status).toBe(302);
    expect(hits).toEqual(['/moved']);
  });

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'data:text/plain,x', 'gopher://example.com/'])(
    'A82: knows no scheme but http and https: %s',
    async (address) => {
      await expect(nobody(address)).rejects.toThrow('scheme');
    },
  );

  it('takes no user name or password from an address', async () => {
    await expect(nobody('https://user:word@example.com/')).rejects.toThrow('credentials');
  });

  it('A84: reaches a private host that the operator has named, and no other', async () => {
    const call = createOutboundFetch({ trusted: new Set(['127.0.0.1']) });
    expect(await (await call(`http://127.0.0.1:${port}/`)).text()).toBe('inside');
    await expect(call(`http://127.0.0.2:${port}/`)).rejects.toThrow();
    expect(hits).toEqual(['/']);
  });
});

describe('trustedHosts', () => {
  it('takes what is named, and of what is configured only what can be nothing but private', () => {
    const configured = [
      'http://127.0.0.1:11434/v1',
      'http://ollama:11434/v1',
      'https://api.example.com/v1',
      'no',
    ];
    expect([...trustedHosts(['Models.Internal.example'], configured)]).toEqual([
      'models.internal.example',
      '127.0.0.1',
      'ollama',
    ]);
  });
});
