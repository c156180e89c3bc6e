import { describe, expect, it } from 'vitest';
import { addressKey, clientAddress } from './client-address.js';

describe('A46: the address behind our proxies', () => {
  it.each([
    [0, 'evil, 9.9.9.9', '10.0.0.1'],
    [1, '9.9.9.9, 203.0.113.7', '203.0.113.7'],
    [1, '127.0.0.1, 8.8.8.8, 203.0.113.7', '203.0.113.7'],
    [2, '9.9.9.9, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    [1, undefined, '10.0.0.1'],
    [5, '203.0.113.7', '203.0.113.7'],
    [1, 'unknown, <script>', '10.0.0.1'],
  ])('behind %i, told %j, it is %s', (hops, header, address) => {
    expect(clientAddress('10.0.0.1', header, hops)).toBe(address);
  });
});

describe('A47: what limits count by', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
