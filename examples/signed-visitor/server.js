// A page for signed-in users, served by a small server of yours: node server.js
import { createServer } from 'node:http';
import { signVisitor } from './sign-visitor.js';

const {
  BATON_URL = 'http://localhost:8320',
  BATON_SITE_KEY,
  BATON_KID,
  BATON_SECRET,
  PORT = '8330',
} = process.env;
if (!BATON_SITE_KEY || !BATON_KID || !BATON_SECRET) {
  console.error('Set BATON_SITE_KEY, BATON_KID and BATON_SECRET (console, Sites, Signed visitors).');
  process.exit(1);
}

// Who is signed in, from your own session. Here it is always the same person.
const currentUser = () => ({
  id: 'user-4711',
  name: 'Dana Winter',
  email: 'dana@example.com',
  attributes: { plan: 'team', seats: 12 },
});

const key = { siteKey: BATON_SITE_KEY, kid: BATON_KID, secret: BATON_SECRET };

createServer((request, response) => {
  if (request.url === '/baton-token') {
    // Only for who is signed in, and never from a cache.
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
    response.end(signVisitor(currentUser(), key));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>
<html lang="en">
  <title>Signed in</title>
  <h1>You are signed in as ${currentUser().name}</h1>
  <button id="sign-out">Sign out</button>
  <script>
    window.Baton = window.Baton || [];
    fetch('/baton-token').then((answer) => answer.text()).then((token) => Baton.push(['identify', token]));
    document.getElementById('sign-out').onclick = () => Baton.push(['logout']);
  </script>
  <script async src="${BATON_URL}/widget/loader.js" data-site="${BATON_SITE_KEY}"></script>
</html>`);
}).listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}`));
