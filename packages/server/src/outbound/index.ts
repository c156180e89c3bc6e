export { createOutboundFetch, type OutboundFetch } from './outbound-fetch.adapter.js';
export { trustedHosts } from './trusted-hosts.js';
