import { requireNode } from './require-node.mjs';

requireNode();
const { reportingProblems } = await import('./problem.mjs');
const { environmentFor, findNode, root } = await import('./environment.mjs');
const { install } = await import('./install.mjs');
const { runInForeground } = await import('./child.mjs');

await reportingProblems(async () => {
  const node = await findNode();
  await install('all');
  // The tooling is TypeScript; before 22.18 Node strips types only when it is asked to.
  const main = [
    '--experimental-strip-types',
    '--disable-warning=ExperimentalWarning',
    'tooling/test/main.ts',
  ];
  process.exit(
    await runInForeground(node, [...main, ...process.argv.slice(2)], {
      cwd: root,
      env: environmentFor(node),
    }),
  );
});
