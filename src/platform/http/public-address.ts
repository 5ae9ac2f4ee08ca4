import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Not of the public internet, by IANA's registries of special-purpose addresses for IPv4 and IPv6. */
const special: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Inside 2000::/3, which is all that is public of IPv6: Teredo and its neighbours, documentation, 6to4. */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const [address, bits] of ranges) list.addSubnet(address, bits, family);
  return list;
};

const refused = listOf(special, 'ipv4');
const refused6 = listOf(special6, 'ipv6');
const global6 = listOf([['2000::', 3]], 'ipv6');
/** Addresses that carry one of IPv4 in their last 32 bits: mapped ones, and NAT64, which IPv6-only machines depend on. */
const carrying4 = ['::ffff:', '64:ff9b::'];

/** Whether `address`, an IP address without brackets, is one of the public internet. Anything else answers false. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refused.check(address, 'ipv4');
  if (!isIPv6(address)) return false;
  // The URL parser writes every spelling of an address in the one shortest way.
  const shortest = new URL(`http://[${withoutZone(address)}]`).hostname.slice(1, -1);
  const carried = carriedAddress(shortest);
  if (carried !== null) return !refused.check(carried, 'ipv4');
  return global6.check(shortest, 'ipv6') && !refused6.check(shortest, 'ipv6');
}

function withoutZone(address: string): string {
  return address.replace(/%.*$/, '');
}

function carriedAddress(shortest: string): string | null {
  const prefix = carrying4.find((start) => shortest.startsWith(start));
  if (prefix === undefined) return null;
  const groups = shortest.slice(prefix.length).split(':');
  if (groups.length > 2) return null;
  const [high = 0, low = 0] = groups.map((group) => Number.parseInt(group || '0', 16)).slice(-2);
  const [first, second] = groups.length === 1 ? [0, high] : [high, low];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}
