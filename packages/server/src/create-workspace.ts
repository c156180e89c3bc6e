import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ConfigError, loadConfig } from './config/index.js';
import { explainStartFailure } from './explain-start-failure.js';
import { Workspaces } from './identity/index.js';
import { UserError } from './kernel/errors.js';
import { startServer } from './start-server.js';

const USAGE = `npm run workspace -- --name "Acme" --slug acme --email admin@acme.example --origin https://www.acme.example

  --name        what visitors and agents read
  --slug        a short unique name: small letters, digits and hyphens
  --email       the administrator's address
  --admin       the administrator's name (the address, if left out)
  --origin      where the widget will be embedded; may be given several times
  --time-zone   the site's time zone (Europe/London, if left out)

It uses the server's environment (DATABASE_URL, PUBLIC_URL …); without DATABASE_URL stop the server first.`;

const founding = z.strictObject({
  name: z.string().trim().min(1).max(100),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}$/, 'small letters, digits and hyphens, 2 to 39 of them'),
  email: z.email(),
  admin: z.string().trim().min(1).max(100).optional(),
  origin: z.array(z.string()).min(1, 'name at least one'),
  'time-zone': z.string().default('Europe/London'),
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      slug: { type: 'string' },
      email: { type: 'string' },
      admin: { type: 'string' },
      origin: { type: 'string', multiple: true },
      'time-zone': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { help, ...given } = values;
  const wanted = founding.safeParse(given);
  if (help || !wanted.success) {
    const problems = wanted.error?.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`) ?? [];
    console.log([...(help ? [] : [...problems, '']), USAGE].join('\n'));
    process.exit(help ? 0 : 1);
  }
  const config = loadConfig();
  // A node like any other for a moment, on a port that nobody knows.
  const server = await startServer({ ...config, DEMO: false, HOST: '127.0.0.1', PORT: 0 });
  try {
    const { name, slug, email, admin = email, origin, 'time-zone': timeZone } = wanted.data;
    const workspaces = server.app.get(Workspaces, { strict: false });
    const made = { name, slug, timeZone, origins: origin, admin: { name: admin, email } };
    const { siteKey, linkToken } = await workspaces.found(made);
    console.log(
      [
        `The workspace ${name} is there.`,
        '',
        `  sign in as ${email} (works once, within the hour)`,
        `    ${config.PUBLIC_URL}/console/#/sign-in?token=${linkToken}`,
        '',
        `  the widget, for ${origin.join(', ')}`,
        `    <script async src="${config.PUBLIC_URL}/widget/loader.js" data-site="${siteKey}"></script>`,
      ].join('\n'),
    );
  } finally {
    await server.stop();
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    const isOurs = error instanceof ConfigError;
    const refused = error instanceof UserError ? error.details.join('\n') : null;
    console.error(isOurs ? error.message : (refused ?? explainStartFailure(error)));
    process.exit(1);
  });
