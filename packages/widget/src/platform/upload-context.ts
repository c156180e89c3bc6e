/** 128 random bits; `randomUUID` exists in secure contexts only. */
export function newUploadId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** Where the visitor is, for a file that begins a conversation. */
export function uploadContext() {
  return {
    page: { url: location.href, title: document.title, referrer: document.referrer },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}
