// A page that allows nothing but what the chat is documented to need. `node server.js [SERVER] [SITE] [PORT]`
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const [chat = 'http://localhost:8320', site = 'demo-tidewater', port = '8322'] = process.argv.slice(2);

createServer((_, response) => {
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}' ${chat}`,
      `connect-src ${chat} ${chat.replace('http', 'ws')}`,
      "require-trusted-types-for 'script'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  });
  response.end(`<!doctype html>
<html lang="en">
<title>Strict</title>
<h1>Nothing is allowed here but the chat</h1>
<script async nonce="${nonce}" src="${chat}/widget/loader.js" data-site="${site}"></script>
</html>`);
}).listen(Number(port), '127.0.0.1', function listening() {
  console.log(`http://localhost:${this.address().port}`);
});
